/** Values out of JSON that nobody knows yet. */

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const textIn = (from: unknown, key: string): string => {
  const value = isObject(from) && Object.hasOwn(from, key) ? from[key] : null
  return typeof value === 'string' ? value : ''
}

/** The JSON of a text; undefined if it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
