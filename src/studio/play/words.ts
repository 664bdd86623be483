import type { PlanStep } from '../../core/plan/plan.ts'
import type { Standing } from '../../core/plan/trail.ts'
import type { PlayedPlan } from './protocol.ts'

/** A step in a plan's own words: `say: crying.gentle`. */
export function stepWords(step: PlanStep | undefined): string {
  if (step === undefined) return ''
  if (typeof step === 'string') return step
  const { at: _at, expect: _expect, ...rest } = step
  const [name = '', value] = Object.entries(rest)[0] ?? []
  if (name === 'do') return String(value)
  return `${name}: ${typeof value === 'object' ? wordsIn(value) : String(value)}`
}

function wordsIn(value: unknown): string {
  return JSON.stringify(value).replace(/[{}"]/g, '').replaceAll(',', ', ').replaceAll(':', ' ')
}

/** What a step has changed, as short pairs: `trust 10 → 20`, `+ place`. */
export function changes(before: Standing, after: Standing): readonly string[] {
  const told: string[] = []
  if (before.node !== after.node) told.push(`${before.node ?? '–'} → ${after.node ?? '–'}`)
  if (before.line !== after.line) told.push(`${before.line} → ${after.line}`)
  for (const mood of ['trust', 'arousal', 'patience'] as const)
    if (before.moods[mood] !== after.moods[mood])
      told.push(`${mood} ${before.moods[mood]} → ${after.moods[mood]}`)
  const lists = [
    [before.known, after.known],
    [before.flags, after.flags],
    [rows(before.units), rows(after.units)],
    [rows(before.partners), rows(after.partners)],
  ] as const
  for (const [old, now] of lists) {
    told.push(...now.filter((item) => !old.includes(item)).map((item) => `+ ${item}`))
    told.push(...old.filter((item) => !now.includes(item)).map((item) => `− ${item}`))
  }
  if (before.ending !== after.ending) told.push(`■ ${after.ending}`)
  return told
}

const rows = (list: Standing['units'] | Standing['partners']): readonly string[] =>
  list.map(({ id, status }) => `${id}: ${status}`)

/** How the call stands after the last step that could be played; null before any. */
export function standing({ result }: PlayedPlan): Standing | null {
  return result.trail.at(-1)?.after ?? null
}
