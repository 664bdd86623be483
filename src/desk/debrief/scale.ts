import type { Language } from '../../core/scenario/primitives.ts'

/** From simulated time to px and back, for the part of the call that the timeline shows. Pure. */
export interface Window {
  readonly from: number
  readonly to: number
}

export interface Scale extends Window {
  readonly left: number
  readonly right: number
  x(time: number): number
  time(x: number): number
}

export function scaleOf(window: Window, left: number, right: number): Scale {
  const { from, to } = window
  const perMs = (right - left) / Math.max(1, to - from)
  return {
    ...window,
    left,
    right,
    x: (time) => left + (time - from) * perMs,
    time: (x) => from + (x - left) / perMs,
  }
}

/** The shortest stretch that can be looked at, ms. */
const CLOSEST_MS = 15_000
/** Before the first ring and after the end, ms: so that marks at the edges are seen. */
const EDGE_MS = 2_000

export const whole = (end: number): Window => ({ from: -EDGE_MS, to: end + EDGE_MS })

/** Zooms around a moment; a factor above 1 shows less. */
export function zoomed(window: Window, factor: number, around: number, end: number): Window {
  const all = whole(end)
  const span = Math.min(all.to - all.from, Math.max(CLOSEST_MS, (window.to - window.from) / factor))
  const part = (around - window.from) / Math.max(1, window.to - window.from)
  const inside = part >= 0 && part <= 1 ? part : 0.5
  return within({ from: around - span * inside, to: around + span * (1 - inside) }, end)
}

/** The window moved so that it shows nothing outside of the call. */
export function within({ from, to }: Window, end: number): Window {
  const all = whole(end)
  const span = to - from
  if (span >= all.to - all.from) return all
  if (from < all.from) return { from: all.from, to: all.from + span }
  return to > all.to ? { from: all.to - span, to: all.to } : { from, to }
}

/** The window that shows a moment: the same if it does already. */
export function showing(window: Window, time: number, end: number): Window {
  if (time >= window.from && time <= window.to) return window
  const span = window.to - window.from
  return within({ from: time - span / 3, to: time + (span * 2) / 3 }, end)
}

const STEPS = [1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000]
const TICK_PX = 78

/** Whole, even times to mark on the axis. */
export function ticks(scale: Scale, end: number): readonly number[] {
  const ms = ((scale.to - scale.from) * TICK_PX) / Math.max(1, scale.right - scale.left)
  const step = STEPS.find((candidate) => candidate >= ms) ?? 600_000
  const found: number[] = []
  for (let time = Math.max(0, Math.ceil(scale.from / step) * step); time <= scale.to; time += step)
    if (time <= end) found.push(time)
  return found
}

/** About how wide a text is, px: Chinese characters are square, others a bit over half as wide. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? size : size * 0.56
  return width
}

/** A text cut so that it fits, with an ellipsis; empty if not even two characters do. */
export function fitted(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text
  let cut = ''
  for (const char of text) {
    if (textWidth(`${cut}${char}…`, size) > room) break
    cut += char
  }
  return cut.length < 2 ? '' : `${cut}…`
}

/** Columns left and right of the lanes, px. */
export const gutters = (lang: Language): { readonly left: number; readonly right: number } =>
  lang === 'zh' ? { left: 96, right: 66 } : { left: 122, right: 88 }
