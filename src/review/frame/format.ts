import type { Interval, Share } from '../statistics/proportion.ts'

/** Figures as words. Nothing is rounded away that decides: shares keep a decimal place where there is room. */

/** `82.1`, or `—`. */
export function percent(share: number | null, digits = 0): string {
  return share === null ? '—' : (share * 100).toFixed(digits)
}

/** `77.4 – 86.7`. */
export function percentRange(interval: Interval | null, digits = 1): string {
  return interval === null
    ? '—'
    : `${percent(interval.low, digits)} – ${percent(interval.high, digits)}`
}

/** `19/20`. */
export const ratio = ({ hits, n }: Share): string => `${hits}/${n}`

/** Seconds: one decimal place below ten, none above. */
export function seconds(ms: number | null): string {
  if (ms === null) return '—'
  const s = ms / 1000
  return Math.abs(s) < 10 ? s.toFixed(1) : s.toFixed(0)
}

/** `+4.4`, `−0.8`. */
export function signed(value: number | null, digits = 1): string {
  if (value === null) return '—'
  const text = Math.abs(value).toFixed(digits)
  return value < 0 ? `−${text}` : `+${text}`
}

/** `11-03`, in this browser's time. */
export function monthDay(at: number): string {
  const date = new Date(at)
  return `${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** `2026-11-03 09:15`. */
export function dateTime(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${monthDay(at)} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `01:12` into the call. */
export function callTime(ms: number): string {
  const s = Math.floor(ms / 1000)
  return `${two(Math.floor(s / 60))}:${two(s % 60)}`
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A count where there is room for four characters: `980`, `1.5k`, `12k`. Whoever shows it tells the whole elsewhere. */
export function brief(count: number): string {
  if (count < 1000) return String(count)
  // 9,950 and more is 10k, not 10.0k
  return `${(count / 1000).toFixed(count < 9950 ? 1 : 0)}k`
}

/** Two decimal places, or `—`. */
export function number(value: number | null, digits = 2): string {
  return value === null ? '—' : value.toFixed(digits)
}
