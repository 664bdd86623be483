import { z } from 'zod'
import { mode } from '../core/sim/attempt.ts'

/** Small preferences of this browser. They help, and are no part of any record: losing them costs a click. */
const shapes = {
  /** Id of the trainee who trained here last. */
  trainee: z.string().min(1).max(64),
  language: z.enum(['zh', 'en']),
  /** 0 to 1. */
  volume: z.coerce.number().min(0).max(1),
  mode,
}

export interface PrefValues {
  readonly trainee: string
  readonly language: 'zh' | 'en'
  readonly volume: number
  readonly mode: z.output<typeof mode>
}

export interface Prefs {
  /** The stored value; null if there is none, it makes no sense, or the browser denies storage. */
  get<K extends keyof PrefValues>(key: K): PrefValues[K] | null
  /** False if it will be forgotten. */
  set<K extends keyof PrefValues>(key: K, value: PrefValues[K]): boolean
  forget(key: keyof PrefValues): void
}

type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const PREFIX = 'first-ring.'

/** `local`: gives the browser's store; may throw, as browsers do when site data is blocked. */
export function createPrefs(local: () => KeyValue = () => window.localStorage): Prefs {
  const readers: { [K in keyof PrefValues]: (text: string) => PrefValues[K] | null } = {
    trainee: (text) => shapes.trainee.safeParse(text).data ?? null,
    language: (text) => shapes.language.safeParse(text).data ?? null,
    volume: (text) => (text.trim() === '' ? null : (shapes.volume.safeParse(text).data ?? null)),
    mode: (text) => shapes.mode.safeParse(text).data ?? null,
  }
  return {
    get(key) {
      try {
        const text = local().getItem(PREFIX + key)
        return text === null ? null : readers[key](text)
      } catch {
        return null
      }
    },
    set(key, value) {
      try {
        local().setItem(PREFIX + key, String(value))
        return true
      } catch {
        return false
      }
    },
    forget(key) {
      try {
        local().removeItem(PREFIX + key)
      } catch {
        // Nothing is kept anyway.
      }
    },
  }
}
