import { useMemo } from 'react'
import { fingerprint } from '../../core/sim/fingerprint.ts'
import type { AttemptRow } from '../../storage/review/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import { dateTime } from '../frame/format.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import styles from './Data.module.css'

/** Attempts that are in no figure. */
export function useApart(): readonly AttemptRow[] {
  const { rows } = useReview().state.pages
  return useMemo(
    () => rows.filter(({ standing }) => !['counted', 'left', 'waiting'].includes(standing)),
    [rows],
  )
}

export function useApartColumns(): readonly Column<AttemptRow>[] {
  const t = useT('review')
  const names = useNames()
  return useMemo(
    (): readonly Column<AttemptRow>[] => [
      { id: 'why', head: t('data.why'), value: ({ standing }) => t(`data.reason.${standing}`) },
      {
        id: 'detail',
        head: t('data.detail'),
        value: ({ detail, n }) =>
          [n === null ? '' : t('data.entry', { n }), detail].filter(Boolean).join(' ') || null,
      },
      { id: 'name', head: t('cohort.trainee'), value: ({ name, badge }) => `${name} ${badge}` },
      {
        id: 'scenario',
        head: t('filter.scenario'),
        value: ({ scenario }) => names.scenario(scenario),
      },
      { id: 'at', head: t('cohort.when'), value: ({ at }) => dateTime(at), order: ({ at }) => at },
      {
        id: 'station',
        head: t('data.station'),
        value: ({ station }) => (station === null ? null : fingerprint(station)),
      },
      { id: 'file', head: t('data.file'), value: ({ file }) => file },
      { id: 'id', head: 'id', value: ({ id }) => id },
    ],
    [t, names],
  )
}

export function ApartPanel({
  rows,
  columns,
}: {
  readonly rows: readonly AttemptRow[]
  readonly columns: readonly Column<AttemptRow>[]
}) {
  const t = useT('review')
  return (
    <Panel
      title={`${t('data.apart')} ${rows.length}`}
      beside={<span className={styles.note}>{t('data.apartAbout')}</span>}
      className={styles.apart}
    >
      <div className={styles.grow}>
        <DataTable
          label={t('data.apart')}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          empty={t('data.apartNone')}
        />
      </div>
    </Panel>
  )
}
