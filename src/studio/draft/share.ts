import { useRef } from 'react'

type Table = Readonly<Record<string, unknown>>

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/**
 * `after`, with every part of it that says the same as in `before` taken from there, so that what compares by identity
 * sees only what has really changed. Plain data is looked into; everything else is the same only if it is the very same.
 */
export function share<T>(before: unknown, after: T): T
export function share(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before
  if (Array.isArray(before) && Array.isArray(after)) {
    const shared = after.map((item, index) => share(before[index], item))
    const isSame =
      before.length === shared.length && shared.every((item, index) => item === before[index])
    return isSame ? before : shared
  }
  if (!isTable(before) || !isTable(after)) return after
  const keys = Object.keys(after)
  const shared: Record<string, unknown> = {}
  let isSame = keys.length === Object.keys(before).length
  for (const key of keys) {
    shared[key] = share(before[key], after[key])
    if (shared[key] !== before[key] || !Object.hasOwn(before, key)) isSame = false
  }
  return isSame ? before : shared
}

/** The value, sharing what it can with what it was when rendered before. */
export function useShared<T>(value: T): T {
  const last = useRef(value)
  last.current = share(last.current, value)
  return last.current
}
