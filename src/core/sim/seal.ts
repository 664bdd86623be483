import { z } from 'zod'
import { sha256Bytes } from '../scenario/hash.ts'
import type { Header } from './attempt.ts'
import { canonicalWriter } from './canonicalBytes.ts'
import type { FileResult, FileStatus } from './file.ts'
import type { Entry } from './journal.ts'

/**
 * The seal of an attempt that is over. Its header, status, result and journal are a chain of hashes; the workstation
 * where it ended signs the chain's last link with a key that can't leave that browser. Who the workstation is, managers
 * know by its public key.
 */

/** SHA-256 as hex. */
const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const seal = z.strictObject({
  /** The workstation: SHA-256 of its public key's raw bytes. */
  station: hash,
  /** Its public key: a raw P-256 point (65 bytes), base64url. */
  key: z.string().regex(/^[A-Za-z0-9_-]{87}$/),
  /** Journal entries in the chain. */
  count: z.int().min(0).max(20_000),
  /** The chain's last link. */
  head: hash,
  /** ECDSA with P-256 and SHA-256 over `sealedText`: r and s (64 bytes), base64url. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  /** Sealed when it was exported, not when it ended. */
  late: z.literal(true).exactOptional(),
})

export type Seal = z.output<typeof seal>

/** How a workstation signs, in WebCrypto's words. */
export const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const

/** What a workstation hands to a manager, to be enrolled by. `id` must be the SHA-256 of the key's raw bytes. */
export const stationFile = z.strictObject({
  format: z.literal('first-ring-station'),
  formatVersion: z.literal(1),
  id: hash,
  key: z.string().regex(/^[A-Za-z0-9_-]{87}$/),
  /** What people call it. */
  name: z.string().trim().min(1).max(40),
})

export type StationFile = z.output<typeof stationFile>

/**
 * So many entries are hashed into one link. A link for each entry would tell no more, as only the last link is kept, and
 * takes half as long again: most entries are shorter than the block that a link begins with.
 */
const ENTRIES_PER_LINK = 32

/**
 * The last link of an attempt's chain, 64 hex digits. The first link is the SHA-256 of header, result and status; each
 * next one that of the link before it and the following 32 entries. All in canonical JSON (same.ts), so that the order
 * of keys in a file doesn't matter.
 */
export function chainHead(
  header: Header,
  status: FileStatus,
  result: FileResult | null,
  entries: readonly Entry[],
): string {
  const writer = canonicalWriter()
  writer.data({ header, result, status })
  let link = sha256Bytes(writer.taken())
  for (let from = 0; from < entries.length; from += ENTRIES_PER_LINK) {
    writer.clear()
    writer.raw(link)
    writer.data(entries.slice(from, from + ENTRIES_PER_LINK))
    link = sha256Bytes(writer.taken())
  }
  return link
}

/** The text that a workstation signs. */
export function sealedText(one: Omit<Seal, 'signature' | 'key'>): string {
  const { station, count, head, late } = one
  return `first-ring-seal/1\n${station}\n${count}\n${head}\n${late ? 'late' : 'at the end'}\n`
}
