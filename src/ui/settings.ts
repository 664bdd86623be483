/** Small preferences of this browser. Private mode or a full disk only means they are forgotten. */
const PREFIX = 'first-ring.'

/** The stored preference, or null when there is none or storage is closed to us. */
export function readSetting(name: string): string | null {
  try {
    return window.localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

/** Stores a preference; returns whether it will be there next time. */
export function writeSetting(name: string, value: string): boolean {
  try {
    window.localStorage.setItem(PREFIX + name, value)
    return true
  } catch {
    return false
  }
}
