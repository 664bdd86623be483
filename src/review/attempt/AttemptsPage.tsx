import { useMemo } from 'react'
import { isRight, type Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import type { PageProps } from '../../ui/services.ts'
import { useNames, useReview, useSheets } from '../book/useBook.ts'
import { dateTime } from '../frame/format.ts'
import { levelText } from '../frame/level.ts'
import { momentPath } from '../frame/MomentLink.tsx'
import { NoResults } from '../frame/NoResults.tsx'
import { ReviewFrame, ReviewRoom } from '../frame/ReviewFrame.tsx'
import { type Column, plainTable } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import styles from './Attempt.module.css'

/** All attempts, newest first. */
export function AttemptsPage(props: PageProps) {
  return (
    <ReviewRoom {...props}>
      <Attempts />
    </ReviewRoom>
  )
}

function Attempts() {
  const t = useT('review')
  const names = useNames()
  const { navigate, state } = useReview()
  const sheets = useSheets()
  const rows = useMemo(() => sheets.toReversed(), [sheets])
  const { remarks } = state.pages
  const said = useMemo(() => {
    const counts = new Map<string, number>()
    for (const { what } of remarks)
      if ('attempt' in what) counts.set(what.attempt, (counts.get(what.attempt) ?? 0) + 1)
    return counts
  }, [remarks])
  const columns = useMemo(
    (): readonly Column<Sheet>[] => [
      {
        id: 'at',
        head: t('cohort.when'),
        value: ({ at }) => dateTime(at),
        order: ({ at }) => at,
      },
      { id: 'name', head: t('cohort.trainee'), value: ({ name, badge }) => `${name} ${badge}` },
      {
        id: 'scenario',
        head: t('filter.scenario'),
        value: ({ scenario }) => names.scenario(scenario),
      },
      { id: 'version', head: t('filter.version'), align: 'right', value: ({ version }) => version },
      { id: 'mode', head: t('filter.modes'), value: ({ mode }) => t(`attempt.mode.${mode}`) },
      { id: 'total', head: t('trainee.total'), align: 'right', value: ({ total }) => total },
      {
        id: 'class',
        head: t('attempt.rightChosen'),
        value: ({ choice }) =>
          `${names.classIn(choice.right)} → ${choice.final === null ? '—' : names.classIn(choice.final)}`,
        cell: (sheet) => {
          const { right, final } = sheet.choice
          const chosen = final === right ? '' : ` → ${final === null ? '—' : names.classIn(final)}`
          return `${isRight(sheet) ? '✓' : '✕'} ${names.classIn(right)}${chosen}`
        },
        width: '100%',
        gives: true,
      },
      {
        id: 'triage',
        head: t('cohort.triage'),
        value: ({ choice: { rightPriority, priority } }) =>
          `${levelText(rightPriority, t)} → ${levelText(priority, t)}`,
      },
      {
        id: 'red',
        head: t('cohort.redLines'),
        value: ({ redLines }) => redLines.map(({ line }) => line).join(' ') || null,
      },
      {
        id: 'remarks',
        head: t('attempt.remarks'),
        align: 'right',
        value: ({ attempt }) => said.get(attempt) ?? 0,
      },
      { id: 'id', head: 'id', value: ({ attempt }) => attempt, fileOnly: true },
    ],
    [t, names, said],
  )
  return (
    <ReviewFrame
      page="attempt"
      filters={['source', 'term', 'group', 'dates', 'scenario', 'version', 'modes']}
      tables={[{ name: t('nav.attempt'), table: () => plainTable(columns, rows) }]}
    >
      {rows.length === 0 ? (
        <NoResults />
      ) : (
        <div className={styles.list}>
          <DataTable
            label={t('nav.attempt')}
            columns={columns}
            rows={rows}
            keyOf={({ attempt }) => attempt}
            onOpen={({ attempt }) => navigate(momentPath(attempt))}
            empty={t('none.filtered')}
          />
        </div>
      )}
    </ReviewFrame>
  )
}
