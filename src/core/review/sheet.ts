import type { Script } from '../scenario/script.ts'
import type { ItemCode, Scorecard, StageTime } from '../scoring/scorecard.ts'
import type { Header, Mode } from '../sim/attempt.ts'
import type { Entry } from '../sim/journal.ts'
import type { RedLine } from '../taxonomy/vocabulary.ts'

/**
 * What the review keeps of one scored attempt: every figure of its pages is worked out from these and from nothing
 * else. Plain data, taken from the scorecard and the journal; the entry numbers lead back to the moment in the call.
 */
export interface Sheet {
  readonly attempt: string
  readonly trainee: string
  readonly name: string
  readonly badge: string
  readonly scenario: string
  readonly version: number
  readonly hash: string
  readonly seed: string
  readonly mode: Mode
  /** Wall clock at the first ring, ms since 1970. */
  readonly at: number
  /** Made by a robot for demonstration. */
  readonly demo: boolean
  /** 0–100 after the red-line cap. */
  readonly total: number
  /** 0–100 before it. */
  readonly raw: number
  readonly passed: boolean
  /** Points of D1 … D7, and what each could have been. */
  readonly dims: readonly number[]
  readonly dimMax: readonly number[]
  readonly choice: Choice
  readonly times: readonly Timed[]
  readonly redLines: readonly RedLineSeen[]
  /** 2…10 half-points. */
  readonly satisfaction: number
  readonly ending: string | null
}

/** Node by node and item by item: where it went wrong. Kept apart from the sheet, since only a scenario's page asks for it. */
export interface Detail {
  readonly attempt: string
  readonly scenario: string
  /** Points lost, by item. */
  readonly lost: readonly Lost[]
  readonly path: readonly Passed[]
}

/** Classes are kept with their sub-type, as `P02.3`. */
export interface Choice {
  readonly first: string | null
  /** What was right at the moment of the first choice. */
  readonly firstRight: string | null
  readonly final: string | null
  readonly right: string
  readonly priority: string | null
  readonly rightPriority: string
  readonly owner: string | null
  readonly rightOwner: string
  /** Levels off; negative is under-triage. Null: none was set. */
  readonly triage: number | null
  /** The journal entry of the final choice, and its moment in simulated ms. */
  readonly n: number | null
  readonly atMs: number | null
}

export interface Timed {
  readonly stage: string
  readonly ms: number | null
  readonly target: number
  readonly limit: number
  /** Uncertainty in ms; null: an invalid sample (hidden tab, blocked sound). */
  readonly error: number | null
  readonly n: number | null
}

export interface RedLineSeen {
  readonly line: RedLine
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly atMs: number
  readonly n: number | null
}

export interface Lost {
  readonly dim: number
  readonly code: ItemCode
  readonly subject: string
  readonly points: number
  readonly n: number | null
}

/** What was said last at a node; null: the talk went on without a word. */
export interface Passed {
  readonly node: string
  readonly reply: string | null
  /** Was it a best reply of this attempt's variant? Null: the node offers none. */
  readonly best: boolean | null
  readonly n: number
}

/** The class without its sub-type: `P02` of `P02.3`. */
export function topClass(id: string): string {
  const dot = id.indexOf('.')
  return dot < 0 ? id : id.slice(0, dot)
}

/** Is it the same class, whatever the sub-types? */
export function isSameClass(a: string, b: string): boolean {
  return a === b || topClass(a) === topClass(b)
}

/** Is the final class right? The class itself counts, as in the first headline; owner and level are kept apart. */
export function isRight({ choice }: Sheet): boolean {
  return choice.final !== null && isSameClass(choice.final, choice.right)
}

/** Was the first class right by what was known at that moment? */
export function isFirstRight({ choice }: Sheet): boolean {
  return (
    choice.first !== null &&
    choice.firstRight !== null &&
    isSameClass(choice.first, choice.firstRight)
  )
}

/**
 * The sheet of a finished attempt. Returns null for one that the trainee left: nothing is scored then, and it is no
 * sample of anything.
 */
export function sheetOf(header: Header, card: Scorecard): Sheet | null {
  if (card.total === null) return null
  const { scenario, trainee, seed, mode, startedAt } = header
  return {
    attempt: header.id,
    trainee: trainee.id,
    name: trainee.name,
    badge: trainee.badge,
    scenario: scenario.id,
    version: scenario.version,
    hash: scenario.hash,
    seed,
    mode,
    at: startedAt,
    demo: header.demo === true,
    total: card.total,
    raw: card.raw,
    passed: card.passed,
    dims: card.dims.map(({ points }) => points),
    dimMax: card.dims.map(({ max }) => max),
    choice: choiceOf(card),
    times: card.times.map(timed),
    redLines: card.redLines.map(({ line, kind, text, at, evidence }) => ({
      line,
      kind,
      zh: text.zh,
      en: text.en,
      atMs: at,
      n: evidence[0] ?? null,
    })),
    satisfaction: card.satisfaction.halves,
    ending: card.ending,
  }
}

/** What the scenario's page asks of the same attempt. */
export function detailOf(
  header: Header,
  entries: readonly Entry[],
  card: Scorecard,
  script: Script,
): Detail {
  return {
    attempt: header.id,
    scenario: header.scenario.id,
    lost: card.dims.flatMap(({ items }, dim) =>
      items
        .filter(({ points, max }) => points < max || points < 0)
        .map(({ code, subject, points, max, evidence }) => ({
          dim,
          code,
          subject,
          points: max - points,
          n: evidence[0] ?? null,
        })),
    ),
    path: pathOf(entries, script),
  }
}

/** The right answer is taken as of the last choice; without any choice, as the D1 and D2 items name it. */
function choiceOf({ classification, dims }: Scorecard): Choice {
  const { choices, triage } = classification
  const first = choices.find((one) => one.class !== null)
  const final = choices[choices.length - 1]
  const named = (code: string): string =>
    dims.flatMap(({ items }) => items).find((one) => one.code === code)?.subject ?? ''
  return {
    first: first?.class ?? null,
    firstRight: first?.right.class ?? null,
    final: final?.class ?? null,
    // the items name what was right by all that the call revealed, which may be later than the last choice
    right: named('class'),
    priority: final?.priority ?? null,
    rightPriority: named('priority'),
    owner: final?.owner ?? null,
    rightOwner: named('owner'),
    triage,
    n: final?.n ?? null,
    atMs: final?.at ?? null,
  }
}

function timed({ stage, ms, target, limit, error, evidence }: StageTime): Timed {
  return { stage, ms, target, limit, error, n: evidence[0] ?? null }
}

function pathOf(entries: readonly Entry[], script: Script): Passed[] {
  const best = bestOf(script)
  const path: { -readonly [K in keyof Passed]: Passed[K] }[] = []
  for (const entry of entries) {
    if (entry.origin !== 'script') continue
    const { happening, n } = entry
    if (happening.what === 'node') {
      const { node } = happening
      path.push({ node, reply: null, best: (best.get(node)?.size ?? 0) > 0 ? false : null, n })
    } else if (happening.what === 'said') {
      const here = path[path.length - 1]
      if (!here) continue
      // several things may be said at one node: the one that leads on is the last
      here.reply = happening.reply
      here.n = n
      if (here.best !== null) here.best = best.get(here.node)?.has(happening.reply) ?? false
    }
  }
  return path
}

const bests = new WeakMap<Script, ReadonlyMap<string, ReadonlySet<string>>>()

/** Best replies by node: worked out once for a script, which many attempts share. */
function bestOf(script: Script): ReadonlyMap<string, ReadonlySet<string>> {
  const known = bests.get(script)
  if (known) return known
  const made = new Map(
    script.nodes.map(({ id, replies }) => [
      id,
      new Set(
        replies.flatMap((index) => {
          const reply = script.replies[index]
          return reply?.best ? [reply.id] : []
        }),
      ),
    ]),
  )
  bests.set(script, made)
  return made
}
