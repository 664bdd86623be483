/** Times and numbers as the debrief writes them. All times are ms. */

const two = (n: number): string => String(n).padStart(2, '0')

/** `01:15`; over an hour `1:02:03`. */
export function clock(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const tail = `${two(minutes % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** `1.8`: seconds with one digit. */
export function tenths(ms: number): string {
  return (Math.round(ms / 100) / 10).toFixed(1)
}

/** Uncertainty in seconds: `0.03`. */
export function uncertainty(ms: number): string {
  return (Math.ceil(ms / 10) / 100).toFixed(2).replace(/0$/, '')
}

/** `+3`, `−2` with a true minus; 0 stays `0`. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0'
}

/** A stage's time: short ones with a tenth, longer ones as a clock. */
export function stageTime(ms: number): string {
  return ms < 20_000 ? tenths(ms) : clock(ms)
}

/** A target or limit, which are whole seconds. */
export function spanTime(ms: number): string {
  return ms < 20_000 ? String(Math.round(ms / 1000)) : clock(ms)
}

/** Local date and time of a wall clock, ms since 1970: `2025-12-14 06:40`. */
export function dateTime(ms: number): string {
  const date = new Date(ms)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`
}
