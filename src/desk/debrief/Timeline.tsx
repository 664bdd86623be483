import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { usePrinting } from '../../ui/usePrinting.ts'
import { clock } from './format.ts'
import { lanesOf } from './lanes.ts'
import { Overview } from './Overview.tsx'
import { Playhead } from './Playhead.tsx'
import { gutters, scaleOf, type Window } from './scale.ts'
import styles from './Timeline.module.css'
import { TimelineLanes } from './TimelineLanes.tsx'
import { useDebrief } from './useDebrief.ts'
import { usePlayer, usePlayerValue } from './usePlayer.ts'
import { useSize } from './useSize.ts'

export interface TimelineProps {
  readonly window: Window
  readonly onWindow: (window: Window) => void
}

const STEP_MS = 1_000
/** The picture on A4 paper, in CSS px. */
const PAPER = { width: 703, height: 196 }
const LEAP_MS = 10_000

/** The picture of the call: a slider over its time. The transcript says the same in a table. */
export function Timeline({ window, onWindow }: TimelineProps) {
  const t = useT('debrief')
  const { digest, lang } = useDebrief()
  const player = usePlayer()
  const second = usePlayerValue(({ time }) => Math.floor(time / 1000))
  const [ref, measured] = useSize<HTMLDivElement>()
  const size = usePrinting() ? PAPER : measured
  const dragging = useRef(false)
  const { end } = digest.timeline
  const width = size?.width ?? 0
  const height = size?.height ?? 0
  const { left, right } = gutters(lang)
  const scale = useMemo(
    () => scaleOf(window, left, Math.max(left + 100, width - right)),
    [window, left, right, width],
  )
  const lanes = useMemo(() => lanesOf(height, digest.timeline), [height, digest.timeline])

  const timeAt = (event: PointerEvent<HTMLDivElement>): number =>
    scale.time(event.clientX - event.currentTarget.getBoundingClientRect().left)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return
    if (event.target.closest('[data-overview]')) return
    const hit = event.target.closest('[data-n]')
    if (hit instanceof SVGElement) {
      player.seek(Number(hit.dataset.at), Number(hit.dataset.n))
      return
    }
    dragging.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    player.seek(timeAt(event))
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (dragging.current) player.seek(timeAt(event))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { time } = player.state
    const leap = event.shiftKey ? LEAP_MS : STEP_MS
    const to = {
      ArrowLeft: time - leap,
      ArrowRight: time + leap,
      PageDown: time - LEAP_MS,
      PageUp: time + LEAP_MS,
      Home: 0,
      End: end,
    }[event.key]
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    player.seek(to)
  }
  return (
    <div
      ref={ref}
      className={styles.picture}
      role="slider"
      tabIndex={0}
      aria-label={t('time.title')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(end / 1000)}
      aria-valuenow={Math.min(second, Math.floor(end / 1000))}
      aria-valuetext={t('time.slider', { time: clock(second * 1000), end: clock(end) })}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        dragging.current = false
      }}
      onPointerCancel={() => {
        dragging.current = false
      }}
    >
      {size && (
        <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`}>
          <TimelineLanes scale={scale} lanes={lanes} width={width} />
          <Playhead scale={scale} lanes={lanes} />
          <Overview window={window} onWindow={onWindow} scale={scale} y={lanes.overview} />
        </svg>
      )}
    </div>
  )
}
