import { useEffect, useRef } from 'react'
import { TRACE_STEP, TraceHistory } from './traceWave.ts'
import type { Sound } from './types.ts'
import styles from './VoiceTrace.module.css'

export interface VoiceTraceProps {
  readonly sound: Pick<Sound, 'level'>
  /** now: the caller on the line; calm: a test. */
  readonly tone?: 'now' | 'calm'
  /** In CSS pixels. */
  readonly height?: number
}

/** With reduced motion the level is read this often, in ms. */
const SLOW_MS = 400

/**
 * The caller's voice as a moving line, instead of a face. Decorative: the captions say what is said. Who
 * asks for less motion gets a bar that changes slowly.
 */
export function VoiceTrace({ sound, tone = 'now', height = 40 }: VoiceTraceProps) {
  const ref = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const canvas = ref.current
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) return
    const reduced = matchMedia('(prefers-reduced-motion: reduce)')
    const history = new TraceHistory()
    let width = 0
    let frame = 0
    let timer: ReturnType<typeof setInterval> | undefined
    let before = performance.now()
    let bar = 0

    const measure = () => {
      width = canvas.clientWidth
      const scale = Math.max(1, devicePixelRatio)
      canvas.width = Math.round(width * scale)
      canvas.height = Math.round(height * scale)
      pen.setTransform(scale, 0, 0, scale, 0, 0)
      history.resize(width / TRACE_STEP + 1)
    }
    const clear = () => {
      pen.clearRect(0, 0, width, height)
      const colour = getComputedStyle(canvas).color
      pen.strokeStyle = colour
      pen.fillStyle = colour
    }
    const drawWave = () => {
      clear()
      pen.lineWidth = 1.6
      pen.lineJoin = 'round'
      pen.beginPath()
      const points = Math.floor(width / TRACE_STEP)
      for (let back = 0; back <= points; back += 1) {
        const y = height / 2 + history.deviation(back) * (height / 2 - 2)
        pen.lineTo(width - back * TRACE_STEP, y)
      }
      pen.stroke()
    }
    const drawBar = () => {
      clear()
      pen.globalAlpha = 0.3
      pen.fillRect(0, height / 2 - 1, width, 2)
      pen.globalAlpha = 1
      pen.fillRect(0, height / 2 - 3, width * bar, 6)
    }
    const tick = (now: number) => {
      if (history.push(sound.level(), Math.max(0, now - before))) drawWave()
      before = now
      frame = requestAnimationFrame(tick)
    }
    const slow = () => {
      bar = 0.6 * bar + 0.4 * Math.min(1, sound.level())
      drawBar()
    }
    const halt = () => {
      cancelAnimationFrame(frame)
      clearInterval(timer)
    }
    const begin = () => {
      halt()
      before = performance.now()
      if (reduced.matches) {
        slow()
        timer = setInterval(slow, SLOW_MS)
      } else {
        drawWave()
        frame = requestAnimationFrame(tick)
      }
    }

    const sizes = new ResizeObserver(() => {
      measure()
      if (reduced.matches) drawBar()
      else drawWave()
    })
    measure()
    sizes.observe(canvas)
    reduced.addEventListener('change', begin)
    begin()
    return () => {
      halt()
      sizes.disconnect()
      reduced.removeEventListener('change', begin)
    }
  }, [sound, height])

  return (
    <div aria-hidden="true" className={styles.frame}>
      <canvas
        ref={ref}
        className={`${styles.trace} ${tone === 'now' ? styles.now : styles.calm}`}
        style={{ height }}
      />
    </div>
  )
}
