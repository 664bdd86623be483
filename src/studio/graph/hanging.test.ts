import { describe, expect, it } from 'vitest'
import { shippedScenarios } from '../../cli/content.ts'
import { layoutRequest, sizeOf } from './cards.ts'
import { cardId, type Graph, graphOf } from './graphOf.ts'
import { hanging } from './hanging.ts'
import { layOut } from './layout.ts'

/** As the style sheet allows, px. */
const WIDEST_LABEL = 184

describe.each(shippedScenarios().map((scenario) => [scenario.id, scenario] as const))(
  'what hangs on what in the graph of %s',
  (_id, scenario) => {
    const graph: Graph = graphOf(scenario)
    const places = layOut(layoutRequest(scenario.talk.start, graph))
    const carriers = hanging(graph, places)
    const hung = graph.edges.filter(({ id }) => carriers.has(id))

    it('is one line into a card, from above', () => {
      expect(new Set(hung.map(({ to }) => to)).size).toBe(hung.length)
      for (const { from, to } of hung)
        expect(places[from]?.[1] ?? 0).toBeLessThan(places[to]?.[1] ?? 0)
    })

    it('is every reply of the start that begins something', () => {
      const start = cardId('talk', scenario.talk.start)
      const below = graph.edges.filter(
        ({ from, leads }) => from === start && leads.some((one) => one.best),
      )
      for (const { id } of below) expect(carriers).toContain(id)
    })

    it('leaves room for the words above each card', () => {
      const cards = new Map(graph.cards.map((card) => [cardId(card.kind, card.id), card]))
      const spots = hung.flatMap(({ to }) => {
        const card = cards.get(to)
        const [x, y] = places[to] ?? [0, 0]
        return card ? [{ x: x + sizeOf(card).width / 2, y }] : []
      })
      for (const [i, a] of spots.entries())
        for (const b of spots.slice(i + 1))
          expect(Math.abs(a.x - b.x) >= WIDEST_LABEL || Math.abs(a.y - b.y) >= 40).toBe(true)
    })
  },
)
