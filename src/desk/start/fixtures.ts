import type { ScenarioEntry } from '../../core/scenario/entry.ts'
import type { Trial } from './history.ts'

/** Made-up calls and results for tests. Day `n` begins at `n` days since 1970. */

const DAY_MS = 86_400_000

/** The day of a moment, without time zones. */
export const dayOf = (ms: number): number => Math.floor(ms / DAY_MS)

let made = 0

/** A clean practice of `scenario` on that day. */
export function aTrial(scenario: string, day: number, change: Partial<Trial> = {}): Trial {
  made += 1
  return {
    attempt: `a-${made}`,
    scenario,
    at: day * DAY_MS + made,
    mode: 'practice',
    counts: true,
    total: 90,
    classPoints: 20,
    classMax: 20,
    passed: true,
    redLines: [],
    firstDispatchMs: 50_000,
    choice: null,
    dims: [],
    ...change,
  }
}

/** A choice of class and priority beside the right one. */
export function aChoice(
  given: string | null,
  right: string,
  triage: number | null = 0,
): NonNullable<Trial['choice']> {
  return { class: given, priority: 'L1', right: { class: right, priority: 'L1' }, triage }
}

export function anEntry(id: string, change: Partial<ScenarioEntry> = {}): ScenarioEntry {
  const name = { zh: `脚本 ${id}`, en: `Call ${id}` }
  return {
    id,
    version: 1,
    hash: 'ab'.repeat(32),
    title: name,
    summary: name,
    level: 2,
    minutes: 5,
    channel: 'phone',
    goals: [{ id: 'readback', name: { zh: '复述核实', en: 'Reading back' } }],
    notices: [],
    varies: true,
    proven: true,
    ...change,
  }
}
