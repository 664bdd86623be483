import type { Row } from './row.ts'

/** What must be reached, by the rows that it is asked of. */
export interface Bar {
  readonly of: RegExp
  readonly text: string
  readonly met: (row: Row) => boolean
}

export const BARS: readonly Bar[] = [
  { of: /^checker: states/, text: 'ratio ≥ 10', met: ({ ratio }) => ratio >= 10 },
  { of: /^checker: .* whole space/, text: '≤ 1,000 ms', met: ({ ours }) => ours <= 1000 },
  { of: /^robots: /, text: '≥ 500', met: ({ ours }) => ours >= 500 },
  { of: /^scoring /, text: '≥ 20,000', met: ({ ours }) => ours >= 20_000 },
  { of: /^seals /, text: '≥ 2,000', met: ({ ours }) => ours >= 2000 },
  { of: /^response: SD/, text: '≤ 2 ms', met: ({ ours }) => ours <= 2 },
  { of: /^response: bias/, text: '≤ 4 ms', met: ({ ours }) => ours <= 4 },
  { of: /^response.*: /, text: 'no worse', met: ({ ratio }) => ratio <= 1 },
  { of: /^start: first screen/, text: '≤ 200', met: ({ ours }) => ours <= 200 },
  { of: /^start: desk/, text: '≤ 700', met: ({ ours }) => ours <= 700 },
  { of: /^map: frames/, text: 'ratio ≥ 0.9', met: ({ ratio }) => ratio >= 0.9 },
  { of: /^graph: opens/, text: '≤ 1,500 ms', met: ({ ours }) => ours <= 1500 },
  { of: /^graph: .*(pans|drags)/, text: 'ratio ≥ 0.9', met: ({ ratio }) => ratio >= 0.9 },
  { of: /^review: taken in/, text: '≥ 2,000', met: ({ ours }) => ours >= 2000 },
  { of: /^review: replayed/, text: '≥ 200', met: ({ ours }) => ours >= 200 },
  { of: /^review: opens/, text: '≤ 300 ms', met: ({ ours }) => ours <= 300 },
  { of: /^typing: to diagnostics, p95/, text: '≤ 300 ms', met: ({ ours }) => ours <= 300 },
  { of: /^typing: longest task/, text: '≤ 50 ms', met: ({ ours }) => ours <= 50 },
  { of: /^typing: longest wait of a letter/, text: '≤ 50 ms', met: ({ ours }) => ours <= 50 },
]

/** The bars of a row, each with whether it is met. */
export function barsOf(row: Row): readonly { readonly text: string; readonly met: boolean }[] {
  return BARS.filter(({ of }) => of.test(row.name)).map(({ text, met }) => ({
    text,
    met: met(row),
  }))
}
