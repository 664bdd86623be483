import { type PointerEvent, useRef } from 'react'
import { type Scale, type Window, whole, within } from './scale.ts'
import styles from './Timeline.module.css'
import { useDebrief } from './useDebrief.ts'

export interface OverviewProps {
  readonly window: Window
  readonly onWindow: (window: Window) => void
  readonly scale: Scale
  readonly y: number
}

type Part = 'from' | 'to' | 'both'

/** Closest to each other that the two handles may come, ms. */
const LEAST_MS = 15_000

/** Which part of the call is shown: a bar with two handles, for the pointer. The zoom buttons do the same by keyboard. */
export function Overview({ window, onWindow, scale, y }: OverviewProps) {
  const { digest } = useDebrief()
  const { end } = digest.timeline
  const drag = useRef<{ part: Part; x: number; window: Window } | null>(null)
  const all = whole(end)
  const perMs = (scale.right - scale.left) / (all.to - all.from)
  const x = (time: number) => scale.left + (time - all.from) * perMs

  const grab = (part: Part) => (event: PointerEvent<SVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { part, x: event.clientX, window }
  }
  const move = (event: PointerEvent<SVGElement>) => {
    const { current } = drag
    if (!current) return
    const ms = (event.clientX - current.x) / perMs
    const { from, to } = current.window
    if (current.part === 'both') onWindow(within({ from: from + ms, to: to + ms }, end))
    else if (current.part === 'from')
      onWindow({ from: Math.max(all.from, Math.min(to - LEAST_MS, from + ms)), to })
    else onWindow({ from, to: Math.min(all.to, Math.max(from + LEAST_MS, to + ms)) })
  }
  const drop = () => {
    drag.current = null
  }
  const handlers = (part: Part) => ({
    onPointerDown: grab(part),
    onPointerMove: move,
    onPointerUp: drop,
    onPointerCancel: drop,
  })
  const left = x(window.from)
  const right = x(window.to)
  return (
    <g data-overview>
      <rect
        className={styles.rail}
        x={scale.left}
        y={y}
        width={scale.right - scale.left}
        height={5}
        rx={2.5}
      />
      <rect
        className={styles.shown}
        x={left}
        y={y}
        width={Math.max(1, right - left)}
        height={5}
        rx={2.5}
        {...handlers('both')}
      />
      <rect
        className={styles.handle}
        x={left - 3}
        y={y - 3}
        width={6}
        height={11}
        rx={2}
        {...handlers('from')}
      />
      <rect
        className={styles.handle}
        x={right - 3}
        y={y - 3}
        width={6}
        height={11}
        rx={2}
        {...handlers('to')}
      />
    </g>
  )
}
