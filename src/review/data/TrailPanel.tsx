import { useMemo } from 'react'
import type { Remark } from '../../core/review/remark.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import { dateTime } from '../frame/format.ts'
import { MomentLink } from '../frame/MomentLink.tsx'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import styles from './Data.module.css'
import { trailText } from './trailText.ts'

/** Newest first. */
export function useTrail(): readonly Remark[] {
  const { remarks } = useReview().state.pages
  return useMemo(() => remarks.toReversed(), [remarks])
}

export function useTrailColumns(): readonly Column<Remark>[] {
  const t = useT('review')
  const { classed } = useNames()
  return useMemo(
    (): readonly Column<Remark>[] => [
      { id: 'at', head: t('cohort.when'), value: ({ at }) => dateTime(at), order: ({ at }) => at },
      { id: 'by', head: t('data.by'), value: ({ by }) => by || '—' },
      { id: 'kind', head: t('data.kind'), value: ({ what }) => t(`data.said.${what.kind}`) },
      { id: 'text', head: t('cohort.what'), value: ({ what }) => trailText(what, t, classed) },
      {
        id: 'attempt',
        head: t('nav.attempt'),
        value: ({ what }) => ('attempt' in what ? what.attempt : null),
        cell: ({ what }) => ('attempt' in what ? <MomentLink attempt={what.attempt} /> : '—'),
      },
    ],
    [t, classed],
  )
}

/** Who did what and when. Nothing is ever taken out of it. */
export function TrailPanel({
  rows,
  columns,
}: {
  readonly rows: readonly Remark[]
  readonly columns: readonly Column<Remark>[]
}) {
  const t = useT('review')
  return (
    <Panel
      title={t('data.trail')}
      beside={<span className={styles.note}>{t('data.trailAbout')}</span>}
      className={styles.trail}
    >
      <div className={styles.grow}>
        <DataTable
          label={t('data.trail')}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          empty={t('data.trailNone')}
        />
      </div>
    </Panel>
  )
}
