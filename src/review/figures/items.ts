import type { Detail, Sheet } from '../../core/review/sheet.ts'
import { perObject } from '../../core/scoring/perObject.ts'
import { difficulty, discrimination } from '../statistics/items.ts'
import { type Share, share } from '../statistics/proportion.ts'
import { type Mean, meanInterval } from '../statistics/spread.ts'
import { accuracy } from './accuracy.ts'
import { byAttempt, byTrainee } from './cohort.ts'

/** Is a scenario at fault? Classical item analysis, with scenarios as the items and totals as the scores. */

export type ItemFlag = 'too-easy' | 'too-hard' | 'not-telling' | 'leaking' | 'drifting'

export interface ItemRow {
  readonly scenario: string
  readonly n: number
  readonly trainees: number
  /** Mean share of the points before the red-line cap; high is easy. */
  readonly difficulty: number | null
  readonly accuracy: Share
  readonly passed: Share
  readonly redLines: number
  readonly total: Mean
  /** Item–rest correlation over trainees; null if it can't be said. */
  readonly discrimination: number | null
  /** Points from the first to the second attempt beyond what the same people gained elsewhere. */
  readonly repeat: Mean
  readonly versions: readonly VersionRow[]
  readonly flags: readonly ItemFlag[]
}

export interface VersionRow {
  readonly version: number
  readonly hash: string
  readonly total: Mean
  readonly accuracy: Share
}

/** Our own bounds: beyond them an item is named, and not below so many trainees. */
export const ITEM_BOUNDS = {
  easy: 0.95,
  hard: 0.35,
  telling: 0.2,
  leakPoints: 10,
  trainees: 10,
} as const

/** `sheets`: oldest first. Worked out once for each list of sheets. */
export const itemRows = perObject((sheets: readonly Sheet[]): readonly ItemRow[] => {
  const scenarios = new Map<string, Sheet[]>()
  for (const sheet of sheets) {
    const list = scenarios.get(sheet.scenario)
    if (list) list.push(sheet)
    else scenarios.set(sheet.scenario, [sheet])
  }
  const trainees = [...byTrainee(sheets).values()].map(perScenario)
  return [...scenarios]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([scenario, own]) => itemRow(scenario, own, trainees))
})

/** What one trainee did in one scenario: points before the cap. */
interface Work {
  readonly n: number
  readonly sum: number
  /** From the first attempt to the mean of the later ones; null without later ones. */
  readonly gain: number | null
}

function perScenario(sheets: readonly Sheet[]): ReadonlyMap<string, Work> {
  const works = new Map<string, { n: number; sum: number; first: number; later: number }>()
  for (const { scenario, raw } of sheets) {
    const work = works.get(scenario)
    if (!work) works.set(scenario, { n: 1, sum: raw, first: raw, later: 0 })
    else {
      work.n += 1
      work.sum += raw
      work.later += raw
    }
  }
  return new Map(
    [...works].map(([scenario, { n, sum, first, later }]) => [
      scenario,
      { n, sum, gain: n < 2 ? null : later / (n - 1) - first },
    ]),
  )
}

function itemRow(
  scenario: string,
  own: readonly Sheet[],
  trainees: readonly ReadonlyMap<string, Work>[],
): ItemRow {
  const here: number[] = []
  const elsewhere: number[] = []
  const gains: number[] = []
  let people = 0
  for (const works of trainees) {
    const mine = works.get(scenario)
    if (!mine) continue
    people += 1
    if (works.size === 1) continue
    let n = 0
    let sum = 0
    let gained = 0
    let gaining = 0
    for (const [id, work] of works) {
      if (id === scenario) continue
      n += work.n
      sum += work.sum
      if (work.gain === null) continue
      gained += work.gain
      gaining += 1
    }
    here.push(mine.sum / mine.n)
    elsewhere.push(sum / n)
    if (mine.gain !== null && gaining > 0) gains.push(mine.gain - gained / gaining)
  }
  const raws = own.map(({ raw }) => raw)
  const row = {
    scenario,
    n: own.length,
    trainees: people,
    difficulty: difficulty(raws, 100),
    accuracy: accuracy(own).final,
    passed: share(own.filter(({ passed }) => passed).length, own.length),
    redLines: own.filter(({ redLines }) => redLines.length > 0).length,
    total: meanInterval(own.map(({ total }) => total)),
    discrimination: discrimination(here, elsewhere),
    repeat: meanInterval(gains),
    versions: versionRows(own),
  }
  return { ...row, flags: flagsOf(row) }
}

function flagsOf(row: Omit<ItemRow, 'flags'>): ItemFlag[] {
  const flags: ItemFlag[] = []
  const enough = row.trainees >= ITEM_BOUNDS.trainees
  if (enough && row.difficulty !== null) {
    if (row.difficulty > ITEM_BOUNDS.easy) flags.push('too-easy')
    if (row.difficulty < ITEM_BOUNDS.hard) flags.push('too-hard')
  }
  if (enough && row.discrimination !== null && row.discrimination < ITEM_BOUNDS.telling)
    flags.push('not-telling')
  const { n, mean, interval } = row.repeat
  if (
    n >= ITEM_BOUNDS.trainees &&
    mean !== null &&
    mean >= ITEM_BOUNDS.leakPoints &&
    interval !== null &&
    interval.low > 0
  )
    flags.push('leaking')
  if (isDrifting(row.versions)) flags.push('drifting')
  return flags
}

function versionRows(own: readonly Sheet[]): readonly VersionRow[] {
  const versions = new Map<string, Sheet[]>()
  for (const sheet of own) {
    const list = versions.get(sheet.hash)
    if (list) list.push(sheet)
    else versions.set(sheet.hash, [sheet])
  }
  return [...versions]
    .map(([hash, list]) => ({
      hash,
      version: list[0]?.version ?? 0,
      total: meanInterval(list.map(({ total }) => total)),
      accuracy: accuracy(list).final,
    }))
    .sort((a, b) => a.version - b.version)
}

/** Two versions of enough attempts whose intervals don't touch. */
function isDrifting(versions: readonly VersionRow[]): boolean {
  const told = versions.filter(({ total }) => total.n >= ITEM_BOUNDS.trainees)
  return told.some(({ total: a }) =>
    told.some(
      ({ total: b }) =>
        a.interval !== null && b.interval !== null && a.interval.high < b.interval.low,
    ),
  )
}

/** A node of the talk, as trainees went through it. */
export interface NodeFigure {
  readonly node: string
  readonly visits: number
  /** What was said by those who strayed, by reply; the talk that went on without a word stands under null. */
  readonly replies: ReadonlyMap<string | null, number>
  /** Visits at which something else than a best reply was said, or nothing; only of nodes that have a best reply. */
  readonly strayed: number
  /** Mean total of those who strayed here, and of those who didn't: what it costs. Null without any. */
  readonly strayedTotal: number | null
  readonly keptTotal: number | null
}

/** What a scenario's page tells of its talk. Worked out once for each pair of lists. */
export interface TalkFigures {
  readonly nodes: ReadonlyMap<string, NodeFigure>
  readonly lost: readonly LossRow[]
}

const talkFiguresOf = perObject((details: readonly Detail[]) =>
  perObject((sheets: readonly Sheet[]): TalkFigures => {
    const counted = byAttempt(sheets)
    return { nodes: nodeFigures(details, counted), lost: losses(details, counted) }
  }),
)

/** `details`: of one scenario. Those that have no sheet among `sheets` don't count. */
export function talkFigures(details: readonly Detail[], sheets: readonly Sheet[]): TalkFigures {
  return talkFiguresOf(details)(sheets)
}

/** Where a node's visitors strayed, as `strayed` counts them: newest first, with the journal entry and what was said. */
export function strayedAt(
  details: readonly Detail[],
  sheets: readonly Sheet[],
  node: string,
): readonly { readonly sheet: Sheet; readonly n: number; readonly reply: string | null }[] {
  const counted = byAttempt(sheets)
  const strayed = details.flatMap(({ attempt, path }) => {
    const sheet = counted.get(attempt)
    return sheet
      ? path.flatMap((step) =>
          step.node === node && step.best === false
            ? [{ sheet, n: step.n, reply: step.reply }]
            : [],
        )
      : []
  })
  return strayed.sort((a, b) => b.sheet.at - a.sheet.at)
}

export function nodeFigures(
  details: readonly Detail[],
  counted: ReadonlyMap<string, Pick<Sheet, 'total'>>,
): ReadonlyMap<string, NodeFigure> {
  interface Sums {
    visits: number
    strayed: number
    replies: Map<string | null, number>
    strayedSum: number
    keptSum: number
  }
  const nodes = new Map<string, Sums>()
  for (const { attempt, path } of details) {
    const total = counted.get(attempt)?.total
    if (total === undefined) continue
    for (const { node, reply, best } of path) {
      const sums = nodes.get(node) ?? {
        visits: 0,
        strayed: 0,
        replies: new Map<string | null, number>(),
        strayedSum: 0,
        keptSum: 0,
      }
      nodes.set(node, sums)
      sums.visits += 1
      if (best === false) sums.replies.set(reply, (sums.replies.get(reply) ?? 0) + 1)
      if (best === false) {
        sums.strayed += 1
        sums.strayedSum += total
      } else sums.keptSum += total
    }
  }
  return new Map(
    [...nodes].map(([node, { visits, strayed, replies, strayedSum, keptSum }]) => [
      node,
      {
        node,
        visits,
        replies,
        strayed,
        strayedTotal: strayed > 0 ? strayedSum / strayed : null,
        keptTotal: visits > strayed ? keptSum / (visits - strayed) : null,
      },
    ]),
  )
}

/** What points are lost by, most points first. */
export interface LossRow {
  readonly dim: number
  readonly code: Detail['lost'][number]['code']
  readonly subject: string
  readonly points: number
  readonly times: number
}

function losses(
  details: readonly Detail[],
  counted: ReadonlyMap<string, unknown>,
): readonly LossRow[] {
  const rows = new Map<string, { -readonly [K in keyof LossRow]: LossRow[K] }>()
  for (const { attempt, lost } of details) {
    if (!counted.has(attempt)) continue
    for (const { dim, code, subject, points } of lost) {
      const key = `${dim} ${code} ${subject}`
      const row = rows.get(key) ?? { dim, code, subject, points: 0, times: 0 }
      rows.set(key, row)
      row.points += points
      row.times += 1
    }
  }
  return [...rows.values()].sort((a, b) => b.points - a.points)
}
