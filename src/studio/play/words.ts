import type { PlanStep } from '../../core/plan/plan.ts'
import type { Standing } from '../../core/plan/trail.ts'
import type { RecordChange } from '../../core/sim/command.ts'
import type { Translate } from '../../ui/i18n/keys.ts'
import type { zh } from '../../ui/i18n/studioPlay.ts'
import type { PlayedPlan } from './protocol.ts'

type StudioText = Translate<'studio'>
type StepName = keyof typeof zh.play.stepNames

/** A step in words: what is done, and with what; `recorded` words a change of the record. */
export function stepWords(
  step: PlanStep | undefined,
  t: StudioText,
  recorded: (change: RecordChange) => string,
): string {
  if (step === undefined) return ''
  const done = (name: string) => t(`play.stepNames.${name as StepName}`)
  if (typeof step === 'string') return done(step)
  if ('set' in step) return `${done('set')} ${recorded(step.set)}`
  const { at: _at, expect: _expect, ...rest } = step
  const [name = '', value] = Object.entries(rest)[0] ?? []
  if (name === 'do') return done(String(value))
  if (name === 'wait' && (value === 'silence' || value === 'quiet' || value === 'next'))
    return t(`play.waits.${value as keyof typeof zh.play.waits}`)
  return `${done(name)} ${typeof value === 'object' ? wordsIn(value) : String(value)}`
}

/** How the line stands, in words. */
export const lineWords = (line: Standing['line'], t: StudioText): string => t(`play.lines.${line}`)

function wordsIn(value: unknown): string {
  return JSON.stringify(value).replace(/[{}"]/g, '').replaceAll(',', ', ').replaceAll(':', ' ')
}

/** What a step has changed, as short pairs: `信任 10 → 20`, `+ place`. */
export function changes(before: Standing, after: Standing, t: StudioText): readonly string[] {
  const told: string[] = []
  if (before.node !== after.node) told.push(`${before.node ?? '–'} → ${after.node ?? '–'}`)
  if (before.line !== after.line)
    told.push(`${lineWords(before.line, t)} → ${lineWords(after.line, t)}`)
  for (const mood of ['trust', 'arousal', 'patience'] as const)
    if (before.moods[mood] !== after.moods[mood])
      told.push(`${t(`graph.moods.${mood}`)} ${before.moods[mood]} → ${after.moods[mood]}`)
  const lists = [
    [before.known, after.known],
    [before.flags, after.flags],
    [rows(before.units, t), rows(after.units, t)],
    [rows(before.partners, t), rows(after.partners, t)],
  ] as const
  for (const [old, now] of lists) {
    told.push(...now.filter((item) => !old.includes(item)).map((item) => `+ ${item}`))
    told.push(...old.filter((item) => !now.includes(item)).map((item) => `− ${item}`))
  }
  if (before.ending !== after.ending) told.push(`■ ${after.ending}`)
  return told
}

/** Units and partners, each with how far it is. */
export const rows = (
  list: Standing['units'] | Standing['partners'],
  t: StudioText,
): readonly string[] => list.map(({ id, status }) => `${id} ${t(`play.statuses.${status}`)}`)

/** How the call stands after the last step that could be played; null before any. */
export function standing({ result }: PlayedPlan): Standing | null {
  return result.trail.at(-1)?.after ?? null
}
