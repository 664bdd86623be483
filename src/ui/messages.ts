/** Short messages at the foot of the window: what happened, and where it helps, what to do. */
import { useSyncExternalStore } from 'react'

export interface Message {
  readonly id: number
  /** `warn` and `error` are announced at once; `error` stays until closed. */
  readonly kind: 'info' | 'done' | 'warn' | 'error'
  readonly text: string
  readonly action?: { readonly label: string; readonly perform: () => void }
  /** Stays until closed. */
  readonly sticky?: boolean
}

const SHOWN_MS = 6000
let next = 1
let shown: readonly Message[] = []
const listeners = new Set<() => void>()

function set(messages: readonly Message[]): void {
  shown = messages
  for (const listener of listeners) listener()
}

/** Takes a message away; unknown ids are ignored. */
export function dismiss(id: number): void {
  set(shown.filter((message) => message.id !== id))
}

/** Shows a message and returns its id. The same text again replaces the first. */
export function say(message: Omit<Message, 'id'>): number {
  const id = next++
  set([...shown.filter((old) => old.text !== message.text), { ...message, id }])
  if (!message.sticky && message.kind !== 'error') setTimeout(() => dismiss(id), SHOWN_MS)
  return id
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The messages to show now, oldest first. */
export function useMessages(): readonly Message[] {
  return useSyncExternalStore(subscribe, () => shown)
}
