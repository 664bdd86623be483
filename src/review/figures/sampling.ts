import type { SampleReason } from '../../core/review/remark.ts'
import type { Sheet } from '../../core/review/sheet.ts'
import { draw } from '../../core/scenario/hash.ts'
import { outliers } from '../statistics/items.ts'
import { byTrainee } from './cohort.ts'

/** The quality list: which attempts people should look at (≥ 2 %, due within five days: practice of quality assurance, see rubric). */

export const SAMPLE_SHARE = 0.02
export const DUE_DAYS = 5
/** How many times as likely as any other attempt (own). */
export const SAMPLE_WEIGHTS: Readonly<Record<SampleReason, number>> = {
  'red-line': 8,
  outlier: 4,
  random: 1,
}

export interface Sampled {
  readonly id: string
  readonly why: SampleReason
}

/** Attempts whose total is far from the same trainee's others. */
export function outlying(sheets: readonly Sheet[]): ReadonlySet<string> {
  return new Set(
    [...byTrainee(sheets).values()].flatMap((own) =>
      outliers(own.map(({ raw }) => raw)).flatMap((i) => own[i]?.attempt ?? []),
    ),
  )
}

/**
 * Draws the list: `count` attempts (at least 2 % of all) without replacement, each with a chance by its weight: the
 * largest keys ln(u) / w are taken (Efraimidis & Spirakis 2006). The same seed and attempts give the same list.
 */
export function drawSample(
  sheets: readonly Sheet[],
  seed: string,
  count = Math.ceil(sheets.length * SAMPLE_SHARE),
): readonly Sampled[] {
  const odd = outlying(sheets)
  const keyed = sheets.map((sheet) => {
    const why: SampleReason =
      sheet.redLines.length > 0 ? 'red-line' : odd.has(sheet.attempt) ? 'outlier' : 'random'
    const u = (draw(seed, sheet.attempt, 1_000_000) + 0.5) / 1_000_000
    return { id: sheet.attempt, why, key: Math.log(u) / SAMPLE_WEIGHTS[why] }
  })
  const least = Math.ceil(sheets.length * SAMPLE_SHARE)
  return keyed
    .sort((a, b) => b.key - a.key || (a.id < b.id ? -1 : 1))
    .slice(0, Math.max(least, count))
    .map(({ id, why }) => ({ id, why }))
}
