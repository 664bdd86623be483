import { useMemo } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Chart } from '../chart/Chart.tsx'
import { type Look, tooltip } from '../chart/look.ts'
import type { NodeFigure } from '../figures/items.ts'
import { percent } from '../frame/format.ts'
import type { Talk } from './talk.ts'

interface TalkChartProps {
  readonly talk: Talk
  readonly nodes: ReadonlyMap<string, NodeFigure>
}

/** The call's graph from left to right: large nodes were visited often, amber ones strayed from often. */
export function TalkChart({ talk, nodes }: TalkChartProps) {
  const t = useT('review')
  const placed = useMemo(() => place(talk), [talk])
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
        series: [
          {
            name: 'talk',
            type: 'graph',
            layout: 'none',
            left: 30,
            right: 40,
            top: 16,
            bottom: 24,
            roam: false,
            edgeSymbol: ['none', 'arrow'],
            edgeSymbolSize: 5,
            data: placed.map(({ id, x, y }) => {
              const figure = nodes.get(id)
              const share = figure && figure.visits > 0 ? figure.strayed / figure.visits : 0
              return {
                name: id,
                x,
                y,
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
    [talk, nodes, placed, t],
  )
  return <Chart label={t('scenario.where')} option={option} table={t('scenario.whereTable')} />
}

/** Columns by distance from the start; in a column in the file's order. */
function place({
  nodes,
}: Talk): readonly { readonly id: string; readonly x: number; readonly y: number }[] {
  const columns = new Map<number, string[]>()
  for (const { id, depth } of nodes.values()) {
    const column = columns.get(depth)
    if (column) column.push(id)
    else columns.set(depth, [id])
  }
  return [...columns].flatMap(([depth, ids]) =>
    ids.map((id, i) => ({ id, x: depth * 100, y: (i - (ids.length - 1) / 2) * 60 })),
  )
}
