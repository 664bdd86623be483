/**
 * Measures work in processor time rather than wall time: other programs on the machine then cost a rate little. All
 * threads of the process count, the collector's too, so a rate by it is never better than one thread would give.
 */

/** Processor time used so far, ms. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Does `step(0)`, `step(1)`, … for so much processor time (ms); gives steps per second of it. */
export function rate(step: (n: number) => void, budget: number): number {
  const from = processorMs()
  let spent = 0
  let done = 0
  while (spent < budget) {
    // reading the clock costs too: a handful at a time
    for (let i = 0; i < 16; i += 1) step(done + i)
    done += 16
    spent = processorMs() - from
  }
  return (done * 1000) / spent
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return (
    ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2
  )
}

/**
 * Ours and the peer in turn, round after round, so that both meet the same weather; the median of each. Rounds before
 * `rounds` begin only warm up.
 */
export async function inTurn(
  rounds: number,
  ours: () => number | Promise<number>,
  peer: () => number | Promise<number>,
  warmUp = 1,
): Promise<{ ours: number; peer: number }> {
  const mine: number[] = []
  const theirs: number[] = []
  for (let round = -warmUp; round < rounds; round += 1) {
    const a = await ours()
    const b = await peer()
    if (round < 0) continue
    mine.push(a)
    theirs.push(b)
  }
  return { ours: median(mine), peer: median(theirs) }
}
