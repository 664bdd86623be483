import { memo, useRef } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { useValue } from '../draft/value.ts'
import type { RecordingInfo } from './infos.ts'
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
  const isReading = useValue(room.isReading)
  const picker = useRef<HTMLInputElement>(null)
  const latest = useRef(voice)
  latest.current = voice
  const choose = useRef((row: VoiceRow) => latest.current.choose(row)).current
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
        <Button
          className={styles.right}
          title={t('voice.byNameHint')}
          disabled={isReading}
          onClick={() => picker.current?.click()}
        >
          <Icon name="import" /> {isReading ? t('voice.reading') : t('voice.byName')}
        </Button>
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
        <ul className={styles.list} aria-label={t('voice.list')}>
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
                onChoose={choose}
              />
            )
          })}
        </ul>
      )}
    </div>
  )
}

interface LineProps {
  readonly row: VoiceRow
  /** Undefined until it is read, null if it can't be. */
  readonly info: RecordingInfo | null | undefined
  readonly changed: boolean
  readonly over: number
  readonly isChosen: boolean
  readonly onChoose: (row: VoiceRow) => void
}

const Line = memo(function Line({ row, info, changed, over, isChosen, onChoose }: LineProps) {
  const t = useT('studio')
  const name = row.isVaried ? `${row.line} · ${t('voice.varied')}` : row.line
  const isFine = row.file && info !== null && !changed && over === 0
  return (
    <li>
      <button
        type="button"
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

function State({ row, info, changed, over }: Omit<LineProps, 'isChosen' | 'onChoose'>) {
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
