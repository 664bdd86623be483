import type { Text } from '../../core/scenario/primitives.ts'
import type { RouteStep } from '../../core/scenario/proof/route.ts'

/** A way through the call that can be read and drawn out in the graph. */
export interface Way {
  readonly label: Text
  readonly steps: readonly RouteStep[]
}

export type ShowWay = (way: Way) => void

/** What the soonest way to something is called. */
export function wayTo(what: Text, steps: readonly RouteStep[]): Way {
  return { label: { zh: `最快路线 → ${what.zh}`, en: `Soonest way → ${what.en}` }, steps }
}

/** A name that is the same in both languages: an id. */
export const sameText = (id: string): Text => ({ zh: id, en: id })
