import type { Timeline } from './spans.ts'

/** Where the lanes lie in a picture of this height. Pure. */
export interface Lanes {
  readonly height: number
  readonly axis: number
  readonly caller: number
  readonly trainee: number
  readonly record: number
  readonly dispatch: number
  /** Rows of the dispatch lane that units have, one each; the partners' rows come after them. */
  readonly unitRows: number
  readonly partnerRows: number
  readonly row: number
  readonly mood: number
  readonly moodHeight: number
  readonly overview: number
}

const AXIS = 17
const CALLER = 19
const TRAINEE = 27
const RECORD = 22
const OVERVIEW = 14
const LEAST_MOOD = 32
const ROW = 14
const MOST_ROW = 18

/** Units and partners get as many rows as there is room for above the moods. */
export function lanesOf(height: number, { units, partners }: Timeline): Lanes {
  const free = height - AXIS - CALLER - TRAINEE - RECORD - OVERVIEW - LEAST_MOOD - 8
  const rows = Math.max(2, Math.floor(free / ROW))
  const partnerRows = partners.length === 0 ? 0 : partners.length > 3 && rows > 4 ? 2 : 1
  const unitRows = Math.max(0, Math.min(units.length, rows - partnerRows))
  const used = Math.max(1, unitRows + partnerRows)
  const row = Math.min(MOST_ROW, Math.max(ROW, Math.floor(free / used)))
  const caller = AXIS + 3
  const trainee = caller + CALLER
  const record = trainee + TRAINEE
  const dispatch = record + RECORD
  const mood = dispatch + used * row + 6
  return {
    height,
    axis: AXIS,
    caller,
    trainee,
    record,
    dispatch,
    unitRows,
    partnerRows,
    row,
    mood,
    moodHeight: Math.max(20, height - OVERVIEW - mood - 4),
    overview: height - 8,
  }
}
