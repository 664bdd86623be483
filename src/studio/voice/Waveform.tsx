import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { type Pcm, peakOf } from './pcm.ts'
import { peaksOf } from './peaks.ts'
import type { Playback } from './playback.ts'
import { LEAST_S, type Span, spanWithin } from './trim.ts'
import styles from './Waveform.module.css'

/** Silence is not drawn as a storm. */
const MOST_GAIN = 20

interface WaveformProps {
  readonly pcm: Pcm
  /** Hz. */
  readonly rate: number
  /** The part that is kept. */
  readonly span: Span
  readonly onSpan: (span: Span) => void
  readonly playback: Playback
}

/** What was recorded, with a handle at each end of the part that is kept. */
export function Waveform({ pcm, rate, span, onSpan, playback }: WaveformProps) {
  const t = useT('studio')
  const frame = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  usePlayhead(head, playback, span, pcm.length)
  const move = (edge: keyof Span, to: number): void => onSpan(moved(span, edge, to, pcm, rate))
  const at = (event: PointerEvent): number => {
    const box = frame.current?.getBoundingClientRect()
    return box ? ((event.clientX - box.left) / box.width) * pcm.length : 0
  }
  const share = (sample: number): string => `${(100 * sample) / pcm.length}%`
  const handle = (edge: keyof Span, label: string) => (
    <div
      className={styles.handle}
      data-edge={edge}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Number((pcm.length / rate).toFixed(2))}
      aria-valuenow={Number((span[edge] / rate).toFixed(2))}
      aria-valuetext={t('voice.at', { s: (span[edge] / rate).toFixed(2) })}
      style={{ left: share(span[edge]) }}
      onKeyDown={(event) => {
        const step = stepOf(event)
        if (step === null) return
        event.preventDefault()
        move(edge, span[edge] + step * rate)
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(edge, at(event))
      }}
    />
  )
  return (
    <div className={styles.wave} ref={frame} data-seconds={(pcm.length / rate).toFixed(2)}>
      <Picture pcm={pcm} label={t('voice.wave')} />
      <div className={styles.cut} style={{ left: 0, width: share(span.from) }} />
      <div className={styles.cut} style={{ right: 0, width: share(pcm.length - span.to) }} />
      <div className={styles.playhead} ref={head} hidden />
      {handle('from', t('voice.from'))}
      {handle('to', t('voice.to'))}
    </div>
  )
}

/** The span with one end elsewhere; the other stays where it is. */
function moved(span: Span, edge: keyof Span, to: number, pcm: Pcm, rate: number): Span {
  const least = Math.min(pcm.length, LEAST_S * rate)
  return edge === 'from'
    ? spanWithin({ from: Math.min(to, span.to - least), to: span.to }, pcm.length, rate)
    : spanWithin({ from: span.from, to: Math.max(to, span.from + least) }, pcm.length, rate)
}

/** How far a key moves a handle, s; null if it is none of its keys. */
function stepOf({ key, shiftKey }: KeyboardEvent): number | null {
  const step = shiftKey ? 0.1 : 0.01
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -step
    case 'ArrowRight':
    case 'ArrowUp':
      return step
    case 'PageDown':
      return -0.5
    case 'PageUp':
      return 0.5
    case 'Home':
      return Number.NEGATIVE_INFINITY
    case 'End':
      return Number.POSITIVE_INFINITY
    default:
      return null
  }
}

function Picture({ pcm, label }: { readonly pcm: Pcm; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const { current } = canvas
    if (!current) return
    const watch = new ResizeObserver(() =>
      setSize({ width: current.clientWidth, height: current.clientHeight }),
    )
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    const { current } = canvas
    const pen = current?.getContext('2d')
    if (!current || !pen || size.width === 0) return
    const scale = window.devicePixelRatio
    current.width = Math.round(size.width * scale)
    current.height = Math.round(size.height * scale)
    pen.fillStyle = getComputedStyle(current).color
    const middle = current.height / 2
    const peaks = peaksOf(pcm, current.width)
    // a quiet take is drawn as large as a loud one: what is kept will be evened
    const gain = Math.min(MOST_GAIN, 0.95 / peakOf(pcm))
    for (let x = 0; x < current.width; x += 1) {
      const low = middle * (1 - gain * (peaks[x * 2 + 1] ?? 0))
      const high = middle * (1 - gain * (peaks[x * 2] ?? 0))
      pen.fillRect(x, low, 1, Math.max(scale, high - low))
    }
  }, [pcm, size])
  return <canvas ref={canvas} className={styles.picture} role="img" aria-label={label} />
}

/** Moves the line that shows what is heard now. */
function usePlayhead(
  head: { readonly current: HTMLDivElement | null },
  playback: Playback,
  span: Span,
  length: number,
): void {
  useEffect(() => {
    let frame = 0
    const draw = (): void => {
      const at = playback.at()
      const { current } = head
      if (current) {
        current.hidden = at === null
        current.style.left = `${(100 * (span.from + (at ?? 0) * (span.to - span.from))) / length}%`
      }
      if (playback.playing.get() !== null) frame = requestAnimationFrame(draw)
    }
    const stop = playback.playing.subscribe(() => {
      cancelAnimationFrame(frame)
      draw()
    })
    draw()
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [head, playback, span, length])
}
