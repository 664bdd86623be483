import { mean, median, medianAbsoluteDeviation } from 'simple-statistics'
import { pearson } from './ranks.ts'

/** Classical item analysis, with scenarios as the items. */

/** Mean share of the points, the p value of test theory: high is easy. Null without scores. */
export function difficulty(scores: readonly number[], max: number): number | null {
  return scores.length === 0 ? null : mean([...scores]) / max
}

/**
 * How well a scenario tells good trainees from weak ones: the correlation of the trainees' means in it with their means
 * in all others (the corrected item–rest correlation). Null if it can't be said.
 */
export function discrimination(own: readonly number[], rest: readonly number[]): number | null {
  return pearson(own, rest)
}

/** Beyond this a value is an outlier, and how a median deviation becomes a standard one (Iglewicz & Hoaglin 1993). */
const CUTOFF = 3.5
const TO_SIGMA = 1.4826

/** Indices of values far from the rest, by the modified z score. None below five values or where most are the same. */
export function outliers(values: readonly number[]): number[] {
  if (values.length < 5) return []
  const middle = median([...values])
  const sigma = medianAbsoluteDeviation([...values]) * TO_SIGMA
  if (sigma === 0) return []
  return values.flatMap((value, i) => (Math.abs(value - middle) / sigma > CUTOFF ? [i] : []))
}
