import { useEffect, useMemo } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import type { PageProps } from '../../ui/services.ts'
import { useNames, useReview, useSheets } from '../book/useBook.ts'
import { Chart } from '../chart/Chart.tsx'
import { axis, type Look, tooltip } from '../chart/look.ts'
import { PlainTable } from '../chart/PlainTable.tsx'
import { type ItemRow, itemRows } from '../figures/items.ts'
import { number, percent, signed } from '../frame/format.ts'
import { NoResults } from '../frame/NoResults.tsx'
import parts from '../frame/parts.module.css'
import { ReviewFrame, ReviewRoom } from '../frame/ReviewFrame.tsx'
import { isSmall } from '../statistics/proportion.ts'
import { meanOf } from '../statistics/spread.ts'
import { type Column, plainTable } from '../table/columns.ts'
import { DataTable } from '../table/DataTable.tsx'
import { Flags } from './Flags.tsx'
import styles from './Scenario.module.css'

/** Which scenarios are too easy, too hard, tell nothing, leak, or drift. */
export function ScenariosPage(props: PageProps) {
  return (
    <ReviewRoom {...props}>
      <Scenarios />
    </ReviewRoom>
  )
}

export function useItemColumns(): readonly Column<ItemRow>[] {
  const t = useT('review')
  const names = useNames()
  return useMemo(
    (): readonly Column<ItemRow>[] => [
      {
        id: 'scenario',
        head: t('filter.scenario'),
        value: ({ scenario }) => names.scenario(scenario),
      },
      {
        id: 'flags',
        head: t('scenario.flags'),
        value: ({ flags }) => flags.map((flag) => t(`scenario.flag.${flag}`)).join(' ') || null,
        cell: ({ flags }) => <Flags flags={flags} />,
      },
      { id: 'n', head: 'n', align: 'right', value: ({ n }) => n },
      {
        id: 'trainees',
        head: t('scenario.trainees'),
        align: 'right',
        value: ({ trainees }) => trainees,
      },
      {
        id: 'difficulty',
        head: t('scenario.difficulty'),
        title: t('scenario.difficultyAbout'),
        align: 'right',
        value: ({ difficulty }) => difficulty,
        cell: ({ difficulty }) => number(difficulty),
      },
      {
        id: 'discrimination',
        head: t('scenario.discrimination'),
        title: t('scenario.discriminationAbout'),
        align: 'right',
        value: ({ discrimination }) => discrimination,
        cell: ({ discrimination, trainees }) => (
          <>
            {isSmall(trainees) && '△ '}
            {number(discrimination)}
          </>
        ),
      },
      {
        id: 'repeat',
        head: t('scenario.repeat'),
        title: t('scenario.repeatAbout'),
        align: 'right',
        value: ({ repeat }) => repeat.mean,
        cell: ({ repeat }) =>
          `${signed(repeat.mean)}${repeat.interval ? ` (${signed(repeat.interval.low)} … ${signed(repeat.interval.high)})` : ''}`,
      },
      {
        id: 'accuracy',
        head: t('cohort.accuracy'),
        align: 'right',
        value: ({ accuracy }) => accuracy.share,
        cell: ({ accuracy }) => `${percent(accuracy.share)}%`,
      },
      {
        id: 'passed',
        head: t('scenario.passed'),
        align: 'right',
        value: ({ passed }) => passed.share,
        cell: ({ passed }) => `${percent(passed.share)}%`,
      },
      { id: 'red', head: t('cohort.redLines'), align: 'right', value: ({ redLines }) => redLines },
      {
        id: 'versions',
        head: t('scenario.versions'),
        align: 'right',
        value: ({ versions }) => versions.length,
      },
    ],
    [t, names],
  )
}

/** While the list is looked at, reads what the pages of its scenarios ask for, so that they open at once. */
function useReadAhead(rows: readonly ItemRow[]): void {
  const { book } = useReview()
  useEffect(() => {
    let gone = false
    const read = async () => {
      for (const { scenario } of rows) {
        // the list is drawn and answers first
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        if (gone) return
        await book.details(scenario)
      }
    }
    // the scenario's page tries again, and tells
    read().catch(() => {})
    return () => {
      gone = true
    }
  }, [book, rows])
}

const PAUSE_MS = 30

function Scenarios() {
  const t = useT('review')
  const { navigate } = useReview()
  const sheets = useSheets()
  const rows = itemRows(sheets)
  useReadAhead(rows)
  const columns = useItemColumns()
  const open = (id: string) => navigate(`/review/scenario/${id}`)
  return (
    <ReviewFrame
      page="scenario"
      filters={['source', 'term', 'group', 'dates', 'modes']}
      tables={[{ name: t('nav.scenario'), table: () => plainTable(columns, rows) }]}
    >
      {rows.length === 0 ? (
        <NoResults />
      ) : (
        <div className={styles.overview}>
          <Panel
            title={t('scenario.map')}
            beside={<span className={parts.note}>{t('scenario.mapNote')}</span>}
            className={parts.framed}
          >
            <ItemMap rows={rows} onOpen={open} />
          </Panel>
          <Panel
            title={t('nav.scenario')}
            beside={<span className={parts.note}>{t('scenario.bounds')}</span>}
            className={parts.framed}
          >
            <DataTable
              label={t('nav.scenario')}
              columns={columns}
              rows={rows}
              keyOf={({ scenario }) => scenario}
              onOpen={({ scenario }) => open(scenario)}
              empty={t('none.filtered')}
            />
          </Panel>
        </div>
      )}
    </ReviewFrame>
  )
}

/** Where an axis begins: the full fifth below, with room; scenarios that differ little must not stand in one heap. */
const roundBelow = ({ min }: { readonly min: number }): number => Math.floor((min - 0.1) * 5) / 5

function ItemMap({
  rows,
  onOpen,
}: {
  readonly rows: readonly ItemRow[]
  readonly onOpen: (id: string) => void
}) {
  const t = useT('review')
  const names = useNames()
  const told = useMemo(
    () =>
      rows.filter(
        ({ difficulty, discrimination }) => difficulty !== null && discrimination !== null,
      ),
    [rows],
  )
  const middle = meanOf(told.map(({ difficulty }) => difficulty ?? 0)) ?? 0
  const option = useMemo(
    () => (colours: Look) => ({
      grid: { left: 44, right: 24, top: 16, bottom: 34 },
      tooltip: {
        ...tooltip(colours),
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const row = told[dataIndex]
          return row
            ? `${names.scenario(row.scenario)}\n${number(row.difficulty)} · ${number(row.discrimination)}`
            : ''
        },
      },
      xAxis: {
        type: 'value',
        min: roundBelow,
        max: 1,
        name: t('scenario.difficulty'),
        nameLocation: 'middle',
        nameGap: 20,
        ...axis(colours),
        nameTextStyle: { color: colours.ink2 },
      },
      yAxis: {
        type: 'value',
        min: roundBelow,
        max: 1,
        name: t('scenario.discrimination'),
        nameLocation: 'middle',
        nameGap: 28,
        ...axis(colours),
        nameTextStyle: { color: colours.ink2 },
      },
      series: [
        {
          name: 'items',
          type: 'scatter',
          symbolSize: 12,
          // the table below names all of them
          labelLayout: { hideOverlap: true },
          data: told.map(({ difficulty, discrimination, flags, scenario }) => ({
            value: [difficulty, discrimination],
            itemStyle: { color: flags.length > 0 ? colours.now : colours.calm },
            label: {
              show: true,
              position: (difficulty ?? 0) < middle ? 'left' : 'right',
              color: colours.ink,
              fontSize: 12,
              formatter: names.scenario(scenario),
            },
          })),
        },
      ],
    }),
    [told, middle, names, t],
  )
  return (
    <Chart
      label={t('scenario.map')}
      option={option}
      onPick={(_, index) => {
        const row = told[index]
        if (row) onOpen(row.scenario)
      }}
      table={
        <PlainTable
          caption={t('scenario.map')}
          table={[
            [t('filter.scenario'), t('scenario.difficulty'), t('scenario.discrimination')],
            ...told.map(({ scenario, difficulty, discrimination }) => [
              names.scenario(scenario),
              number(difficulty),
              number(discrimination),
            ]),
          ]}
        />
      }
    />
  )
}
