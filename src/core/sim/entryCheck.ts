import { firstIssue } from './issue.ts'
import { type Entry, entry } from './journal.ts'
import { isPlain } from './same.ts'

/** Checks one entry of a journal from a file: gives it as it is, or what is wrong with it. */
export type EntryCheck = (raw: unknown) => { readonly entry: Entry } | { readonly why: string }

export const checkEntry: EntryCheck = (raw) => {
  const one = entry.safeParse(raw)
  return one.success ? { entry: one.data } : { why: firstIssue(one.error) }
}

/**
 * A quicker check for whoever replays the attempt and compares it entry by entry (replay.ts): what the simulation told
 * is only looked at for being plain data, since nothing passes there but what the engine tells itself.
 */
export const checkBeforeReplay: EntryCheck = (raw) =>
  isTold(raw) ? { entry: raw } : checkEntry(raw)

function isTold(raw: unknown): raw is Extract<Entry, { origin: 'script' }> {
  return (
    isPlain(raw) &&
    raw.origin === 'script' &&
    isCount(raw.n) &&
    isCount(raw.at) &&
    Object.keys(raw).length === 4 &&
    isPlain(raw.happening) &&
    Object.values(raw.happening).every(isFlat)
  )
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

/** A word or number, or a list or table of those: nothing that is deep enough to hurt. */
function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every((part) => typeof part !== 'object' || part === null)
}
