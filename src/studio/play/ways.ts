import type { WalkReport } from '../../core/scenario/proof/report.ts'
import type { Route, RouteStep } from '../../core/scenario/proof/route.ts'

/** The routes of a proof. */
export type KnownRoutes = Pick<WalkReport, 'nodes' | 'endings' | 'facts' | 'longest'>

/** More than can be told apart in a list. */
const MOST_WAYS = 8

/**
 * Different ways to a node, the soonest first: the proof's own route there, and what its other routes (to later nodes,
 * endings and facts) do until they come by.
 */
export function waysTo(walk: KnownRoutes, node: string): readonly Route[] {
  const own = walk.nodes.find(({ id }) => id === node)?.route ?? null
  const others = [...walk.nodes, ...walk.endings, ...walk.facts].flatMap(({ route }) => route ?? [])
  const ways = new Map<string, Route>()
  for (const route of [...(own ? [own] : []), ...others, ...(walk.longest ? [walk.longest] : [])]) {
    const way = route === own ? own : untilAt(route, node)
    const sign = way && `${JSON.stringify(way.variant)} ${way.steps.map(signOf).join(' ')}`
    if (way && sign !== null && !ways.has(sign)) ways.set(sign, way)
  }
  const [first, ...rest] = ways.values()
  return first ? [first, ...rest.sort((a, b) => a.ms - b.ms)].slice(0, MOST_WAYS) : []
}

/** A route's beginning up to where it first stands at the node; null if it doesn't come by. */
function untilAt(route: Route, node: string): Route | null {
  const at = route.steps.findIndex((step) => step.node === node)
  const steps = route.steps.slice(0, at + 1)
  return at < 0 ? null : { ...route, steps, ending: null, ms: steps.at(-1)?.at ?? 0 }
}

const signOf = ({ act, node }: RouteStep): string => `${JSON.stringify(act)}>${node}`
