import type { Prefs, PrefValues } from './ports.ts'

type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const PREFIX = 'first-ring.'

const readers: { readonly [K in keyof PrefValues]: (text: string) => PrefValues[K] | null } = {
  trainee: (text) => (text === '' || text.length > 64 ? null : text),
  language: (text) => (text === 'zh' || text === 'en' ? text : null),
  volume: (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text)
    return value >= 0 && value <= 1 ? value : null
  },
  mode: (text) => (text === 'coaching' || text === 'practice' || text === 'exam' ? text : null),
}

/** `local`: gives the browser's store; may throw, as browsers do when site data is blocked. */
export function createPrefs(local: () => KeyValue = () => window.localStorage): Prefs {
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
