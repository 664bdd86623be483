import { describe, expect, it } from 'vitest'
import type { Remark } from '../../core/review/remark.ts'
import { sheetFor } from '../../core/review/testing.ts'
import { redLineRows } from './cohort.ts'
import { marksOf, raterFigures } from './raters.ts'
import { isVisible, openRoundOf, roundsOf } from './rounds.ts'
import { drawSample } from './sampling.ts'

/** Which attempts people look at, and what they may see of each other. */

describe('the quality list', () => {
  const sheets = Array.from({ length: 400 }, (_, n) =>
    sheetFor({
      attempt: `a${n}`,
      at: n,
      redLines:
        n % 20 === 0 ? [{ line: 'R1', kind: 'answer-late', zh: '', en: '', atMs: 1, n: null }] : [],
    }),
  )

  it('has at least two in a hundred, none twice, and is the same for the same seed', () => {
    const drawn = drawSample(sheets, 'seed')
    expect(drawn).toHaveLength(8)
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(8)
    expect(drawSample(sheets.toReversed(), 'seed')).toEqual(drawn)
    expect(drawSample(sheets.slice(0, 1), 'seed')).toHaveLength(1)
    expect(drawSample([], 'seed')).toEqual([])
    expect(drawSample(sheets, 'seed', 1)).toHaveLength(8)
    expect(drawSample(sheets, 'seed', 30)).toHaveLength(30)
  })

  it('takes red lines about as much more often as it says', () => {
    let red = 0
    const draws = 200
    for (let i = 0; i < draws; i += 1)
      red += drawSample(sheets, `s${i}`).filter(({ why }) => why === 'red-line').length
    // 20 of weight 8 among 380 of weight 1: 160 / 540 of the first place, a little less later on
    expect(red / (draws * 8)).toBeGreaterThan(0.24)
    expect(red / (draws * 8)).toBeLessThan(0.34)
  })

  it('lists red lines newest first', () => {
    expect(redLineRows(sheets.slice(0, 41)).map(({ sheet: { attempt } }) => attempt)).toEqual([
      'a40',
      'a20',
      'a0',
    ])
  })
})

describe('rounds and raters', () => {
  const marks = { feeling: 3, paraphrase: 3, plain: 3, next: null, calm: 3 } as const
  const remark = (id: string, by: string, what: Remark['what']): Remark => ({ id, at: 0, by, what })
  const round = remark('r', 'boss', {
    kind: 'round',
    title: '一',
    attempts: ['x', 'y'],
    raters: ['甲', '乙'],
  })
  const mark = (id: string, by: string, attempt: string, of: string | null) =>
    remark(id, by, { kind: 'mark', attempt, marks, round: of })

  it('are blind until they are closed', () => {
    const said = [round, mark('m', '甲', 'x', 'r')]
    const rounds = roundsOf(said)
    expect(rounds[0]).toMatchObject({ open: true, given: 1 })
    const theirs = said[1]
    if (!theirs) throw new Error('no mark')
    expect(isVisible(theirs, rounds, '甲')).toBe(true)
    expect(isVisible(theirs, rounds, '乙')).toBe(false)
    const closed = roundsOf([...said, remark('c', 'boss', { kind: 'round-closed', round: 'r' })])
    expect(isVisible(theirs, closed, '乙')).toBe(true)
    expect(openRoundOf(said, 'x', '乙')?.id).toBe('r')
    expect(openRoundOf(said, 'x', '丙')).toBeUndefined()
    expect(openRoundOf(said, 'z', '乙')).toBeUndefined()
  })

  it('compare marks of the same round only, each rater’s latest, without those taken back', () => {
    const said = [
      round,
      mark('1', '甲', 'x', 'r'),
      mark('2', '乙', 'x', null),
      mark('3', '乙', 'y', 'r'),
      mark('4', '甲', 'y', 'r'),
      mark('5', '甲', 'y', 'r'),
      remark('6', '乙', { kind: 'take-back', attempt: 'y', of: '3', reason: '' }),
    ]
    expect(marksOf(said)).toHaveLength(3)
    expect(raterFigures(marksOf(said)).overall.n).toBe(0)
    expect(raterFigures(marksOf(said.slice(0, 6))).overall.n).toBe(4)
  })
})
