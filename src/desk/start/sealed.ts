import { draw } from '../../core/scenario/hash.ts'

const RANGE = 0x1_0000_0000

/**
 * The order of sealed calls in an exam: drawn for each trainee and day, so that a number tells nobody which call it is,
 * and the same all day, so that it can't be drawn again.
 * @param day `2025-12-15`
 */
export function sealedOrder<T extends { readonly id: string }>(
  scenarios: readonly T[],
  trainee: string,
  day: string,
): readonly T[] {
  const place = (id: string) => draw(`${trainee} ${day}`, id, RANGE)
  return scenarios
    .map((scenario) => ({ scenario, at: place(scenario.id) }))
    .toSorted((a, b) => a.at - b.at || (a.scenario.id < b.scenario.id ? -1 : 1))
    .map(({ scenario }) => scenario)
}

/** `A1`, `A2`, … */
export function sealedName(index: number): string {
  return `A${index + 1}`
}
