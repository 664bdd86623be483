import type { Sheet } from '../../core/review/sheet.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import type { Mode } from '../../core/sim/attempt.ts'
import type { Person } from '../../storage/review/ports.ts'

/** Which attempts a page is about. Null: all. Demonstration and real attempts never stand in one figure. */
export interface Filter {
  readonly demo: boolean
  readonly term: string | null
  readonly group: string | null
  /** Days as `2026-11-03`, both included, in this browser's time. */
  readonly from: string | null
  readonly to: string | null
  readonly scenario: string | null
  readonly version: number | null
  readonly modes: Modes
}

export type Modes = 'graded' | 'practice' | 'exam' | 'all'

export const EVERYTHING: Filter = {
  demo: false,
  term: null,
  group: null,
  from: null,
  to: null,
  scenario: null,
  version: null,
  modes: 'graded',
}

const MODES: Readonly<Record<Modes, readonly Mode[]>> = {
  graded: ['practice', 'exam'],
  practice: ['practice'],
  exam: ['exam'],
  all: ['coaching', 'practice', 'exam'],
}

export type People = ReadonlyMap<string, Person>

/** Midnight at the beginning of a day, in this browser's time, ms since 1970; null if it is no day. */
export function dayStart(day: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return null
  const at = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime()
  return Number.isNaN(at) ? null : at
}

/** The day of a moment as `2026-11-03`, in this browser's time. */
export function dayOf(at: number): string {
  const date = new Date(at)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const DAY_MS = 86_400_000

/** The sheets that fit, in their order. */
export function filtered(
  sheets: readonly Sheet[],
  filter: Filter,
  people: People,
): readonly Sheet[] {
  const from = filter.from === null ? null : dayStart(filter.from)
  const last = filter.to === null ? null : dayStart(filter.to)
  const modes = MODES[filter.modes]
  return sheets.filter((sheet) => {
    if (sheet.demo !== filter.demo || !modes.includes(sheet.mode)) return false
    if (from !== null && sheet.at < from) return false
    if (last !== null && sheet.at >= last + DAY_MS) return false
    if (filter.scenario !== null && sheet.scenario !== filter.scenario) return false
    if (filter.version !== null && sheet.version !== filter.version) return false
    if (filter.term === null && filter.group === null) return true
    const person = people.get(sheet.badge)
    return (
      (filter.term === null || person?.term === filter.term) &&
      (filter.group === null || person?.group === filter.group)
    )
  })
}

/** Who and what occurs among the sheets: there is nothing else to choose. */
interface Occurring {
  readonly badges: ReadonlySet<string>
  /** By scenario. */
  readonly versions: ReadonlyMap<string, ReadonlySet<number>>
}

/** Gathered once for each list of sheets. */
export const occurring = perObject(
  (sheets: readonly Sheet[]): { readonly demo: Occurring; readonly real: Occurring } => {
    const empty = () => ({ badges: new Set<string>(), versions: new Map<string, Set<number>>() })
    const found = { demo: empty(), real: empty() }
    for (const { demo, badge, scenario, version } of sheets) {
      const { badges, versions } = demo ? found.demo : found.real
      badges.add(badge)
      const known = versions.get(scenario)
      if (known) known.add(version)
      else versions.set(scenario, new Set([version]))
    }
    return found
  },
)

/** What a period is held against. */
export interface Before {
  readonly kind: 'term' | 'dates'
  readonly filter: Filter
  /** The term's name, or the days. */
  readonly name: string
}

/**
 * The period before: the term whose attempts began last before this term's, or as many days right before these days.
 * Null if the filter names neither, or nothing came before.
 */
export function periodBefore(
  sheets: readonly Sheet[],
  filter: Filter,
  people: People,
): Before | null {
  if (filter.term !== null) {
    const begins = termBegins(sheets, filter.demo, people)
    const own = begins.get(filter.term)
    if (own === undefined) return null
    const earlier = [...begins].filter(([, at]) => at < own).sort(([, a], [, b]) => b - a)[0]
    if (!earlier) return null
    const [term] = earlier
    return { kind: 'term', name: term, filter: { ...filter, term, from: null, to: null } }
  }
  const from = filter.from === null ? null : dayStart(filter.from)
  if (from === null) return null
  const to =
    (filter.to === null ? null : dayStart(filter.to)) ?? newest(sheets, filter.demo) ?? from
  const days = Math.max(1, Math.round((to - from) / DAY_MS) + 1)
  const first = dayOf(from - days * DAY_MS + DAY_MS / 2)
  const last = dayOf(from - DAY_MS / 2)
  return { kind: 'dates', name: `${first} – ${last}`, filter: { ...filter, from: first, to: last } }
}

function newest(sheets: readonly Sheet[], demo: boolean): number | null {
  return sheets.findLast((sheet) => sheet.demo === demo)?.at ?? null
}

/** When each term's attempts begin: the median of its trainees' first attempts would cost more and tell no more. */
function termBegins(
  sheets: readonly Sheet[],
  demo: boolean,
  people: People,
): ReadonlyMap<string, number> {
  const begins = new Map<string, number>()
  for (const { demo: robot, badge, at } of sheets) {
    const term = people.get(badge)?.term
    if (robot !== demo || term === undefined || term === '') continue
    const known = begins.get(term)
    if (known === undefined || at < known) begins.set(term, at)
  }
  return begins
}
