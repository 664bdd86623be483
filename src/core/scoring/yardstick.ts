import type { Fact } from '../scenario/key.ts'
import type { Rolled } from '../scenario/roll.ts'
import type { Script, ScriptReply } from '../scenario/script.ts'
import type { Atlas, Point } from '../sim/atlas.ts'
import { truePlace } from '../sim/truth.ts'
import type { Taxonomy } from '../taxonomy/taxonomy.ts'
import type { Act, ActQuality, UnitKind } from '../taxonomy/vocabulary.ts'
import { perObject } from './perObject.ts'
import type { Rubric } from './rubric.ts'

/** What attempts at one rolled scenario are judged by, and what follows from it alone: worked out once for all of them. */

export interface ScoringInput {
  readonly script: Script
  readonly rolled: Rolled
  readonly atlas: Atlas
  readonly rubric: Rubric
  readonly taxonomy: Taxonomy
}

/** What the acts of a reply say of the one who says it. */
export interface Manner {
  /** Has a supportive act and no forbidden one. */
  readonly supportive: boolean
  /** The first of its acts that is forbidden. */
  readonly forbidden: Act | null
}

export interface Yardstick extends ScoringInput {
  /** Where the caller is; null in a story without a place. */
  readonly truth: { readonly point: Point; readonly within: number } | null
  /** In the file's order. */
  readonly facts: readonly (readonly [id: string, fact: Fact])[]
  readonly kindOf: (unit: string) => UnitKind | null
  readonly manner: (reply: ScriptReply) => Manner
}

const kindsOf = perObject((atlas: Atlas) => new Map(atlas.units.map(({ id, kind }) => [id, kind])))

const mannersBy = perObject((taxonomy: Taxonomy) => {
  const qualities = new Map<string, ActQuality>(taxonomy.acts.map((act) => [act.id, act.quality]))
  return perObject(({ acts }: ScriptReply): Manner => {
    const forbidden = acts.find((act) => qualities.get(act) === 'forbidden') ?? null
    return {
      supportive: forbidden === null && acts.some((act) => qualities.get(act) === 'supportive'),
      forbidden,
    }
  })
})

// by its script: a script is made for one rolled scenario, and is hardly ever judged by two rubrics in turn
const made = new WeakMap<Script, Yardstick>()

export function yardstick(input: ScoringInput): Yardstick {
  const known = made.get(input.script)
  if (
    known?.rolled === input.rolled &&
    known.atlas === input.atlas &&
    known.rubric === input.rubric &&
    known.taxonomy === input.taxonomy
  )
    return known
  const { script, rolled, atlas, rubric, taxonomy } = input
  const kinds = kindsOf(atlas)
  const fresh: Yardstick = {
    script,
    rolled,
    atlas,
    rubric,
    taxonomy,
    truth: truePlace(rolled, atlas),
    facts: Object.entries(rolled.scenario.facts),
    kindOf: (unit) => kinds.get(unit) ?? null,
    manner: mannersBy(taxonomy),
  }
  made.set(script, fresh)
  return fresh
}
