import { describe, expect, it } from 'vitest'
import { loadContent, shippedScenarios } from '../../cli/content.ts'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { shapesAt } from '../../core/scenario/edit/shape.ts'
import { type ChoiceGround, choicesAt } from './choices.ts'

const scenarios = shippedScenarios()
const { taxonomy } = loadContent()
const ground = (scenario: ChoiceGround['scenario']): ChoiceGround => ({
  scenario,
  taxonomy,
  city: null,
})

/** Every place of a scenario where one thing stands, with that. */
function leaves(value: unknown, path: Path = []): (readonly [Path, string | number])[] {
  if (typeof value === 'string' || typeof value === 'number') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, below]) =>
    leaves(below, [...path, isList ? Number(key) : key]),
  )
}

describe('what may be chosen', () => {
  it('is offered only where the format takes words', () => {
    for (const scenario of scenarios)
      for (const [path, value] of leaves(scenario)) {
        if (typeof value !== 'number') continue
        const kinds = shapesAt(path).map(({ kind }) => kind)
        if (!kinds.includes('string') && !kinds.includes('fixed'))
          expect([path.join('.'), choicesAt(path, ground(scenario))]).toEqual([
            path.join('.'),
            null,
          ])
      }
  })

  it('holds the nodes, endings, replies and acts that the shipped calls name', () => {
    const named = new Set(['goto', 'end', 'unanswered', 'hung-up', 'act', 'use', 'said', 'outcome'])
    let seen = 0
    for (const scenario of scenarios)
      for (const [path, value] of leaves(scenario)) {
        const last = path.filter((step) => typeof step === 'string').at(-1)
        if (typeof value !== 'string' || !named.has(String(last)) || value.startsWith('$')) continue
        seen += 1
        const ids = choicesAt(path, ground(scenario))?.map(({ id }) => id) ?? []
        // a reply may be named with its node
        const known = ids.includes(value) || ids.includes(value.split('.').at(-1) ?? '')
        expect([path.join('.'), value, known]).toEqual([path.join('.'), value, true])
      }
    expect(seen).toBeGreaterThan(100)
  })

  it('tells endings, groups and failures by more than their names', () => {
    for (const scenario of scenarios)
      for (const path of [
        ['line', 'hung-up'],
        ['talk', 'nodes', 'x', 'use', 0],
      ])
        for (const { id, zh, en } of choicesAt(path, ground(scenario)) ?? []) {
          expect(zh.length).toBeGreaterThan(id.length + 1)
          expect(en.length).toBeGreaterThan(id.length + 1)
        }
  })
})
