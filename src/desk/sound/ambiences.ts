/**
 * The background at the caller's end: length of the loop in ms and how loud it is mixed (files are all
 * equally loud, a quiet room is not). Loops stand in their files with a margin on both sides, wrapped
 * round, so that the browser's resampling has no edge to stumble over at the seam.
 */
export const AMBIENCES = {
  'street-winter': { ms: 10_000, gain: 0.42 },
  'wind-high': { ms: 10_000, gain: 0.6 },
  'flat-night-thumps': { ms: 9_600, gain: 0.55 },
  'building-site-pump': { ms: 8_000, gain: 0.5 },
  'flat-thuds': { ms: 10_000, gain: 0.5 },
  mall: { ms: 9_000, gain: 0.42 },
  car: { ms: 7_200, gain: 0.42 },
  'quiet-room': { ms: 6_000, gain: 0.12 },
  'sirens-far': { ms: 8_000, gain: 0.34 },
} as const satisfies Record<string, { ms: number; gain: number }>

export type AmbienceId = keyof typeof AMBIENCES

/** Margin before and after each loop in its file, in ms. */
export const LOOP_MARGIN_MS = 50

/** True if `id` names a background that we have. */
export function isAmbience(id: string): id is AmbienceId {
  return Object.hasOwn(AMBIENCES, id)
}
