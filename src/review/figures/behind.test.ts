import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Detail, Sheet, Timed } from '../../core/review/sheet.ts'
import { sheetFor } from '../../core/review/testing.ts'
import { PRIORITIES } from '../../core/taxonomy/vocabulary.ts'
import { nodeFigures, strayedAt } from './items.ts'
import { missedTarget, STAGES, stageFigures } from './stages.ts'
import { offLevel, triage } from './triage.ts'

/** What stands behind a figure is as much as the figure says. */

const { choice } = sheetFor({ attempt: '' })

const anyTime: fc.Arbitrary<Timed> = fc.record({
  stage: fc.constantFrom('answer', 'place', 'first-dispatch', 'partner:120', 'own-clock'),
  ms: fc.option(fc.integer({ min: 0, max: 20_000 })),
  target: fc.constantFrom(5_000, 10_000),
  limit: fc.constant(20_000),
  error: fc.option(fc.constant(40)),
  n: fc.constant(7),
})

const anySheets: fc.Arbitrary<readonly Sheet[]> = fc
  .array(
    fc.record({
      rightPriority: fc.constantFrom(...PRIORITIES),
      triage: fc.option(fc.integer({ min: -3, max: 3 })),
      times: fc.array(anyTime, { maxLength: 5 }),
    }),
    { maxLength: 20 },
  )
  .map((list) =>
    list.map(({ times, ...some }, i) =>
      sheetFor({ attempt: `a${i}`, times, choice: { ...choice, ...some } }),
    ),
  )

test('calls of a wrong level are as many as the row counts, and all of that level', () => {
  fc.assert(
    fc.property(anySheets, (sheets) => {
      for (const row of triage(sheets).rows)
        for (const side of ['under', 'over'] as const) {
          const off = offLevel(sheets, row.priority, side)
          expect(off).toHaveLength(row[side].hits)
          expect(off.every(({ choice }) => choice.rightPriority === row.priority)).toBe(true)
        }
    }),
  )
})

test('calls beyond a target are those that did not meet it, the worst first', () => {
  fc.assert(
    fc.property(anySheets, (sheets) => {
      for (const { stage, met } of stageFigures(sheets)) {
        const late = missedTarget(sheets, stage)
        expect(late).toHaveLength(met.n - met.hits)
        const ratios = late.map(({ time: { ms, target } }) =>
          ms === null ? Number.MAX_VALUE : ms / target,
        )
        expect(ratios).toEqual(ratios.toSorted((a, b) => b - a))
        expect(ratios.every((ratio) => ratio > 1)).toBe(true)
      }
    }),
  )
  expect(STAGES.flatMap((stage) => missedTarget([], stage))).toEqual([])
})

test('calls that strayed at a node are as many as it counts, of the sheets alone', () => {
  const anyStep = fc.record({
    node: fc.constantFrom('one', 'two'),
    reply: fc.option(fc.constantFrom('a', 'b')),
    best: fc.option(fc.boolean()),
    n: fc.nat(99),
  })
  const anyDetails: fc.Arbitrary<readonly Detail[]> = fc
    .array(fc.array(anyStep, { maxLength: 6 }), { maxLength: 8 })
    .map((list) => list.map((path, i) => ({ attempt: `a${i}`, scenario: 'one', lost: [], path })))
  fc.assert(
    fc.property(anyDetails, anySheets, (details, sheets) => {
      const counted = new Map(sheets.map((sheet) => [sheet.attempt, sheet]))
      for (const { node, strayed } of nodeFigures(details, counted).values())
        expect(strayedAt(details, sheets, node)).toHaveLength(strayed)
    }),
  )
})
