import { describe, expect, it } from 'vitest'
import type { Item } from '../../core/scoring/scorecard.ts'
import { chiefMark, deltaOf, type Mark, sumsByDim } from './marks.ts'

const item = (changes: Partial<Item>): Item => ({
  dim: 'D5',
  code: 'unit',
  subject: 'patrol',
  points: 3,
  max: 3,
  at: 1000,
  evidence: [4],
  ...changes,
})
const mark = (delta: number, dim: Mark['dim'] = 'D5'): Mark => ({ dim, delta, item: item({ dim }) })

describe('marks', () => {
  it('count what was earned in full, and what was lost otherwise', () => {
    expect(deltaOf(item({}))).toBe(3)
    expect(deltaOf(item({ points: 1 }))).toBe(-2)
    expect(deltaOf(item({ points: 0 }))).toBe(-3)
    expect(deltaOf(item({ points: -3, max: 0 }))).toBe(-3)
  })

  it('show the greatest loss before any gain', () => {
    expect(chiefMark([])).toBeNull()
    expect(chiefMark([mark(7), mark(-1), mark(-3)])?.delta).toBe(-3)
    expect(chiefMark([mark(0), mark(2), mark(4)])?.delta).toBe(4)
  })

  it('sum by dimension, losses apart from gains and first', () => {
    expect(sumsByDim([mark(10, 'D1'), mark(4, 'D1'), mark(5, 'D2'), mark(-2, 'D2')])).toEqual([
      { dim: 'D2', delta: -2 },
      { dim: 'D1', delta: 14 },
    ])
  })
})
