import type { RobotId } from '../../core/robots/robots.ts'
import {
  type RobotRow,
  robotRow,
  stagesOf,
  type Trial,
  type TrialGround,
  trial,
} from '../../core/robots/trial.ts'
import { compile } from '../../core/scenario/compile.ts'
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { parseTree } from '../../core/scenario/parse.ts'
import { fingerprintOf } from '../../core/scenario/proof/fingerprint.ts'
import { proveParsed } from '../../core/scenario/proof/prove.ts'
import type { WalkMemory } from '../../core/scenario/proof/walks.ts'
import { rollVariant, variants } from '../../core/scenario/roll.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { shadows } from '../../core/scenario/twins.ts'
import { type VariantWalk, walkVariant } from '../../core/scenario/walk.ts'
import { whole } from '../../core/scenario/work.ts'

/** What a scenario allows, gathered without asking what the checker thinks of it; and what the checker says. */
export interface Evidence {
  readonly tree: unknown
  /** Null if it can't be read or compiled: nobody can play it. */
  readonly allowed: Allowed | null
  readonly diagnostics: readonly Diagnostic[]
  readonly memory: WalkMemory
}

export interface Allowed {
  readonly scenario: Scenario
  /** Ids of all that some variant reaches. */
  readonly nodes: ReadonlySet<string>
  readonly replies: ReadonlySet<string>
  readonly lines: ReadonlySet<string>
  readonly reactions: ReadonlySet<string>
  readonly endings: ReadonlySet<string>
  readonly criticals: ReadonlySet<string>
  /** Earliest moment at which each fact can be known, ms. */
  readonly facts: ReadonlyMap<string, number>
  /** What the walks found to be impossible or unguarded, by code and place: dead ends, good endings without a fact, … */
  readonly walkFindings: ReadonlySet<string>
  /** Pairs of replies that are offered together in the same words. */
  readonly twins: ReadonlySet<string>
  /** Lines that some variant has. */
  readonly written: ReadonlySet<string>
  /** What a robot comes to; played when first asked. */
  robot(id: RobotId): RobotRow
  /** The best robot's calls, one of each variant; played when first asked. */
  best(): readonly Trial[]
}

/** Calls that each robot plays: enough to tell good work from bad, and few enough for hundreds of mutants. */
const RUNS = 12
const BOUNDS = { states: 400_000, goOn: () => true }

/** `known`: walks of the sound scenario; what a change doesn't touch is not walked again. */
export function evidenceOf(tree: unknown, ground: TrialGround, known: WalkMemory): Evidence {
  const parsed = parseTree(tree)
  const memory: WalkMemory = new Map(known)
  let diagnostics: readonly Diagnostic[] = []
  const options = { groundOf: () => ground, states: BOUNDS.states, runs: RUNS, memory }
  const rows: RobotRow[] = []
  for (const report of proveParsed(parsed, options)) {
    if (!report) continue
    ;({ diagnostics } = report)
    rows.push(...(report.robots?.rows ?? []))
  }
  const allowed = parsed.ok ? allowedBy(parsed.scenario, ground, memory, rows) : null
  return { tree, allowed, diagnostics, memory }
}

function allowedBy(
  scenario: Scenario,
  ground: TrialGround,
  memory: WalkMemory,
  rows: readonly RobotRow[],
): Allowed | null {
  try {
    const stages = stagesOf(scenario, ground)
    const played = new Map(rows.map((row) => [row.robot, row]))
    let best: readonly Trial[] | null = null
    const twins = new Set<string>()
    const walks = variants(scenario).map((variant): VariantWalk => {
      const rolled = rollVariant(scenario, variant, 'check', (id) => ground.atlas.place(id)?.name)
      const walk =
        memory.get(fingerprintOf(rolled)) ?? whole(walkVariant(rolled, ground, BOUNDS, ''))
      for (const { one, other, sameWords } of shadows(compile(rolled), walk.offers))
        if (sameWords) twins.add(`${one.id} ${other.id}`)
      return walk
    })
    const seen = (part: 'nodes' | 'replies' | 'lines' | 'reactions' | 'endings' | 'criticals') =>
      new Set(walks.flatMap((walk) => walk.seen[part]))
    const facts = new Map<string, number>()
    for (const walk of walks)
      for (const [id, steps] of walk.facts) {
        const ms = steps.at(-1)?.at ?? 0
        facts.set(id, Math.min(ms, facts.get(id) ?? ms))
      }
    return {
      scenario,
      nodes: seen('nodes'),
      replies: seen('replies'),
      lines: seen('lines'),
      reactions: seen('reactions'),
      endings: seen('endings'),
      criticals: seen('criticals'),
      facts,
      walkFindings: new Set(
        walks.flatMap(({ findings }) =>
          findings.map(({ code, path }) => `${code} ${path.join('.')}`),
        ),
      ),
      twins,
      written: new Set(stages.flatMap(({ script }) => [...script.texts.keys()])),
      robot: (id) => {
        const row = played.get(id) ?? robotRow(id, scenario, ground, RUNS)
        played.set(id, row)
        return row
      },
      best: () => {
        best ??= stages.map((stage, index) => trial('best', stage, ground, `run-${index}`))
        return best
      },
    }
  } catch {
    // names that stand for nothing: it can't be compiled, and so can't be played
    return null
  }
}
