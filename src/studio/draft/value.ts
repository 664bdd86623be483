import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'

/** One value that several parts of the studio share: set by one, shown by others. */
export class Value<T> {
  #now: T
  readonly #listeners = new Set<() => void>()

  constructor(first: T) {
    this.#now = first
  }

  get = (): T => this.#now

  set = (next: T): void => {
    if (Object.is(next, this.#now)) return
    this.#now = next
    for (const listener of this.#listeners) listener()
  }

  /** Called after each change. Returns the way to stop. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** The value as it stands; the component renders again when it changes. */
export function useValue<T>(value: Value<T>): T {
  return useSyncExternalStore(value.subscribe, value.get)
}

/**
 * One part of the value: the component renders again only when that part is another one. `select` must give the very
 * same thing while nothing about it has changed.
 */
export function usePart<T, P>(value: Value<T>, select: (now: T) => P): P {
  return useSyncExternalStore(value.subscribe, () => select(value.get()))
}

/**
 * The same for what is large and may come a moment late: it is drawn in pieces between letters, and never holds one up.
 * `select` is one and the same function each time. `isFirst`: what comes after nothing (null) is drawn at once.
 */
export function useLatePart<T, P>(value: Value<T>, select: (now: T) => P, isFirst = false): P {
  const [part, setPart] = useState(() => select(value.get()))
  useEffect(() => {
    let isAtOnce = isFirst
    const take = () => {
      const next = select(value.get())
      const put = () => setPart(() => next)
      if (isAtOnce) put()
      else startTransition(put)
      isAtOnce &&= next === null
    }
    take()
    return value.subscribe(take)
  }, [value, select, isFirst])
  return part
}
