/** What the bench gives out: one measured thing of ours beside a named peer, taken in the same run. */
export interface Row {
  readonly name: string
  readonly unit: string
  readonly ours: number
  readonly peer: number
  /** ours ÷ peer. Of rates, more is better; of times and sizes, less. */
  readonly ratio: number
  readonly peerName: string
}

/** A row with its figures rounded to what they are worth: three digits behind the first. */
export function row(name: string, unit: string, ours: number, peer: number, peerName: string): Row {
  return {
    name,
    unit,
    ours: rounded(ours),
    peer: rounded(peer),
    ratio: rounded(ours / peer),
    peerName,
  }
}

const rounded = (value: number): number => Number(value.toPrecision(4))

/** A group of rows measured together, in a process of its own. */
export interface Bench {
  readonly name: string
  /** Takes some tens of seconds. @throws with the reason if something can't be measured */
  run(): Promise<readonly Row[]>
}
