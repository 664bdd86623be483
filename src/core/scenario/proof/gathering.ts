import type { Coverage } from '../coverage.ts'
import type { Leaks } from '../leaks.ts'
import type { Rolled, Variant } from '../roll.ts'
import type { Scenario } from '../schema.ts'
import type { VariantWalk } from '../walk.ts'
import { placesOf } from './facts.ts'
import type { FactPlace, VariantReport, WalkReport } from './report.ts'
import type { Route, Traced } from './route.ts'
import { type ActWords, inWords } from './words.ts'

/** Puts the walks of all variants together: of each thing the soonest way, whichever variant has it. */
export class Gathering {
  readonly #scenario: Scenario
  readonly #variants: VariantReport[] = []
  readonly #rolled: Rolled[] = []
  readonly #endings = new Map<string, Route>()
  readonly #nodes = new Map<string, Route>()
  readonly #facts = new Map<string, Route>()
  #shortest: Route | null = null
  #longest: Route | null = null

  constructor(scenario: Scenario) {
    this.#scenario = scenario
  }

  /** Adds a variant's walk. `name` is what the variant is called, `words` what its acts are. */
  add(walk: VariantWalk, rolled: Rolled, name: string, words: ActWords): void {
    const { states, transitions, whole } = walk
    const { variant } = rolled
    this.#variants.push({ variant, name, states, transitions, whole })
    this.#rolled.push(rolled)
    const route = (steps: readonly Traced[], ending: string | null): Route =>
      routeOf(steps, ending, variant, words)
    for (const [id, steps] of walk.nodes) sooner(this.#nodes, id, route(steps, null))
    for (const [id, steps] of walk.facts) sooner(this.#facts, id, route(steps, null))
    for (const [id, steps] of walk.endings) {
      const way = route(steps, id)
      sooner(this.#endings, id, way)
      if (!this.#shortest || way.ms < this.#shortest.ms) this.#shortest = way
    }
    const { longest } = walk
    if (!longest) return
    const way = route(longest.steps, longest.ending)
    if (!this.#longest || way.ms > this.#longest.ms) this.#longest = way
  }

  report(coverage: Coverage, leaks: Leaks): WalkReport {
    const { endings, talk, facts } = this.#scenario
    const places = this.#places(coverage)
    const sum = (part: 'states' | 'transitions'): number =>
      this.#variants.reduce((total, one) => total + one[part], 0)
    return {
      states: sum('states'),
      transitions: sum('transitions'),
      whole: this.#variants.every(({ whole }) => whole),
      variants: this.#variants,
      endings: Object.entries(endings).map(([id, { outcome }]) => ({
        id,
        outcome,
        route: this.#endings.get(id) ?? null,
      })),
      nodes: Object.keys(talk.nodes).map((id) => ({ id, route: this.#nodes.get(id) ?? null })),
      facts: Object.entries(facts).map(([id, { by }]) => ({
        id,
        places: places.get(id) ?? [],
        route: this.#facts.get(id) ?? null,
        by: by ?? null,
      })),
      shortest: this.#shortest,
      longest: this.#longest,
      leaks: leaks.figures(),
    }
  }

  /** Each place once, whichever variants have it. */
  #places(coverage: Coverage): ReadonlyMap<string, readonly FactPlace[]> {
    const all = new Map<string, Map<string, FactPlace>>()
    for (const rolled of this.#rolled)
      for (const [id, places] of placesOf(rolled, coverage)) {
        const known = all.get(id) ?? new Map<string, FactPlace>()
        all.set(id, known)
        for (const place of places) known.set(place.path, place)
      }
    return new Map([...all].map(([id, places]) => [id, [...places.values()]]))
  }
}

function routeOf(
  steps: readonly Traced[],
  ending: string | null,
  variant: Variant,
  words: ActWords,
): Route {
  return { steps: inWords(steps, words), variant, ending, ms: steps.at(-1)?.at ?? 0 }
}

function sooner(routes: Map<string, Route>, id: string, route: Route): void {
  const known = routes.get(id)
  if (!known || route.ms < known.ms) routes.set(id, route)
}
