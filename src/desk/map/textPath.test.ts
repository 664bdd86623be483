import { describe, expect, it } from 'vitest'
import { glyphBoxes, glyphsOf, lengthsOf, setAlong, spotsAlong } from './textPath.ts'

const set = (
  line: { x: number; y: number }[],
  middle: number,
  upright: boolean,
  text = '渠北路',
) => {
  const glyphs = glyphsOf(text)
  const advances = glyphs.map(() => 12)
  return setAlong(line, lengthsOf(line), middle, glyphs, advances, 12, upright)
}

describe('names along roads', () => {
  const east = [
    { x: 0, y: 50 },
    { x: 200, y: 50 },
  ]

  it('reads from left to right, whichever way the road was drawn', () => {
    const there = set(east, 100, true)
    const back = set([...east].reverse(), 100, true)
    expect(there?.map(({ text }) => text)).toEqual(['渠', '北', '路'])
    expect(there?.map(({ x }) => Math.round(x))).toEqual([88, 100, 112])
    expect(back?.map(({ x }) => Math.round(x))).toEqual([88, 100, 112])
    for (const { angle } of back ?? []) expect(Math.cos(angle)).toBeCloseTo(1, 9)
  })

  it('stands Chinese upright from above to below on a steep road, and turns Latin', () => {
    const south = [
      { x: 50, y: 0 },
      { x: 52, y: 200 },
    ]
    for (const line of [south, [...south].reverse()]) {
      const zh = set(line, 100, true)
      expect(zh?.every(({ angle }) => angle === 0)).toBe(true)
      const ys = zh?.map(({ y }) => y) ?? []
      expect([...ys].sort((a, b) => a - b)).toEqual(ys)
      const en = set(line, 100, false, 'Road')
      expect(Math.abs(Math.sin(en?.[0]?.angle ?? 0))).toBeGreaterThan(0.99)
    }
  })

  it('gives up where the road is too short or bends too much', () => {
    expect(set(east, 10, true)).toBeNull()
    expect(set([{ x: 0, y: 0 }], 0, true)).toBeNull()
    const corner = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
    ]
    expect(set(corner, 100, true)).toBeNull()
    expect(set(corner, 50, true)).not.toBeNull()
  })

  it('takes a box for each glyph and spreads names evenly', () => {
    expect(glyphBoxes(set(east, 100, true) ?? [], 12)).toHaveLength(3)
    expect(spotsAlong(1000, 500)).toEqual([250, 750])
    expect(spotsAlong(100, 400)).toEqual([50])
  })
})
