import type { EChartsCoreOption } from 'echarts/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import styles from './Chart.module.css'
import { startChart } from './echarts.ts'
import { type Look, look } from './look.ts'

export interface ChartProps {
  /** What it shows, in one sentence: read out in the place of the picture. */
  readonly label: string
  /** Made anew with the theme's colours. Keep it the same while nothing changes. */
  readonly option: (colours: Look) => EChartsCoreOption
  /** The same figures as a table, for whoever can't see the chart. */
  readonly table: ReactNode
  /** A point or bar was chosen; gives its place in the series. */
  readonly onPick?: (series: string, index: number) => void
}

/** A chart with its table behind it. It fills its place and follows it when that changes. */
export function Chart({ label, option, table, onPick }: ChartProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof startChart> | null>(null)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  })
  useEffect(() => {
    const element = host.current
    if (!element) return
    const made = startChart(element)
    chart.current = made
    made.on('click', ({ seriesName, dataIndex }) => pick.current?.(seriesName ?? '', dataIndex))
    const watch = new ResizeObserver(() => {
      // it tells the first size too, and that the chart has already
      if (element.clientWidth !== made.getWidth() || element.clientHeight !== made.getHeight())
        made.resize()
    })
    watch.observe(element)
    return () => {
      watch.disconnect()
      made.dispose()
      chart.current = null
    }
  }, [])
  useEffect(() => {
    const colours = look()
    const all = { animation: false, textStyle: { fontFamily: colours.font } }
    chart.current?.setOption({ ...all, ...option(colours) }, { notMerge: true })
  }, [option])
  return (
    <figure className={styles.figure}>
      <div ref={host} className={styles.canvas} role="img" aria-label={label} />
      <VisuallyHidden>{table}</VisuallyHidden>
    </figure>
  )
}
