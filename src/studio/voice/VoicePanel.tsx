import { type DragEvent, useEffect, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Booth } from './Booth.tsx'
import { Lines } from './Lines.tsx'
import { RefusedFiles } from './RefusedFiles.tsx'
import { useVoice } from './useVoice.ts'
import styles from './Voice.module.css'

/** The caller's lines, which of them have a recording, and where the others get theirs. */
export function VoicePanel() {
  const t = useT('studio')
  const voice = useVoice()
  const { room, rows, isWritten, chosen } = voice
  const [isOver, setOver] = useState(false)
  useEffect(() => () => room.leave(), [room])
  if (!rows) return <p className={styles.empty}>{t('voice.waiting')}</p>
  if (isWritten && rows.every(({ file }) => !file))
    return <p className={styles.empty}>{t('voice.written')}</p>
  if (rows.length === 0) return <p className={styles.empty}>{t('voice.none')}</p>
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const over = event.target instanceof Element ? event.target.closest('[data-key]') : null
    const key = over?.getAttribute('data-key')
    room.take([...event.dataTransfer.files], rows.find((row) => row.key === key) ?? null, rows)
  }
  return (
    <section
      className={styles.panel}
      aria-label={t('voice.tab')}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <RefusedFiles room={room} />
      <Lines voice={voice} rows={rows} />
      {chosen ? (
        <Booth key={chosen.key} voice={voice} row={chosen} rows={rows} />
      ) : (
        <p className={styles.empty}>{t('voice.choose')}</p>
      )}
    </section>
  )
}
