import { sha256Bytes } from '../../core/scenario/hash.ts'
import type { Header } from '../../core/sim/attempt.ts'
import { fromBase64Url } from '../../core/sim/base64url.ts'
import type { FileResult, FileStatus } from '../../core/sim/file.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { chainHead, type Seal, SIGNING, sealedText } from '../../core/sim/seal.ts'

/**
 * `good`: sealed by the workstation that it names, and as it was then. `edited`: header, status, result or journal are
 * not what was sealed. `bad-signature`: the seal itself was not made with that workstation's key.
 */
export type SealVerdict = 'good' | 'edited' | 'bad-signature'

/**
 * Checks a seal against the attempt beside it. Whether the station is one of ours is the caller's question. Runs in
 * pages, workers and Node; rejects where there is no WebCrypto (plain http), as nothing can be said there.
 */
export async function verifySeal(
  seal: Seal,
  header: Header,
  status: FileStatus,
  result: FileResult | null,
  entries: readonly Entry[],
): Promise<SealVerdict> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (subtle === undefined) throw new Error('without WebCrypto no signature can be checked')
  if (seal.count !== entries.length || seal.head !== chainHead(header, status, result, entries)) {
    return 'edited'
  }
  const key = await publicKey(subtle, seal)
  if (key === null) return 'bad-signature'
  const text = new TextEncoder().encode(sealedText(seal))
  const good = await subtle.verify(SIGNING, key, fromBase64Url(seal.signature), text)
  return good ? 'good' : 'bad-signature'
}

/** Keys read before, by their text and station: many attempts come from few workstations. */
const known = new Map<string, Promise<CryptoKey | null>>()
const MOST_KNOWN = 1_000

/** The seal's key; null if it is none, or another station's. */
function publicKey(subtle: SubtleCrypto, { station, key }: Seal): Promise<CryptoKey | null> {
  const name = `${station} ${key}`
  const there = known.get(name)
  if (there !== undefined) return there
  if (known.size >= MOST_KNOWN) known.clear()
  const read = importKey(subtle, station, key)
  known.set(name, read)
  return read
}

async function importKey(
  subtle: SubtleCrypto,
  station: string,
  key: string,
): Promise<CryptoKey | null> {
  const raw = fromBase64Url(key)
  if (sha256Bytes(raw) !== station) return null
  try {
    return await subtle.importKey('raw', raw, { name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'verify',
    ])
  } catch {
    // no point on the curve
    return null
  }
}
