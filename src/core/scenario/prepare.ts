import type { TrialGround } from '../robots/trial.ts'
import { compile } from './compile.ts'
import { buildModel } from './model.ts'
import type { Model } from './modelTypes.ts'
import type { Rolled } from './roll.ts'
import { placeFacts, type World, worldOf } from './world.ts'

/** A variant made ready to be walked. */
export interface Prepared {
  readonly model: Model
  readonly world: World
  /** Facts that a good ending needs, with their bits. */
  readonly musts: readonly { readonly id: string; readonly bit: number }[]
  /** Bits of those that states tell apart. */
  readonly keep: number
}

/** Compiles a variant for the walk. The scenario must have passed the checks of its names. */
export function prepare(rolled: Rolled, ground: TrialGround | null): Prepared {
  const { scenario } = rolled
  const script = compile(rolled)
  const asked = Object.values(scenario.world.partners).flatMap(({ when }) => when ?? [])
  const arrives =
    script.flags.some((flag) => flag.startsWith('arrived:')) ||
    script.reactions.some(
      ({ on }) => on.kind === 'event' && on.keys.some((key) => /^arrived\..*\.right$/.test(key)),
    )
  const facts = arrives ? placeFacts(rolled, script) : 0
  const model = buildModel(script, { exact: false, asked, facts })
  const musts = script.facts.flatMap(({ id, index }) => {
    const fact = scenario.facts[id]
    const always = fact?.when === undefined || Object.keys(fact.when).length === 0
    return fact?.must && always ? [{ id, bit: model.factBit[index] ?? 0 }] : []
  })
  const keep = musts.reduce((mask, { bit }) => (bit < model.facts ? mask | (1 << bit) : mask), 0)
  return { model, world: worldOf(model, rolled, ground), musts, keep }
}
