import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../../cli/content.ts'
import { applyPatches } from '../edit/patch.ts'
import { compareLines, hunksOf, linesOf, patchesBetween } from './lines.ts'

/** Few different lines, so that many are the same. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'dd'), { maxLength: 30 })
  .chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`))

/** The length of the longest list of lines that stand in both in this order: the table that everybody knows. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const line of a) {
    const next = [0]
    for (const [j, other] of b.entries())
      next.push(line === other ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return row[b.length] ?? 0
}

describe('two texts line by line', () => {
  it('gives back a text from its lines', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(linesOf(one).join('')).toBe(one)
      }),
    )
  })

  it('makes one of the other by its patches', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyPatches(before, patchesBetween(before, after))).toBe(after)
      }),
    )
  })

  it('changes as few lines as can be', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [a, b] = [linesOf(before), linesOf(after)]
        const touched = compareLines(a, b).reduce(
          (sum, { from, to, newFrom, newTo }) => sum + (to - from) + (newTo - newFrom),
          0,
        )
        expect(touched).toBe(a.length + b.length - 2 * longestCommon(a, b))
      }),
      { numRuns: 300 },
    )
  })

  it('stays bounded for texts that share nothing, and is right all the same', () => {
    const before = Array.from({ length: 5000 }, (_, i) => `a${i}\n`).join('')
    const after = `${Array.from({ length: 5000 }, (_, i) => `b${i}\n`).join('')}end`
    expect(applyPatches(before, patchesBetween(before, after))).toBe(after)
  })

  it('shows each change with the lines around it, and shares those between near ones', () => {
    const source = readFileSync(`${SCENARIOS}lost-child/scenario.yaml`, 'utf8')
    const lines = source.split('\n')
    const changed = lines.with(10, 'x: 1').toSpliced(14, 1).toSpliced(200, 0, 'y: 2')
    const hunks = hunksOf(source, changed.join('\n'))
    expect(hunks.map((hunk) => hunk.map(({ kind }) => kind).join(' '))).toEqual([
      'same same out in same same same out same same',
      'same same in same same',
    ])
    expect(hunks[0]?.[2]).toEqual({ kind: 'out', old: 11, new: null, text: lines[10] })
    expect(hunks[1]?.[0]).toEqual({ kind: 'same', old: 200, new: 199, text: lines[199] })
    expect(hunks[1]?.[2]).toEqual({ kind: 'in', old: null, new: 201, text: 'y: 2' })
    expect(hunksOf(source, source)).toEqual([])
  })
})
