import { describe, expect, test } from 'vitest'
import { shippedScenarios } from '../../cli/content.ts'
import { layoutRequest } from './cards.ts'
import { cardId, graphOf } from './graphOf.ts'
import { layOut } from './layout.ts'
import { type Arrow, nextAt, type Walked } from './walking.ts'

const ARROWS: readonly Arrow[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']

describe.each(shippedScenarios().map((scenario) => [scenario.id, scenario] as const))(
  'arrow keys in the graph of %s',
  (_id, scenario) => {
    const graph = graphOf(scenario)
    const places = layOut(layoutRequest(scenario.talk.start, graph))
    const step = (at: Walked | null, key: Arrow) =>
      nextAt(graph, places, at?.path.join('.') ?? null, at?.card ?? null, key)

    test('come from the beginning to every card and everything that leads on', () => {
      const seen = new Set<string>()
      const been = new Set<string>()
      const open = [step(null, 'ArrowDown')]
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (at === null || been.has(`${at.card} ${at.at}`)) continue
        been.add(`${at.card} ${at.at}`)
        seen.add(at.path.join('.'))
        open.push(...ARROWS.map((key) => step(at, key)))
      }
      for (const { path } of graph.cards) expect(seen).toContain(path.join('.'))
      for (const { leads } of graph.edges)
        for (const { path } of leads) expect(seen).toContain(path.join('.'))
    })

    test('go back up to the card from which they went down', () => {
      for (const card of graph.cards) {
        const id = cardId(card.kind, card.id)
        const way = step({ path: card.path, card: id, at: id }, 'ArrowDown')
        if (way !== null && card.kind !== 'reaction') expect(step(way, 'ArrowUp')?.at).toBe(id)
      }
    })
  },
)
