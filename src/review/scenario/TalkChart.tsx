import { useMemo } from 'react'
import type { Detail } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Chart } from '../chart/Chart.tsx'
import { type Look, tooltip } from '../chart/look.ts'
import type { NodeFigure } from '../figures/items.ts'
import { percent } from '../frame/format.ts'
import { placed, type Talk } from './talk.ts'

interface TalkChartProps {
  readonly talk: Talk
  readonly nodes: ReadonlyMap<string, NodeFigure>
  readonly details: readonly Detail[]
}

/** The call's graph from left to right: large nodes were visited often, amber ones strayed from often. */
export function TalkChart({ talk, nodes, details }: TalkChartProps) {
  const t = useT('review')
  const places = useMemo(() => placed(talk, details), [talk, details])
  const option = useMemo(
    () => (colours: Look) => {
      const most = Math.max(1, ...[...nodes.values()].map(({ visits }) => visits))
      return {
        tooltip: {
          ...tooltip(colours),
          formatter: ({ dataType, name }: { dataType: string; name: string }) => {
            if (dataType !== 'node') return ''
            const figure = nodes.get(name)
            return figure
              ? `${name}\n${t('scenario.visits')} ${figure.visits} · ${t('scenario.strayed')} ${figure.strayed} (${percent(figure.strayed / figure.visits)}%)`
              : `${name}\n${t('scenario.neverVisited')}`
          },
        },
        grid: { left: 24, right: 36, top: 14, bottom: 36 },
        xAxis: {
          type: 'value',
          show: false,
          min: 0,
          max: Math.max(1, ...places.map(({ x }) => x)),
        },
        yAxis: { type: 'value', show: false, min: -1, max: 1 },
        series: [
          {
            name: 'talk',
            type: 'graph',
            coordinateSystem: 'cartesian2d',
            roam: false,
            edgeSymbol: ['none', 'arrow'],
            edgeSymbolSize: 5,
            data: places.map(({ id, x, y }) => {
              const figure = nodes.get(id)
              const share = figure && figure.visits > 0 ? figure.strayed / figure.visits : 0
              return {
                name: id,
                value: [x, -y],
                symbolSize: figure ? 8 + 16 * Math.sqrt(figure.visits / most) : 6,
                itemStyle: {
                  color: !figure ? colours.panel : share > 0.3 ? colours.now : colours.calm,
                  opacity: figure ? 0.35 + 0.65 * share : 1,
                  borderColor: figure ? colours.ink2 : colours.lineStrong,
                  borderWidth: 1,
                },
                label: {
                  show: share > 0.3,
                  position: 'bottom',
                  color: colours.ink,
                  fontSize: 12,
                  formatter: `${id} ${percent(share)}%`,
                },
              }
            }),
            links: talk.links.map(({ from, to, best }) => ({
              source: from,
              target: to,
              lineStyle: {
                color: best ? colours.done : colours.lineStrong,
                width: best ? 1.5 : 0.8,
                curveness: 0.12,
              },
            })),
          },
        ],
      }
    },
    [talk, nodes, places, t],
  )
  return <Chart label={t('scenario.where')} option={option} table={t('scenario.whereTable')} />
}
