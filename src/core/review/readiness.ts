import { z } from 'zod'
import { text } from '../scenario/primitives.ts'
import { type Complaint, type Problem, readDocument } from '../taxonomy/document.ts'
import { origin, sources, unknownSources } from '../taxonomy/source.ts'
import { PRIORITIES } from '../taxonomy/vocabulary.ts'
import { isRight, type Sheet } from './sheet.ts'

/** Who may go live: scenarios/readiness.yaml, and how it is held against a trainee's sheets. */

const many = z.int().min(1).max(200)
const head = {
  id: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9-]*$/),
  name: text,
  ...origin,
}

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ ...head, kind: z.literal('attempts'), least: many }),
  z.strictObject({
    ...head,
    kind: z.literal('class-accuracy'),
    last: many,
    percent: z.int().min(1).max(100),
  }),
  z.strictObject({
    ...head,
    kind: z.literal('under-triage'),
    priority: z.enum(PRIORITIES),
    last: many,
    most: z.int().min(0).max(200),
  }),
  z.strictObject({ ...head, kind: z.literal('red-line-streak'), length: many }),
])

const readinessFile = z.strictObject({
  version: z.int().min(1),
  note: text,
  sources,
  modes: z
    .array(z.enum(['coaching', 'practice', 'exam']))
    .min(1)
    .max(3),
  rules: z.array(rule).min(1).max(12),
})

export type ReadinessRule = z.output<typeof rule>
export type Readiness = z.output<typeof readinessFile>

export type ParsedReadiness =
  | { readonly ok: true; readonly readiness: Readiness }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the text of a readiness file. Never throws; every problem has its line and column. */
export function parseReadiness(source: string): ParsedReadiness {
  const read = readDocument(source, readinessFile, complaints)
  return read.ok ? { ok: true, readiness: read.value } : read
}

function complaints(file: Readiness): readonly Complaint[] {
  const found: Complaint[] = unknownSources(file, file.sources).map((path) => ({
    path,
    message: { zh: 'sources 里没有这个出处。', en: 'This source is not in the list of sources.' },
  }))
  const seen = new Set<string>()
  for (const [index, { id }] of file.rules.entries()) {
    if (seen.has(id))
      found.push({
        path: ['rules', index, 'id'],
        message: { zh: `规则“${id}”写了两次。`, en: `The rule '${id}' stands twice.` },
      })
    seen.add(id)
  }
  return found
}

/** One rule held against a trainee. */
export interface Criterion {
  readonly rule: ReadinessRule
  /** Null: there are too few attempts to say. */
  readonly met: boolean | null
  /** What stands now: attempts, hits, under-triages, or the length of the row. */
  readonly have: number
  /** Out of how many; null where that makes no sense. */
  readonly of: number | null
  /** What `have` must reach (class accuracy, attempts, streak), or may at most be (under-triage). */
  readonly need: number
}

export type Standing = 'ready' | 'near' | 'not-yet' | 'too-few'

export interface Verdict {
  readonly standing: Standing
  readonly criteria: readonly Criterion[]
}

/**
 * Where a trainee stands. `sheets`: theirs, oldest first; those of other modes are left out. `near`: one rule is missing;
 * `too-few`: some rule can't be judged yet.
 */
export function judgeReadiness(readiness: Readiness, sheets: readonly Sheet[]): Verdict {
  const counted = sheets.filter(({ mode }) => readiness.modes.includes(mode))
  const criteria = readiness.rules.map((one) => judge(one, counted))
  const missing = criteria.filter(({ met }) => met !== true).length
  const standing = criteria.some(({ met }) => met === null)
    ? 'too-few'
    : missing === 0
      ? 'ready'
      : missing === 1
        ? 'near'
        : 'not-yet'
  return { standing, criteria }
}

function judge(one: ReadinessRule, sheets: readonly Sheet[]): Criterion {
  switch (one.kind) {
    case 'attempts':
      return {
        rule: one,
        met: sheets.length >= one.least,
        have: sheets.length,
        of: null,
        need: one.least,
      }
    case 'class-accuracy': {
      const recent = sheets.slice(-one.last)
      const have = recent.filter(isRight).length
      const need = Math.ceil((one.last * one.percent) / 100)
      const enough = recent.length === one.last
      return { rule: one, met: enough ? have >= need : null, have, of: recent.length, need }
    }
    case 'under-triage': {
      // the last calls of that priority: otherwise a week without any would count as good
      const recent = sheets
        .filter(({ choice }) => choice.rightPriority === one.priority)
        .slice(-one.last)
      const have = recent.filter(({ choice }) => isUnder(choice.triage)).length
      const enough = recent.length === one.last || have > one.most
      return {
        rule: one,
        met: enough ? have <= one.most : null,
        have,
        of: recent.length,
        need: one.most,
      }
    }
    case 'red-line-streak': {
      const last = sheets.findLastIndex(({ redLines }) => redLines.length > 0)
      const have = sheets.length - 1 - last
      const enough = sheets.length >= one.length
      return {
        rule: one,
        met: enough ? have >= one.length : null,
        have,
        of: null,
        need: one.length,
      }
    }
  }
}

/** No priority at all is under-triage too: nobody would have driven. */
function isUnder(triage: number | null): boolean {
  return triage === null || triage < 0
}
