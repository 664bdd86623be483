import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groundFor, loadContent, SCENARIOS } from '../../cli/content.ts'
import { prove } from '../../core/scenario/proof/prove.ts'
import { waysTo } from './ways.ts'

const content = loadContent()
const text = readFileSync(`${SCENARIOS}life-noise/scenario.yaml`, 'utf8')
const walk = [...prove(text, { groundOf: (city) => groundFor(content, city) })].findLast(
  (report) => report?.walk,
)?.walk

test('ways to a node end there, differ from each other, and begin with the soonest', () => {
  if (!walk) throw new Error('not walked')
  let several = 0
  for (const { id, route } of walk.nodes) {
    const ways = waysTo(walk, id)
    // one that ends the call has no state of its own, but others' ways come by
    if (route) expect(ways[0]).toEqual(route)
    for (const way of ways) {
      expect(way.steps.at(-1)?.node).toBe(id)
    }
    const signs = ways.map(({ steps, variant }) =>
      JSON.stringify([variant, steps.map(({ act }) => act)]),
    )
    expect(new Set(signs).size).toBe(ways.length)
    if (ways.length > 1) several += 1
  }
  expect(several).toBeGreaterThan(2)
})

test('there is none to a node that the proof does not know', () => {
  if (!walk) throw new Error('not walked')
  expect(waysTo(walk, 'nowhere-at-all')).toEqual([])
})
