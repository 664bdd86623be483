import { useRef } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { useValue } from '../draft/value.ts'
import { Line } from './Line.tsx'
import type { VoiceRow } from './rows.ts'
import { Strays } from './Strays.tsx'
import { amiss, type Voice } from './useVoice.ts'
import styles from './Voice.module.css'

interface LinesProps {
  readonly voice: Voice
  readonly rows: readonly VoiceRow[]
}

/** All that the caller may say, by what stands with its recording. */
export function Lines({ voice, rows }: LinesProps) {
  const t = useT('studio')
  const { room, counts, shown, chosen, infos } = voice
  const show = useValue(room.show)
  const lang = useValue(room.lang)
  const reading = useValue(room.reading)
  const picker = useRef<HTMLInputElement>(null)
  const latest = useRef(voice)
  latest.current = voice
  const choose = useRef((row: VoiceRow) => latest.current.choose(row)).current
  // one stop of the Tab key; from there on by the arrows
  const stop = chosen && shown.includes(chosen) ? chosen : shown[0]
  return (
    <div className={styles.side}>
      <div className={styles.bar}>
        <Segmented
          label={t('voice.filter')}
          value={show}
          onChange={(next) => room.show.set(next)}
          options={[
            { value: 'all', label: t('voice.all', { n: counts.all }) },
            { value: 'lacking', label: t('voice.lacking', { n: counts.lacking }) },
            { value: 'check', label: t('voice.check', { n: counts.check }) },
          ]}
        />
        <Segmented
          label={t('voice.language')}
          value={lang}
          onChange={(next) => room.lang.set(next)}
          options={[
            { value: 'zh', label: t('voice.zh') },
            { value: 'en', label: t('voice.en') },
            { value: 'both', label: t('voice.both') },
          ]}
        />
        {reading ? (
          <span className={styles.right} role="status">
            {t('voice.reading', { n: reading.done + 1, all: reading.all })}
            <Button onClick={() => room.dropFiles()}>{t('voice.dropFiles')}</Button>
          </span>
        ) : (
          <Button
            className={styles.right}
            title={t('voice.byNameHint')}
            onClick={() => picker.current?.click()}
          >
            <Icon name="import" /> {t('voice.byName')}
          </Button>
        )}
        <input
          ref={picker}
          type="file"
          accept="audio/*"
          multiple
          hidden
          data-picker="names"
          onChange={({ target }) => {
            room.take([...(target.files ?? [])], null, rows)
            target.value = ''
          }}
        />
      </div>
      <Strays voice={voice} />
      {shown.length === 0 ? (
        <p className={styles.empty}>{t('voice.noneMatch')}</p>
      ) : (
        <ul
          className={styles.list}
          aria-label={t('voice.list')}
          onKeyDown={(event) => {
            const next = rowAfter(shown, chosen, event.key)
            if (!next) return
            event.preventDefault()
            choose(next)
            event.currentTarget
              .querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)
              ?.focus()
          }}
        >
          {shown.map((row) => {
            const info = row.file ? infos.get(row.file.blob) : undefined
            const { changed, over } = amiss(row, infos)
            return (
              <Line
                key={row.key}
                row={row}
                info={info}
                changed={changed}
                over={over}
                isChosen={row === chosen}
                isStop={row === stop}
                onChoose={choose}
              />
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** Where a key of the list leads from the chosen row; undefined if it is none of its keys. */
function rowAfter(
  shown: readonly VoiceRow[],
  chosen: VoiceRow | null,
  key: string,
): VoiceRow | undefined {
  const at = chosen ? shown.indexOf(chosen) : -1
  switch (key) {
    case 'ArrowDown':
      return shown[Math.min(at + 1, shown.length - 1)]
    case 'ArrowUp':
      return shown[Math.max(at - 1, 0)]
    case 'Home':
      return shown[0]
    case 'End':
      return shown.at(-1)
    default:
      return undefined
  }
}
