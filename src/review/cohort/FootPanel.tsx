import { useMemo } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import type { Confusion } from '../figures/accuracy.ts'
import { byAttempt, byTrainee, satisfaction } from '../figures/cohort.ts'
import { marksOf, raterFigures } from '../figures/raters.ts'
import type { StageFigure } from '../figures/stages.ts'
import { number, percent, percentRange, ratio } from '../frame/format.ts'
import parts from '../frame/parts.module.css'
import { isSmall, SMALL_SAMPLE } from '../statistics/proportion.ts'
import styles from './Cohort.module.css'

interface FootProps {
  readonly sheets: readonly Sheet[]
  readonly before: readonly Sheet[] | null
  readonly confusion: Confusion
  readonly stages: readonly StageFigure[]
}

/** What else a manager asks, and how far the figures above can be trusted. */
export function FootPanel({ sheets, before, confusion, stages }: FootProps) {
  const t = useT('review')
  const names = useNames()
  const { remarks } = useReview().state.pages
  const satisfied = satisfaction(sheets)
  const then = before ? satisfaction(before) : null
  const raters = useMemo(() => {
    const marks = marksOf(remarks).filter(({ attempt }) => byAttempt(sheets).has(attempt))
    return { figures: raterFigures(marks), attempts: new Set(marks.map((one) => one.attempt)).size }
  }, [sheets, remarks])
  const few = [...byTrainee(sheets).values()].filter((own) => isSmall(own.length)).length
  const invalid = stages.reduce((sum, figure) => sum + figure.invalid, 0)
  const { overall } = raters.figures
  return (
    <Panel className={styles.foot} aria-label={t('cohort.rest')}>
      <div>
        <strong>
          {t('cohort.satisfaction')} {percent(satisfied.share, 1)}%
        </strong>{' '}
        <span className={parts.note}>
          {percentRange(satisfied.interval)}
          {then && ` · ${t('legend.before')} ${percent(then.share, 1)}%`}
        </span>
        <p className={parts.note}>{t('cohort.satisfactionNote', { ratio: ratio(satisfied) })}</p>
      </div>
      <div>
        <strong>
          {t('cohort.kappa')} {number(overall.kappa)}
        </strong>{' '}
        <span className={parts.note}>
          {overall.interval
            ? `${number(overall.interval.low)} – ${number(overall.interval.high)}`
            : t('cohort.noMarks')}
        </span>
        <p className={parts.note}>
          {t('cohort.reviewed', {
            n: raters.attempts,
            share: percent(sheets.length === 0 ? null : raters.attempts / sheets.length, 1),
          })}
        </p>
      </div>
      <div>
        <strong>△ {t('cohort.small')}</strong>{' '}
        <span className={parts.note}>
          {confusion.rows
            .filter(({ n }) => isSmall(n))
            .map(({ right, n }) => `${names.classOf(right)} ${n}`)
            .join(' · ')}
        </span>
        <p className={parts.note}>
          {t('cohort.smallNote', { n: SMALL_SAMPLE, trainees: few, invalid })}
        </p>
      </div>
    </Panel>
  )
}
