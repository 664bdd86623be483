import type { Row } from './row.ts'

/** What must be reached, by the rows that it is asked of. */
export interface Bar {
  readonly of: RegExp
  readonly text: string
  readonly met: (row: Row) => boolean
}

export const BARS: readonly Bar[] = [
  { of: /^robots: /, text: '≥ 500', met: ({ ours }) => ours >= 500 },
  { of: /^scoring /, text: '≥ 20,000', met: ({ ours }) => ours >= 20_000 },
  { of: /^map: frames/, text: 'ratio ≥ 0.9', met: ({ ratio }) => ratio >= 0.9 },
]

/** The bars of a row, each with whether it is met. */
export function barsOf(row: Row): readonly { readonly text: string; readonly met: boolean }[] {
  return BARS.filter(({ of }) => of.test(row.name)).map(({ text, met }) => ({
    text,
    met: met(row),
  }))
}
