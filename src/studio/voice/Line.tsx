import { memo, useEffect, useRef } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import type { RecordingInfo } from './infos.ts'
import type { VoiceRow } from './rows.ts'
import styles from './Voice.module.css'

interface LineProps {
  readonly row: VoiceRow
  /** Undefined until it is read, null if it can't be. */
  readonly info: RecordingInfo | null | undefined
  readonly changed: boolean
  readonly over: number
  readonly isChosen: boolean
  readonly isStop: boolean
  readonly onChoose: (row: VoiceRow) => void
}

/** One line of the list: what is said, its name, and what stands with its recording. */
export const Line = memo(function Line(props: LineProps) {
  const { row, info, changed, over, isChosen, isStop, onChoose } = props
  const t = useT('studio')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const name = row.isVaried ? `${row.line} · ${t('voice.varied')}` : row.line
  const isFine = row.file && info !== null && !changed && over === 0
  return (
    <li>
      <button
        ref={button}
        type="button"
        tabIndex={isStop ? 0 : -1}
        className={styles.row}
        data-key={row.key}
        data-recorded={row.file ? 'yes' : 'no'}
        aria-current={isChosen || undefined}
        onClick={() => onChoose(row)}
      >
        <span className={isFine ? styles.fine : row.file ? styles.amiss : styles.lacks}>
          {row.file && <Icon name={isFine ? 'check' : 'warn'} />}
        </span>
        <span className={styles.lang}>
          {row.lang === 'zh' ? t('voice.shortZh') : t('voice.shortEn')}
        </span>
        <span className={styles.words} lang={row.lang === 'zh' ? 'zh-CN' : 'en'} title={row.words}>
          {row.words}
        </span>
        <span className={styles.id} title={row.isVaried ? `${name} · ${row.key.slice(3)}` : name}>
          {name}
        </span>
        <span className={styles.state}>
          <State row={row} info={info} changed={changed} over={over} />
        </span>
      </button>
    </li>
  )
})

function State({ row, info, changed, over }: Pick<LineProps, 'row' | 'info' | 'changed' | 'over'>) {
  const t = useT('studio')
  if (!row.file) return <span className={styles.lacks}>{t('voice.isLacking')}</span>
  if (info === null) return <span className={styles.amiss}>{t('voice.unreadable')}</span>
  return (
    <>
      {changed ? (
        <span className={styles.amiss}>{t('voice.changed')}</span>
      ) : (
        over > 0 && (
          <span className={styles.amiss}>{t('voice.tooLong', { s: over.toFixed(1) })}</span>
        )
      )}
      {info && (
        <span>
          <VisuallyHidden> </VisuallyHidden>
          {t('voice.length', { s: info.seconds.toFixed(1) })}
        </span>
      )}
    </>
  )
}
