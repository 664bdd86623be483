import type { Header } from '../../core/sim/attempt.ts'
import type { FileResult, FileStatus } from '../../core/sim/file.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { createSigner, type Signer } from './signer.ts'

/** All that a seal covers. */
export interface Sealed {
  header: Header
  status: FileStatus
  result: FileResult | null
  entries: Entry[]
}

/** A workstation of its own, with its key in memory. */
export function aWorkstation(): Signer {
  let pair: Promise<CryptoKeyPair> | undefined
  return createSigner({
    key(make) {
      pair ??= make()
      return pair
    },
  })
}

/** The same data with the keys of every object in another order. */
export function shuffled<T>(value: T, draw: (below: number) => number): T
export function shuffled(value: unknown, draw: (below: number) => number): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => shuffled(inner, draw))
  if (typeof value !== 'object' || value === null) return value
  const left = Object.entries(value)
  const mixed: [string, unknown][] = []
  while (left.length > 0) {
    const [taken] = left.splice(draw(left.length), 1)
    if (taken) mixed.push([taken[0], shuffled(taken[1], draw)])
  }
  return Object.fromEntries(mixed)
}

/** How many single values (and empty lists) there are in some data. */
export function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  const inner = Object.values(value)
  return inner.length === 0 ? 1 : inner.reduce<number>((sum, each) => sum + leaves(each), 0)
}

/** The same data with its `at`th single value changed. */
export function changed<T>(value: T, at: number): T
export function changed(value: unknown, at: number): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string') return `${value}x`
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'object' || value === null) return 7
  if (Object.keys(value).length === 0) return ['added']
  let left = at
  const inner = Object.entries(value).map(([key, each]: [string, unknown]) => {
    const size = leaves(each)
    const mine = left >= 0 && left < size
    const next = mine ? changed(each, left) : each
    left -= size
    return [key, next] as const
  })
  return Array.isArray(value) ? inner.map(([, each]) => each) : Object.fromEntries(inner)
}
