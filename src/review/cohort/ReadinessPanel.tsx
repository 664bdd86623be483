import { useMemo } from 'react'
import type { Criterion, Standing } from '../../core/review/readiness.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import { IntervalMark, Sparkline, Streak } from '../chart/Marks.tsx'
import type { TraineeRow } from '../figures/cohort.ts'
import { number, seconds } from '../frame/format.ts'
import { missingText } from '../frame/missing.ts'
import parts from '../frame/parts.module.css'
import { StandingMark } from '../frame/StandingMark.tsx'
import { share } from '../statistics/proportion.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import styles from './Cohort.module.css'

const ORDER: readonly Standing[] = ['ready', 'near', 'not-yet', 'too-few']

export const criterionOf = (
  row: TraineeRow,
  kind: Criterion['rule']['kind'],
): Criterion | undefined => row.verdict.criteria.find(({ rule }) => rule.kind === kind)

export function useReadinessColumns(): readonly Column<TraineeRow>[] {
  const t = useT('review')
  const names = useNames()
  return useMemo((): readonly Column<TraineeRow>[] => {
    const accuracyOf = (row: TraineeRow) => criterionOf(row, 'class-accuracy')
    return [
      {
        id: 'name',
        head: t('cohort.trainee'),
        value: ({ name }) => name,
        cell: ({ name, badge }) => (
          <>
            {name} <span className={styles.quiet}>{badge}</span>
          </>
        ),
      },
      {
        id: 'standing',
        head: t('cohort.standing'),
        value: ({ verdict }) => ORDER.indexOf(verdict.standing),
        cell: ({ verdict }) => <StandingMark standing={verdict.standing} />,
      },
      {
        id: 'missing',
        head: t('cohort.missing'),
        value: ({ verdict }) => missingText(verdict, t, names),
        width: '100%',
        gives: true,
      },
      { id: 'n', head: t('cohort.attempts'), align: 'right', value: ({ sheets }) => sheets.length },
      {
        id: 'accuracy',
        head: t('cohort.accuracyLast'),
        value: (row) => {
          const found = accuracyOf(row)
          return found?.of ? found.have / found.of : row.accuracy.final.share
        },
        cell: (row) => {
          const found = accuracyOf(row)
          const shown = found ? share(found.have, found.of ?? 0) : row.accuracy.final
          const rule = found?.rule
          return (
            <>
              <span
                className={found?.met === false ? `${styles.fixed} ${styles.short}` : styles.fixed}
              >
                {shown.hits}/{shown.n}
              </span>
              <IntervalMark
                value={shown.share}
                interval={shown.interval}
                from={0}
                to={1}
                width={64}
                tone={found?.met === false ? 'short' : found?.met === null ? 'before' : 'plain'}
                {...(rule?.kind === 'class-accuracy' ? { target: rule.percent / 100 } : {})}
              />
            </>
          )
        },
      },
      {
        id: 'under',
        head: t('cohort.underL1'),
        align: 'right',
        value: (row) => criterionOf(row, 'under-triage')?.have ?? null,
        cell: (row) => {
          const found = criterionOf(row, 'under-triage')
          return (
            <span className={found?.met === false ? styles.short : undefined}>
              {found?.have ?? '—'}
            </span>
          )
        },
      },
      {
        id: 'streak',
        head: t('cohort.streak'),
        value: (row) => criterionOf(row, 'red-line-streak')?.have ?? null,
        cell: (row) => {
          const found = criterionOf(row, 'red-line-streak')
          return (
            <>
              <Streak width={50} crossed={row.sheets.map(({ redLines }) => redLines.length > 0)} />{' '}
              <span className={found?.met === false ? styles.grave : undefined}>
                {found?.have ?? '—'}
              </span>
            </>
          )
        },
      },
      {
        id: 'dispatch',
        head: t('cohort.dispatchL1'),
        align: 'right',
        value: ({ dispatchL1 }) => dispatchL1,
        cell: ({ dispatchL1 }) => seconds(dispatchL1),
      },
      {
        id: 'total',
        head: t('cohort.meanTotal'),
        align: 'right',
        fileOnly: true,
        value: ({ meanTotal }) => Math.round(meanTotal * 10) / 10,
        cell: ({ meanTotal }) => number(meanTotal, 1),
      },
      {
        id: 'curve',
        head: t('cohort.curve'),
        value: ({ curve }) => curve[curve.length - 1] ?? null,
        cell: ({ curve }) => <Sparkline width={48} values={curve} target={0.85} />,
      },
      {
        id: 'confused',
        head: t('cohort.confused'),
        value: ({ confused }) =>
          confused
            ? `${names.short(confused.right)}→${names.short(confused.chosen)} ${confused.n}`
            : null,
        ...(names.lang === 'en' && {
          // the matrix beside it goes by the same codes
          cell: ({ confused }: TraineeRow) =>
            confused ? `${confused.right}→${confused.chosen} ${confused.n}` : '—',
        }),
      },
    ]
  }, [t, names])
}

interface ReadinessProps {
  readonly rows: readonly TraineeRow[]
  readonly columns: readonly Column<TraineeRow>[]
}

/** Who may go live, and what the others are missing. */
export function ReadinessPanel({ rows, columns }: ReadinessProps) {
  const t = useT('review')
  const { navigate } = useReview()
  return (
    <Panel
      className={styles.readiness}
      title={t('cohort.readiness')}
      beside={
        <span className={styles.standings}>
          {ORDER.map((standing) => (
            <span key={standing}>
              <StandingMark standing={standing} />{' '}
              <strong>{rows.filter(({ verdict }) => verdict.standing === standing).length}</strong>
            </span>
          ))}
        </span>
      }
      aside={<span className={parts.note}>{t('cohort.signs')}</span>}
    >
      <div className={styles.grow}>
        <DataTable
          label={t('cohort.readiness')}
          columns={columns}
          rows={rows}
          keyOf={({ trainee }) => trainee}
          onOpen={({ trainee }) => navigate(`/review/trainee/${trainee}`)}
          rowHeight={26}
          empty={t('none.filtered')}
        />
      </div>
    </Panel>
  )
}
