import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import { satisfaction, type TraineeRow } from '../figures/cohort.ts'
import { percent, percentRange, seconds } from '../frame/format.ts'
import { missingText } from '../frame/missing.ts'
import parts from '../frame/parts.module.css'
import { StandingMark } from '../frame/StandingMark.tsx'
import { isSmall } from '../statistics/proportion.ts'
import styles from './Trainee.module.css'

/** Who it is, and each rule with what stands and what it needs. */
export function HeadPanel({ row }: { readonly row: TraineeRow }) {
  const t = useT('review')
  const names = useNames()
  const { pages } = useReview().state
  const person = pages.people.get(row.badge)
  const { verdict, sheets, accuracy } = row
  const exams = sheets.filter(({ mode }) => mode === 'exam').length
  const satisfied = satisfaction(sheets)
  const own = new Set(sheets.map(({ attempt }) => attempt))
  const remarks = pages.remarks.filter(
    ({ what }) => 'attempt' in what && own.has(what.attempt),
  ).length
  return (
    <Panel className={`${parts.head} ${styles.head}`} aria-label={row.name}>
      <div className={styles.who}>
        <h2 className={styles.name}>{row.name}</h2>
        <span className={parts.note}>
          {[row.badge, person?.term, person?.group].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div>
        <StandingMark standing={verdict.standing} />
        <span className={parts.note}>
          {t('trainee.counts', { n: sheets.length, exams })}
          {isSmall(sheets.length) && ` △ ${t('cohort.small')}`}
        </span>
      </div>
      {verdict.criteria.map((criterion) => {
        const { rule, met, have, of } = criterion
        return (
          <div key={rule.id}>
            <strong data-met={met ?? undefined} className={styles.rule}>
              {met === true ? '✓' : met === false ? '✕' : '△'} {names.text(rule.name)} {have}
              {of === null ? '' : `/${of}`}
            </strong>
            <span className={parts.note}>
              {met === true
                ? t('trainee.met')
                : missingText({ standing: 'not-yet', criteria: [criterion] }, t, names)}
            </span>
          </div>
        )
      })}
      <div>
        <strong>
          {t('trainee.dispatch')} {seconds(row.dispatchL1)}
        </strong>
        <span className={parts.note}>
          {t('trainee.accuracyAll', {
            share: percent(accuracy.final.share, 1),
            range: percentRange(accuracy.final.interval),
          })}
        </span>
      </div>
      <div>
        <strong>
          {t('cohort.satisfaction')} {percent(satisfied.share)}%
        </strong>
        <span className={parts.note}>{t('trainee.remarks', { n: remarks })}</span>
      </div>
    </Panel>
  )
}
