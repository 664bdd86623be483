import type { TrialGround } from '../../core/robots/trial.ts'
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { draw } from '../../core/scenario/hash.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import { harmOf } from './harm.ts'
import { KINDS, type Kind, type Mutant, mutate } from './kinds.ts'

/** Makes slips on purpose in sound scenarios and sees which of them the checker finds. */

export interface Judged {
  readonly scenario: string
  readonly kind: Kind
  readonly path: string
  /** Why it is harmful; empty: it isn't. */
  readonly harm: readonly string[]
  /** Codes found in it and not in the sound scenario. */
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
}

export interface KindRow {
  readonly kind: Kind
  readonly mutants: number
  readonly harmful: number
  readonly found: number
  /** Of those found: by an error, so that it can't be published. */
  readonly byError: number
}

export interface Subject {
  readonly id: string
  readonly tree: unknown
  readonly ground: TrialGround
}

/** Mutants of these scenarios, `count` in all, the kinds and scenarios in turn. The same seed gives the same ones. */
export function* study(
  subjects: readonly Subject[],
  count: number,
  seed: string,
): Generator<Judged, void> {
  const bases = new Map<string, Evidence>()
  const made = new Set<string>()
  for (let n = 0, tries = 0; n < count && tries < count * 20; tries += 1) {
    const kind = KINDS[tries % KINDS.length]
    const subject = subjects[Math.floor(tries / KINDS.length) % subjects.length]
    if (!kind || !subject) return
    const mutant = mutate(kind, subject.tree, (below) => draw(seed, `${tries}`, below))
    const name = `${subject.id} ${kind} ${JSON.stringify(mutant?.tree)}`
    if (!mutant || made.has(name)) continue
    made.add(name)
    n += 1
    const base = bases.get(subject.id) ?? evidenceOf(subject.tree, subject.ground, new Map())
    bases.set(subject.id, base)
    yield judge(subject, mutant, base)
  }
}

function judge({ id, ground }: Subject, { kind, path, tree }: Mutant, base: Evidence): Judged {
  const evidence = evidenceOf(tree, ground, base.memory)
  const known = new Set(base.diagnostics.map(sign))
  const fresh = evidence.diagnostics.filter((one) => !known.has(sign(one)))
  const codes = (severity: Diagnostic['severity']): string[] => [
    ...new Set(fresh.filter((one) => one.severity === severity).map(({ code }) => code)),
  ]
  return {
    scenario: id,
    kind,
    path,
    harm: harmOf(base, evidence, ground),
    errors: codes('error'),
    warnings: codes('warning'),
  }
}

/** What a diagnostic says and where; places in lists may have moved. */
const sign = ({ code, path, message, severity }: Diagnostic): string =>
  `${severity} ${code} ${path.replace(/\.\d+/g, '.*')} ${message.en}`

/** Detection by kind. */
export function table(judged: readonly Judged[]): readonly KindRow[] {
  return KINDS.map((kind) => {
    const own = judged.filter((one) => one.kind === kind)
    const harmful = own.filter(({ harm }) => harm.length > 0)
    const found = harmful.filter(isFound)
    return {
      kind,
      mutants: own.length,
      harmful: harmful.length,
      found: found.length,
      byError: found.filter(({ errors }) => errors.length > 0).length,
    }
  })
}

export const isFound = ({ errors, warnings }: Judged): boolean =>
  errors.length + warnings.length > 0
