import { describe, expect, test } from 'vitest'
import { shippedScenarios } from '../../cli/content.ts'
import { edgesOf, layoutRequest, nodesOf } from './cards.ts'
import { edgeNear, isAfar, partLines, pathsOf } from './fromAfar.ts'
import { graphOf } from './graphOf.ts'
import { layOut } from './layout.ts'

const NONE: ReadonlySet<string> = new Set()

describe.each(shippedScenarios().map((scenario) => [scenario.id, scenario] as const))(
  '%s from afar',
  (_id, scenario) => {
    const graph = graphOf(scenario)
    const laidOut = layOut(layoutRequest(scenario.talk.start, graph))
    const lead = graph.edges.flatMap(({ leads }) => leads)[0]?.path.join('.') ?? ''
    const shown = { graph, laidOut, places: {}, diagnostics: [], route: NONE, chosen: null }
    const nodes = nodesOf(shown)
    const edges = edgesOf(shown)

    test('has every line in one path, from below a card to above a card', () => {
      const { plain, faulty } = pathsOf(partLines(edges, NONE).together, nodes)
      expect(faulty).toBe('')
      const points = (y: (top: number, height: number) => number) =>
        new Map(
          nodes.map(({ id, position, width = 0, height = 0 }) => [
            id,
            `${position.x + width / 2},${y(position.y, height)}`,
          ]),
        )
      const starts = points((top, height) => top + height + 4.5)
      const ends = points((top) => top - 4.5)
      const drawn = plain
        .split('M')
        .slice(1)
        .map((path) => path.trim().replaceAll(', ', ',').replace(/\s+/g, ' '))
      const numbers = (path: string) => path.match(/-?[\d.]+/g) ?? []
      expect(
        drawn.map((path) => {
          const all = numbers(path)
          return [all.slice(0, 2).join(), all.slice(-2).join()]
        }),
      ).toEqual(edges.map(({ source, target }) => [starts.get(source), ends.get(target)]))
    })

    test('draws by itself what is chosen, shown or dragged, and nothing twice', () => {
      const chosen = edgesOf({ ...shown, chosen: lead })
      const onRoute = edgesOf({ ...shown, route: new Set([lead]) })
      const [first] = nodes
      const dragged = new Set([first?.id ?? ''])
      for (const { apart, together } of [partLines(chosen, NONE), partLines(onRoute, NONE)]) {
        expect(apart.length).toBeGreaterThan(0)
        for (const { data } of apart)
          expect(data?.edge.leads.map(({ path }) => path.join('.'))).toContain(lead)
        expect(apart.length + together.length).toBe(edges.length)
      }
      const { apart, together } = partLines(edges, dragged)
      expect(apart).toEqual(
        edges.filter(({ source, target }) => dragged.has(source) || dragged.has(target)),
      )
      expect(new Set([...apart, ...together])).toEqual(new Set(edges))
    })

    test('finds the line that a click meant, and none where there is none', () => {
      for (const edge of edges) {
        const to = nodes.find(({ id }) => id === edge.target)
        if (!to) throw new Error('a line without a card')
        const head = { x: to.position.x + (to.width ?? 0) / 2, y: to.position.y - 4.5 }
        expect(edgeNear([edge], nodes, head, 0.01)).toBe(edge)
        expect(edgeNear([edge], nodes, { ...head, y: head.y + 3 }, 4)).toBe(edge)
        // of several that come by it is one that goes right through the point
        const found = edgeNear(edges, nodes, head, 8)
        expect(found && edgeNear([found], nodes, head, 0.01)).toBe(found)
        expect(found).not.toBe(null)
      }
      expect(edgeNear(edges, nodes, { x: -1e5, y: -1e5 }, 40)).toBe(null)
      expect(edgeNear(edges, [], { x: 0, y: 0 }, 40)).toBe(null)
    })

    test('shows an error among the lines', () => {
      const error = { severity: 'error', path: lead } as const
      const wrong = edges.map((edge) => ({
        ...edge,
        ...(edge.data && {
          data: {
            ...edge.data,
            faults: edge.data.edge.leads.some(({ path }) => path.join('.') === lead)
              ? { [error.path]: error.severity }
              : {},
          },
        }),
      }))
      const { plain, faulty } = pathsOf(wrong, nodes)
      expect(faulty).not.toBe('')
      expect(plain.length + faulty.length).toBe(pathsOf(edges, nodes).plain.length)
    })
  },
)

test('afar is where no word can be made out', () => {
  expect(isAfar({ transform: [0, 0, 0.19] })).toBe(true)
  expect(isAfar({ transform: [0, 0, 0.2] })).toBe(false)
})
