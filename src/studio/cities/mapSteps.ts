/** How the keyboard moves things on the map. */

/** Metres that an arrow moves what has the focus: with Shift, further. */
export const STEP = 5
export const STRIDE = 50

export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
