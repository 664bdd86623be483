import { useMemo } from 'react'
import { isRight, type Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import { Chart } from '../chart/Chart.tsx'
import { axis, type Look, tooltip } from '../chart/look.ts'
import { PlainTable } from '../chart/PlainTable.tsx'
import { CURVE_WINDOW, rollingAccuracy } from '../figures/cohort.ts'
import { groupCurve } from '../figures/trainee.ts'
import { monthDay, percent } from '../frame/format.ts'
import { momentPath } from '../frame/MomentLink.tsx'
import parts from '../frame/parts.module.css'
import { share } from '../statistics/proportion.ts'
import styles from './Trainee.module.css'

interface CurveProps {
  readonly own: readonly Sheet[]
  readonly group: readonly Sheet[]
}

/** Class accuracy over the last ten, call by call, with its interval, the group's median and the target. */
export function CurvePanel({ own, group }: CurveProps) {
  const t = useT('review')
  const names = useNames()
  const { state, navigate } = useReview()
  const rule = state.ground.readiness.rules.find(({ kind }) => kind === 'class-accuracy')
  const target = rule?.kind === 'class-accuracy' ? rule.percent : null
  const points = useMemo(() => rollingAccuracy(own), [own])
  const median = useMemo(() => groupCurve(group).slice(0, points.length), [group, points.length])
  const option = useMemo(
    () => (colours: Look) => {
      const intervals = points.map(({ hits, of }) => share(hits, of).interval)
      const at = (value: number | null | undefined) =>
        value === null || value === undefined ? null : Math.round(value * 1000) / 10
      const bandLine = {
        type: 'line',
        stack: 'band',
        silent: true,
        symbol: 'none',
        lineStyle: { opacity: 0 },
      }
      return {
        grid: { left: 34, right: 12, top: 10, bottom: 22 },
        tooltip: {
          ...tooltip(colours),
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const point = points[dataIndex]
            return point
              ? `#${dataIndex + 1} ${names.scenario(point.sheet.scenario)}\n${point.hits}/${point.of}`
              : ''
          },
        },
        xAxis: {
          type: 'category',
          data: points.map(({ sheet }) => monthDay(sheet.at)),
          ...axis(colours),
          splitLine: { show: false },
        },
        yAxis: { type: 'value', min: 0, max: 100, interval: 20, ...axis(colours) },
        series: [
          { ...bandLine, name: 'low', data: intervals.map((one) => at(one?.low)) },
          {
            ...bandLine,
            name: 'band',
            areaStyle: { color: colours.calm, opacity: 0.14 },
            data: intervals.map((one) => (one ? at(one.high - one.low) : null)),
          },
          {
            name: 'group',
            type: 'line',
            silent: true,
            symbol: 'none',
            lineStyle: { color: colours.ink3, width: 1 },
            data: median.map(at),
          },
          {
            name: 'own',
            type: 'line',
            symbolSize: 6,
            lineStyle: { color: colours.calm, width: 2 },
            data: points.map(({ share: value, sheet }) => ({
              value: at(value),
              itemStyle: { color: sheet.redLines.length > 0 ? colours.grave : colours.calm },
              symbol: isRight(sheet) ? 'circle' : 'diamond',
              symbolSize: isRight(sheet) ? 5 : 9,
            })),
            ...(target === null
              ? {}
              : {
                  markLine: {
                    silent: true,
                    symbol: 'none',
                    label: { show: false },
                    lineStyle: { color: colours.ink, type: 'dotted' },
                    data: [{ yAxis: target }],
                  },
                }),
          },
        ],
      }
    },
    [points, median, target, names],
  )
  return (
    <Panel
      className={`${parts.framed} ${styles.curve}`}
      title={t('trainee.curve')}
      beside={<span className={parts.cut}>{t('trainee.curveNote', { n: CURVE_WINDOW })}</span>}
    >
      <Chart
        label={t('trainee.curve')}
        option={option}
        onPick={(_, index) => {
          const sheet = points[index]?.sheet
          if (sheet) navigate(momentPath(sheet.attempt))
        }}
        table={
          <PlainTable
            caption={t('trainee.curve')}
            table={[
              [
                '#',
                t('cohort.when'),
                t('filter.scenario'),
                t('cohort.accuracy'),
                t('trainee.group'),
              ],
              ...points.map(({ sheet, hits, of }, i) => [
                i + 1,
                monthDay(sheet.at),
                names.scenario(sheet.scenario),
                `${hits}/${of}`,
                percent(median[i] ?? null),
              ]),
            ]}
          />
        }
      />
    </Panel>
  )
}
