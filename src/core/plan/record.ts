import type { Text } from '../scenario/primitives.ts'
import type { Variant } from '../scenario/roll.ts'
import type { Scenario } from '../scenario/schema.ts'
import type { Header } from '../sim/attempt.ts'
import type { Command } from '../sim/command.ts'
import type { Entry } from '../sim/journal.ts'
import type { Plan, PlanStep } from './plan.ts'

/** A variant in the words of a plan: values that are plain words by themselves, tables by their place in the list. */
export function varyOf(scenario: Scenario, variant: Variant): NonNullable<Plan['vary']> {
  return Object.fromEntries(
    Object.entries(variant).map(([name, index]) => {
      const value = scenario.vary[name]?.[index]
      return [name, typeof value === 'object' || value === undefined ? `#${index + 1}` : value]
    }),
  )
}

/** A play as a plan that replays the same story: each command at its own moment. */
export function planFromJournal(
  title: string | Text,
  scenario: Scenario,
  { seed, lang }: Header,
  variant: Variant,
  entries: readonly Entry[],
): Plan {
  const steps = entries.flatMap((entry, index): PlanStep[] => {
    if (entry.origin !== 'trainee') return []
    const at = `${entry.at / 1000}s`
    const answers = entries.slice(index + 1)
    const next = answers.findIndex(({ origin }) => origin === 'trainee')
    const own = next < 0 ? answers : answers.slice(0, next)
    // what was refused changed nothing
    if (own.some((one) => one.origin === 'script' && one.happening.what === 'refused')) return []
    const interrupts = own.some(
      (one) => one.origin === 'script' && one.happening.what === 'said' && one.happening.interrupts,
    )
    return [stepOf(entry.command, at, interrupts)]
  })
  return { title, seed, lang, vary: varyOf(scenario, variant), steps }
}

function stepOf(command: Command, at: string, interrupts: boolean): PlanStep {
  switch (command.do) {
    case 'say':
      return interrupts ? { interrupt: command.reply, at } : { say: command.reply, at }
    case 'set':
      return setStep(command.change, at)
    case 'send':
      return { dispatch: command.unit, at }
    case 'recall':
      return { recall: command.unit, at }
    case 'update':
      return { update: command.unit, at }
    case 'chase':
      return { chase: command.unit, at }
    case 'tell':
      return { tell: command.partner, at }
    case 'bridge':
      return command.announced
        ? { bridge: command.partner, at }
        : { 'bridge-unannounced': command.partner, at }
    case 'transfer':
      return command.asked
        ? { transfer: command.partner, at }
        : { 'transfer-unasked': command.partner, at }
    default:
      return { do: command.do, at }
  }
}

function setStep(change: Extract<Command, { do: 'set' }>['change'], at: string): PlanStep {
  if (change.field === 'class' && change.value) return { classify: change.value, at }
  if (change.field === 'priority' && change.value) return { priority: change.value, at }
  if (change.field === 'owner' && change.value) return { owner: change.value, at }
  if (change.field === 'location' && change.value) {
    const { place, text, x, y } = change.value
    if (place !== undefined && place === text && x === undefined && y === undefined)
      return { find: place, at }
  }
  return { set: change, at }
}
