/** Calendar days as the trainee's clock on the wall shows them. */

const DAY_MS = 86_400_000

/** The number of the local calendar day; the next day is one more, whatever daylight saving does. */
export function localDay(ms: number): number {
  const at = new Date(ms)
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS)
}

const two = (n: number) => String(n).padStart(2, '0')

/** `2025-12-15` */
export function isoDay(ms: number): string {
  const at = new Date(ms)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** `08:31` */
export function clockTime(ms: number): string {
  const at = new Date(ms)
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}

/** `08:31:06` */
export function clockTimeFull(ms: number): string {
  return `${clockTime(ms)}:${two(new Date(ms).getSeconds())}`
}

/** A span as minutes and seconds, `00:58`. */
export function minutesSeconds(ms: number): string {
  const seconds = Math.round(ms / 1000)
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}
