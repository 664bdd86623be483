import { describe, expect, it } from 'vitest'
import { TRACE_SPEED, TRACE_STEP, TraceHistory } from './traceWave.ts'

describe('TraceHistory', () => {
  it('moves at the same speed at any frame rate', () => {
    const moved = (frames: number) => {
      const history = new TraceHistory()
      history.resize(1000)
      let steps = 0
      let before = history.deviation(0)
      for (let i = 0; i < frames; i += 1) {
        history.push(1, 1000 / frames)
        if (history.deviation(0) !== before) steps += 1
        before = history.deviation(0)
      }
      return steps
    }
    const perSecond = TRACE_SPEED / TRACE_STEP
    expect(moved(1000)).toBeGreaterThanOrEqual(perSecond - 2)
    expect(moved(1000)).toBeLessThanOrEqual(perSecond)
  })

  it('stays within ±1, nearly flat in silence, and keeps no more than the width', () => {
    const history = new TraceHistory()
    history.resize(100)
    for (let i = 0; i < 500; i += 1) history.push(i < 100 ? 9 : 0, 16)
    const points = Array.from({ length: 100 }, (_, i) => history.deviation(i))
    expect(points.every((v) => Math.abs(v) <= 1)).toBe(true)
    expect(Math.max(...points.slice(0, 60).map(Math.abs))).toBeLessThan(0.06)
    expect(history.deviation(5000)).toBeCloseTo(0, 0)
  })

  it('survives a frame that stands for minutes', () => {
    const history = new TraceHistory()
    history.resize(174)
    expect(history.push(1, 600_000)).toBe(true)
    expect(Number.isFinite(history.deviation(0))).toBe(true)
  })
})
