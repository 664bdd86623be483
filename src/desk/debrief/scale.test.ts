import { describe, expect, it } from 'vitest'
import { fitted, scaleOf, showing, textWidth, ticks, whole, within, zoomed } from './scale.ts'

const END = 300_000

describe('the timeline’s scale', () => {
  it('goes from time to px and back', () => {
    const scale = scaleOf({ from: 0, to: 100_000 }, 100, 1100)
    expect(scale.x(50_000)).toBe(600)
    expect(scale.time(600)).toBe(50_000)
  })

  it('zooms around a moment and never out of the call', () => {
    const near = zoomed(whole(END), 2, 150_000, END)
    expect(near.to - near.from).toBe((END + 4000) / 2)
    expect((near.from + near.to) / 2).toBe(150_000)
    expect(zoomed(near, 0.1, 150_000, END)).toEqual(whole(END))
    const closest = zoomed(whole(END), 1000, 0, END)
    expect(closest.to - closest.from).toBe(15_000)
    expect(closest.from).toBeGreaterThanOrEqual(-2000)
  })

  it('moves along so that a moment is seen, and stays if it is', () => {
    const window = { from: 10_000, to: 40_000 }
    expect(showing(window, 20_000, END)).toBe(window)
    const moved = showing(window, 100_000, END)
    expect(moved.to - moved.from).toBe(30_000)
    expect(moved.from).toBeLessThan(100_000)
    expect(within({ from: 290_000, to: 320_000 }, END)).toEqual({ from: 272_000, to: 302_000 })
  })

  it('marks even times, none after the end', () => {
    const found = ticks(scaleOf(whole(END), 0, 1000), END)
    expect(found[0]).toBe(0)
    expect(found.every((time) => time % 30_000 === 0 && time <= END)).toBe(true)
  })

  it('cuts texts to the room there is', () => {
    expect(textWidth('渠北', 12)).toBe(24)
    expect(fitted('渠北-2', 100, 12)).toBe('渠北-2')
    expect(fitted('渠北派出所', 40, 12)).toBe('渠北…')
    expect(fitted('渠北派出所', 15, 12)).toBe('')
  })
})
