import { describe, expect, it } from 'vitest'
import { createPrefs } from './prefs.ts'

function box(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  }
}

describe('preferences', () => {
  it('come back as they were set', () => {
    const local = box()
    const prefs = createPrefs(() => local)
    expect(prefs.get('trainee')).toBeNull()
    expect(prefs.set('trainee', 't-1')).toBe(true)
    prefs.set('volume', 0.35)
    prefs.set('mode', 'exam')
    prefs.set('language', 'en')
    const again = createPrefs(() => local)
    expect(again.get('trainee')).toBe('t-1')
    expect(again.get('volume')).toBe(0.35)
    expect(again.get('mode')).toBe('exam')
    expect(again.get('language')).toBe('en')
    again.forget('trainee')
    expect(prefs.get('trainee')).toBeNull()
  })

  it('are nothing where the stored text makes no sense', () => {
    const local = box()
    const prefs = createPrefs(() => local)
    for (const bad of ['', ' ', 'NaN', '7', '-1', 'loud']) {
      local.all.set('first-ring.volume', bad)
      expect(prefs.get('volume')).toBeNull()
    }
    local.all.set('first-ring.mode', 'god')
    expect(prefs.get('mode')).toBeNull()
  })

  it('survive a browser that denies them', () => {
    const prefs = createPrefs(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(prefs.get('mode')).toBeNull()
    expect(prefs.set('mode', 'exam')).toBe(false)
    prefs.forget('mode')
    expect(createPrefs().set('mode', 'exam')).toBe(false)
  })
})
