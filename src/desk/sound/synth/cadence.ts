/**
 * Cadences of China's telephone network in ms (GB 3380-82): ring and ring-back tone 1 s on, 4 s off; busy
 * tone 0.35 s on, 0.35 s off.
 */
export const CADENCE = {
  ring: { on: 1000, off: 4000 },
  ringback: { on: 1000, off: 4000 },
  busy: { on: 350, off: 350 },
} as const

/** A video call isn't rung by the telephone network: its tune comes round after so many ms. */
export const VIDEO_RING_MS = 2400
