import { useSyncExternalStore } from 'react'

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
