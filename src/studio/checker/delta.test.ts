import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedScenarios } from '../../cli/content.ts'
import { deltaOf, patched } from './delta.ts'

const data = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, 0, 1, 'a', 'b', true),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'keys'), tie('value'), {
      noNullPrototype: true,
    }),
  ),
})).value

describe('what changed', () => {
  test('makes the new from the old, whatever they are, the order of keys included', () => {
    fc.assert(
      fc.property(data, data, (before, after) => {
        const made = patched(before, structuredClone(deltaOf(before, after)))
        expect(JSON.stringify(made)).toBe(JSON.stringify(after))
        expect(made).toEqual(after)
      }),
      { numRuns: 500 },
    )
  })

  test('is nothing between copies, and the old stays the very same', () => {
    fc.assert(
      fc.property(data, (before) => {
        expect(deltaOf(before, structuredClone(before))).toBeNull()
        expect(patched(before, null)).toBe(before)
      }),
    )
  })

  test('of one word of a shipped call is small, and all else keeps its identity', () => {
    for (const scenario of shippedScenarios()) {
      const next = structuredClone(scenario)
      const [id = ''] = Object.keys(next.facts)
      const fact = next.facts[id]
      if (fact) fact.text.zh += '。'
      const delta = deltaOf(scenario, next)
      expect(JSON.stringify(delta).length).toBeLessThan(300)
      const made = patched(scenario, delta) as typeof scenario
      expect(made).toEqual(next)
      expect(made.talk).toBe(scenario.talk)
      expect(made.facts).not.toBe(scenario.facts)
    }
  })
})
