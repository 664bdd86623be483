import type { AttemptRow } from '../../storage/review/ports.ts'

/** Attempts that are replayed together. */
type Job = readonly AttemptRow[]

/** No more attempts in a job: few enough that progress is seen, and stopping loses little. */
const JOB = 50

/**
 * Deals out what waits to `threads` threads: the function that it gives tells a thread, by its number, what to do next,
 * and null when nothing is left. A thread keeps to its own scenarios as long as it has any, since the first attempt at
 * each costs as much as a dozen others; then it helps out.
 */
export function deal(
  waiting: readonly (readonly AttemptRow[])[],
  threads: number,
): (thread: number) => Job | null {
  const jobs: AttemptRow[][] = []
  for (const rows of waiting.toSorted((a, b) => (scenarioOf(a) < scenarioOf(b) ? -1 : 1))) {
    const last = jobs.at(-1)
    if (last && last.length + rows.length <= JOB) last.push(...rows)
    else jobs.push([...rows])
  }
  const all = jobs.reduce((sum, { length }) => sum + length, 0)
  const hands: Job[][] = Array.from({ length: threads }, () => [])
  let dealt = 0
  for (const job of jobs) {
    hands[Math.floor((dealt / all) * threads)]?.push(job)
    dealt += job.length
  }
  return (thread) => {
    const own = hands[thread]?.shift()
    if (own) return own
    // from the end of whoever has most left: that one is furthest from getting there
    const fullest = hands.reduce((most, hand) => (hand.length > most.length ? hand : most), [])
    return fullest.pop() ?? null
  }
}

const scenarioOf = (rows: readonly AttemptRow[]): string => rows[0]?.scenario ?? ''
