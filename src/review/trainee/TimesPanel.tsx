import { useMemo } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useReview } from '../book/useBook.ts'
import { Chart } from '../chart/Chart.tsx'
import { axis, type Look, tooltip } from '../chart/look.ts'
import {
  type Sample,
  type StageId,
  samplesByStage,
  stageFigure,
  stageFigures,
} from '../figures/stages.ts'
import { percent, seconds } from '../frame/format.ts'
import { momentPath } from '../frame/MomentLink.tsx'
import parts from '../frame/parts.module.css'
import { isSmall } from '../statistics/proportion.ts'
import styles from './Trainee.module.css'

interface TimesProps {
  readonly own: readonly Sheet[]
  readonly group: readonly Sheet[]
}

const MOST = 2.2

/** Each stage's times as points against their own target, with the middle half, the median, and the group's. */
export function TimesPanel({ own, group }: TimesProps) {
  const t = useT('review')
  const { navigate } = useReview()
  const rows = useMemo(() => rowsOf(own, group), [own, group])
  const points = useMemo(
    () =>
      rows.flatMap(({ samples }, row) =>
        samples.flatMap(({ sheet, time }) =>
          time.ms === null || time.error === null || time.target <= 0
            ? []
            : [{ sheet, time, row, x: Math.min(MOST, time.ms / time.target) }],
        ),
      ),
    [rows],
  )
  const option = useMemo(
    () => (colours: Look) => {
      const height = rows.length
      const y = (row: number, shift = 0): number => height - 1 - row + shift
      return {
        grid: { left: 4, right: 4, top: 4, bottom: 18 },
        tooltip: {
          ...tooltip(colours),
          formatter: ({ seriesName, dataIndex }: { seriesName: string; dataIndex: number }) => {
            const point = seriesName === 'points' ? points[dataIndex] : undefined
            return point ? `${seconds(point.time.ms)} s / ${seconds(point.time.target)} s` : ''
          },
        },
        xAxis: {
          type: 'value',
          min: 0,
          max: MOST,
          interval: 1,
          ...axis(colours),
          axisLabel: {
            color: colours.ink3,
            fontSize: 12,
            formatter: (value: number) =>
              value === 1 ? t('legend.target') : value === 2 ? '×2' : value === 0 ? '0' : '',
          },
        },
        yAxis: { type: 'value', min: -0.5, max: height - 0.5, show: false },
        series: [
          {
            name: 'half',
            type: 'custom',
            silent: true,
            data: rows.map(({ figure }, row) => [
              figure.ratios.q1 ?? 0,
              figure.ratios.q3 ?? 0,
              y(row),
              figure.ratios.median ?? -1,
            ]),
            renderItem: (
              _: unknown,
              api: {
                value(i: number): number
                coord(at: readonly [number, number]): readonly [number, number]
              },
            ) => {
              const [left, middle] = api.coord([Math.min(MOST, api.value(0)), api.value(2)])
              const [right] = api.coord([Math.min(MOST, api.value(1)), api.value(2)])
              const [line] = api.coord([Math.min(MOST, api.value(3)), api.value(2)])
              const box = { x: left, y: middle - 8, width: Math.max(1, right - left), height: 16 }
              return {
                type: 'group',
                children: [
                  { type: 'rect', shape: box, style: { fill: colours.calm, opacity: 0.16 } },
                  ...(api.value(3) < 0
                    ? []
                    : [
                        {
                          type: 'rect',
                          shape: { x: line - 1.5, y: middle - 9, width: 3, height: 18 },
                          style: { fill: colours.calm },
                        },
                      ]),
                ],
              }
            },
          },
          {
            name: 'points',
            type: 'scatter',
            symbolSize: 6,
            data: points.map(({ x, row, time }, i) => ({
              value: [x, y(row, ((i % 5) - 2) * 0.09)],
              itemStyle:
                time.ms !== null && time.ms > time.target
                  ? { color: colours.panel, borderColor: colours.now, borderWidth: 1.5 }
                  : { color: colours.ink, opacity: 0.75 },
            })),
            markLine: {
              silent: true,
              symbol: 'none',
              label: { show: false },
              lineStyle: { color: colours.ink, type: 'dotted' },
              data: [{ xAxis: 1 }],
            },
          },
          {
            name: 'group',
            type: 'scatter',
            silent: true,
            symbol: 'diamond',
            symbolSize: 8,
            itemStyle: { color: colours.panel, borderColor: colours.ink2, borderWidth: 1.2 },
            data: rows.flatMap(({ group: theirs }, row) =>
              theirs === null ? [] : [[Math.min(MOST, theirs), y(row, -0.33)]],
            ),
          },
        ],
      }
    },
    [rows, points, t],
  )
  return (
    <Panel
      className={`${parts.framed} ${styles.times}`}
      title={t('trainee.times')}
      beside={<span className={parts.cut}>{t('trainee.timesNote')}</span>}
    >
      <div
        className={styles.timesBody}
        style={{ gridTemplateRows: `20px repeat(${rows.length}, minmax(0, 1fr)) 18px` }}
      >
        <div className={styles.timesChart}>
          <Chart
            label={t('trainee.times')}
            option={option}
            onPick={(series, index) => {
              const point = series === 'points' ? points[index] : undefined
              if (point) navigate(momentPath(point.sheet.attempt, null, point.time.n))
            }}
            table={t('trainee.timesTable')}
          />
        </div>
        <table className={styles.timesTable}>
          <thead>
            <tr>
              <th className={`${styles.columnHead} ${styles.first}`} scope="col">
                {t('cohort.stage')}
              </th>
              <th className={styles.columnHead} scope="col">
                {t('cohort.median')}
              </th>
              <th className={styles.columnHead} scope="col">
                P90
              </th>
              <th className={styles.columnHead} scope="col">
                {t('legend.target')}
              </th>
              <th className={styles.columnHead} scope="col">
                {t('cohort.met')}
              </th>
              <th className={styles.columnHead} scope="col">
                n
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ stage, figure }) => (
              <tr key={stage}>
                <th className={styles.first} scope="row">
                  {t(`stage.${stage}`)}
                </th>
                <td>{seconds(figure.times.median)}</td>
                <td>{seconds(figure.times.p90)}</td>
                <td>{figure.target === null ? t('cohort.various') : seconds(figure.target)}</td>
                <td className={(figure.met.share ?? 1) < 0.7 ? styles.short : undefined}>
                  {percent(figure.met.share)}%
                </td>
                <td>
                  {isSmall(figure.times.n) && '△ '}
                  {figure.times.n}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

interface Row {
  readonly stage: StageId
  readonly samples: readonly Sample[]
  readonly figure: ReturnType<typeof stageFigure>
  /** The group's median as a share of the target. */
  readonly group: number | null
}

function rowsOf(own: readonly Sheet[], group: readonly Sheet[]): readonly Row[] {
  const theirs = new Map(stageFigures(group).map((figure) => [figure.stage, figure]))
  return [...samplesByStage(own)]
    .filter(([, samples]) => samples.length > 0)
    .map(([stage, samples]) => ({
      stage,
      samples,
      figure: stageFigure(stage, samples),
      group: theirs.get(stage)?.ratios.median ?? null,
    }))
}
