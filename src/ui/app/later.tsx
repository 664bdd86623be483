import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react'

/** A component whose code is read when it is first shown, or before, when `read` is called. */
export type Later<P> = ComponentType<P> & { readonly read: () => void }

type Known<P> = { readonly component: ComponentType<P> } | { readonly error: unknown }

/**
 * Reads a component's code with `load` when it is needed; `waiting` is seen meanwhile. React's own `lazy` holds back
 * what it has read for 300 ms once a sign of waiting was drawn; this shows it as soon as it is there, and at once if it
 * was read before. What can't be read is thrown in rendering.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
): Later<P> {
  let known: Known<P> | null = null
  let isAsked = false
  const listeners = new Set<() => void>()
  const know = (now: Known<P>): void => {
    known = now
    for (const listener of listeners) listener()
  }
  const read = (): void => {
    if (isAsked) return
    isAsked = true
    load().then(
      (component) => know({ component }),
      (error: unknown) => know({ error }),
    )
  }
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const Part = (props: P) => {
    read()
    const now = useSyncExternalStore(subscribe, () => known)
    if (now === null) return waiting
    if ('error' in now) throw now.error
    return <now.component {...props} />
  }
  return Object.assign(Part, { read })
}
