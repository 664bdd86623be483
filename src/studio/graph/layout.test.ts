import { describe, expect, it } from 'vitest'
import { shippedScenarios } from '../../cli/content.ts'
import { layoutRequest, sizeOf } from './cards.ts'
import { cardId, graphOf } from './graphOf.ts'
import { layOut } from './layout.ts'

describe.each(shippedScenarios().map((scenario) => [scenario.id, scenario] as const))(
  'the graph of %s',
  (_id, scenario) => {
    const graph = graphOf(scenario)
    const ids = new Set(graph.cards.map(({ kind, id }) => cardId(kind, id)))

    it('has every node, ending and reply of the file', () => {
      for (const id of Object.keys(scenario.talk.nodes)) expect(ids).toContain(cardId('talk', id))
      for (const id of Object.keys(scenario.endings)) expect(ids).toContain(cardId('ending', id))
      const drawn = new Set([
        ...graph.edges.flatMap(({ leads }) => leads.map(({ path }) => path.join('.'))),
        ...graph.cards.flatMap((card) =>
          card.kind === 'talk' ? card.stays.map(({ path }) => path.join('.')) : [],
        ),
      ])
      for (const [node, { replies }] of Object.entries(scenario.talk.nodes))
        for (const reply of Object.keys(replies ?? {}))
          expect(drawn).toContain(`talk.nodes.${node}.replies.${reply}`)
      for (const [group, replies] of Object.entries(scenario.talk.groups))
        for (const reply of Object.keys(replies))
          expect(drawn).toContain(`talk.groups.${group}.${reply}`)
    })

    it('has lines between its own cards only', () => {
      for (const { from, to } of graph.edges) {
        expect(ids).toContain(from)
        expect(ids).toContain(to)
      }
    })

    it('is laid out without any card over another', () => {
      const places = layOut(layoutRequest(scenario.talk.start, graph))
      const boxes = graph.cards.map((card) => {
        const [x, y] = places[cardId(card.kind, card.id)] ?? [Number.NaN, 0]
        return { x, y, ...sizeOf(card) }
      })
      for (const [i, a] of boxes.entries()) {
        expect(Number.isFinite(a.x)).toBe(true)
        for (const b of boxes.slice(i + 1)) {
          const apart =
            a.x + a.width <= b.x ||
            b.x + b.width <= a.x ||
            a.y + a.height <= b.y ||
            b.y + b.height <= a.y
          expect(apart).toBe(true)
        }
      }
    })
  },
)
