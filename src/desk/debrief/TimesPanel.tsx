import type { StageTime } from '../../core/scoring/scorecard.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { uncertainty } from './format.ts'
import { StageRow } from './StageRow.tsx'
import styles from './TimesPanel.module.css'

/** The second headline: every stage's time against its target and limit, with the device's uncertainty. */
export function TimesPanel({ times }: { times: readonly StageTime[] }) {
  const t = useT('debrief')
  const valid = times.filter(({ error }) => error !== null)
  const met = valid.filter((time) => time.met).length
  const error = Math.max(0, ...valid.map((time) => time.error ?? 0))
  return (
    <Panel
      className={styles.panel}
      title={t('times.title')}
      beside={
        <span className={styles.big}>
          {valid.length === 0 ? t('times.none') : t('times.met', { total: valid.length, met })}
        </span>
      }
      aside={
        <span className={styles.note}>
          {valid.length < times.length &&
            `${t('times.invalidNote', { count: times.length - valid.length })} · `}
          {t('times.error', { error: uncertainty(error) })}
        </span>
      }
    >
      <div className={styles.scale} aria-hidden="true">
        <span />
        <span className={styles.marks}>
          <span>{t('times.target')}</span>
          <span>{t('times.limit')}</span>
        </span>
        <span className={styles.right}>{t('times.taken')}</span>
        <span />
      </div>
      <ul className={styles.rows}>
        {times.map((time, index) => (
          // several partners or call-backs may share a stage
          <StageRow key={`${time.stage}/${index.toString()}`} time={time} />
        ))}
      </ul>
    </Panel>
  )
}
