import type { Taxonomy } from '../taxonomy/taxonomy.ts'
import type { Text } from './primitives.ts'
import type { Scenario } from './schema.ts'

export interface Named {
  readonly id: string
  readonly name: Text
}

/** A scenario that can be started, as lists show it. Its key and its lines are not in here. */
export interface ScenarioEntry {
  readonly id: string
  readonly version: number
  /** SHA-256 of the file's text: what an attempt is pinned to. */
  readonly hash: string
  readonly title: Text
  readonly summary: Text
  readonly level: 1 | 2 | 3
  /** Usual length of the call. */
  readonly minutes: number
  readonly channel: 'phone' | 'sms' | 'wechat' | 'video'
  readonly goals: readonly Named[]
  /** What a grave call touches; empty for the others. */
  readonly notices: readonly Named[]
  /** Do names, places or the hidden truth change from attempt to attempt? */
  readonly varies: boolean
  /** Did the checker find nothing against it? Only then it stands in exams. */
  readonly proven: boolean
}

/** What lists show of a scenario; whether it is proven is the checker's to say. Names without a taxonomy are ids. */
export function entryOf(
  scenario: Scenario,
  hash: string,
  taxonomy: Taxonomy | null,
): Omit<ScenarioEntry, 'proven'> {
  const { id, version, title, summary, level, minutes, channel, teaches, notice, vary } = scenario
  const goals = new Map(taxonomy?.goals.map(({ id: goal, zh, en }) => [goal, { zh, en }]))
  const notices = new Map<string, Text>(taxonomy?.notices.map((one) => [one.id, one.name]))
  const named =
    (names: ReadonlyMap<string, Text>) =>
    (one: string): Named => ({ id: one, name: names.get(one) ?? { zh: one, en: one } })
  return {
    id,
    version,
    hash,
    title,
    summary,
    level,
    minutes,
    channel,
    goals: teaches.map(named(goals)),
    notices: notice.map(named(notices)),
    varies: Object.values(vary).some((options) => options.length > 1),
  }
}
