import type { StageTime } from '../../core/scoring/scorecard.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Popover } from '../../ui/kit/Popover.tsx'
import { clock, spanTime, stageTime, tenths, uncertainty } from './format.ts'
import popups from './Popups.module.css'
import { SourceLine } from './SourceLine.tsx'
import { stageOf } from './stageSource.ts'
import styles from './TimesPanel.module.css'
import { useDebrief } from './useDebrief.ts'
import { stageFrom, stageName, type Words } from './words.ts'

type Status = 'ok' | 'late' | 'even' | 'never' | 'invalid'

/** How a time stands; a difference below the device's error is none. */
function statusOf({ ms, target, error, met }: StageTime): Status {
  if (ms === null) return 'never'
  if (error === null) return 'invalid'
  if (Math.abs(ms - target) <= error) return 'even'
  return met ? 'ok' : 'late'
}

function statusText(status: Status, { ms, target, limit }: StageTime, { t }: Words): string {
  if (status !== 'late' || ms === null) return t(`times.${status}`)
  if (ms > limit) return t('times.over')
  const late = ms - target
  return t('times.late', {
    time: late < 60_000 ? t('exactly', { time: tenths(late) }) : clock(late),
  })
}

/** The bar's left half is the time to the target, its right half from there to the limit. */
function share({ ms, target, limit }: StageTime): number {
  if (ms === null) return 0
  if (ms <= target) return (ms / Math.max(1, target)) * 50
  return Math.min(100, 50 + ((ms - target) / Math.max(1, limit - target)) * 50)
}

/** One stage: its bar leads to its moment, its name tells what is counted and where the figures come from. */
export function StageRow({ time }: { time: StageTime }) {
  const t = useT('debrief')
  const { ground, words, goTo } = useDebrief()
  const { channel } = ground.rolled.scenario
  const status = statusOf(time)
  const good = status === 'ok' || status === 'even'
  const name = stageName(time, words, channel)
  const text = statusText(status, time, words)
  const figures = stageOf(time, ground)
  const [n] = time.evidence
  return (
    <li className={styles.row}>
      <Popover
        label={name}
        trigger={
          <button type="button" className={styles.name} title={name}>
            {name}
          </button>
        }
      >
        <h3 className={popups.title}>{name}</h3>
        <p>{stageFrom(time, words, channel)}</p>
        <p>
          {t('times.target')} {spanTime(time.target)} · {t('times.limit')} {spanTime(time.limit)}
          {time.error !== null && ` · ${t('times.error', { error: uncertainty(time.error) })}`}
        </p>
        {status === 'invalid' && <p className={styles.late}>{t('times.invalidWhy')}</p>}
        {n !== undefined && (
          <Button className={styles.go} onClick={() => goTo(n)}>
            {t('times.goTo')}
          </Button>
        )}
        {figures ? (
          <SourceLine entries={figures} />
        ) : (
          <p className={popups.source}>
            {t('times.own')} {ground.rubric.note[words.names.lang]}
          </p>
        )}
      </Popover>
      <button
        type="button"
        className={styles.bar}
        data-status={status}
        disabled={n === undefined}
        aria-label={`${name}：${time.ms === null ? text : `${stageTime(time.ms)}，${text}`}`}
        onClick={() => n !== undefined && goTo(n)}
      >
        <i style={{ width: `${share(time)}%` }} />
        <u />
        <u />
      </button>
      <span className={styles.taken}>
        {time.ms === null ? '—' : stageTime(time.ms)}
        <small> / {spanTime(time.target)}</small>
      </span>
      <span className={good ? styles.good : styles.late} title={text}>
        <Icon name={good ? 'check' : 'warn'} />
        {text}
      </span>
    </li>
  )
}
