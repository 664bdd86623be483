import { sha256Bytes } from '../../core/scenario/hash.ts'
import type { Header } from '../../core/sim/attempt.ts'
import { toBase64Url } from '../../core/sim/base64url.ts'
import type { FileResult, FileStatus } from '../../core/sim/file.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { Seal } from '../../core/sim/seal.ts'
import { UnsealedError } from './ports.ts'

/** Seals attempts with this workstation's own key. Both calls reject with an UnsealedError where there is none. */
export interface Signer {
  /** The workstation's id (SHA-256 of the raw public key, hex) and public key (raw, base64url). */
  station(): Promise<{ readonly id: string; readonly key: string }>
  /** `late`: not when it ended, but when it is exported. */
  sign(
    header: Header,
    status: FileStatus,
    result: FileResult | null,
    entries: readonly Entry[],
    late: boolean,
  ): Promise<Seal>
}

/** Where the workstation's key pair lies. */
export interface KeyPlace {
  /** The key kept here; if there is none yet, keeps the one that `make` gives and that no other tab was faster with. */
  key(make: () => Promise<CryptoKeyPair>): Promise<CryptoKeyPair>
}

const KIND = { name: 'ECDSA', namedCurve: 'P-256' } as const

interface Own {
  readonly id: string
  readonly key: string
  readonly secret: CryptoKey
}

/** `subtle`: null where there is none, as on pages that came over plain http. */
export function createSigner(
  place: KeyPlace,
  subtle: SubtleCrypto | null = globalThis.crypto?.subtle ?? null,
): Signer {
  let own: Promise<Own> | undefined
  const open = async (): Promise<Own> => {
    if (subtle === null) throw new UnsealedError('insecure')
    try {
      // not extractable: what signs here can't be taken along
      const pair = await place.key(() => subtle.generateKey(KIND, false, ['sign', 'verify']))
      const raw = new Uint8Array(await subtle.exportKey('raw', pair.publicKey))
      return { id: sha256Bytes(raw), key: toBase64Url(raw), secret: pair.privateKey }
    } catch (cause) {
      throw new UnsealedError('no-place', cause)
    }
  }
  const ready = () => {
    own ??= open().catch((error: unknown) => {
      // the next attempt may find the place open again
      own = undefined
      throw error
    })
    return own
  }
  return {
    async station() {
      const { id, key } = await ready()
      return { id, key }
    },
    async sign(header, status, result, entries, late) {
      const { id: station, key, secret } = await ready()
      if (subtle === null) throw new UnsealedError('insecure')
      // brings the checker of files along, which the start page does without
      const { chainHead, SIGNING, sealedText } = await import('../../core/sim/seal.ts')
      const unsigned = {
        station,
        key,
        count: entries.length,
        head: chainHead(header, status, result, entries),
        ...(late && { late }),
      }
      const text = new TextEncoder().encode(sealedText(unsigned))
      const signature = new Uint8Array(await subtle.sign(SIGNING, secret, text))
      return { ...unsigned, signature: toBase64Url(signature) }
    },
  }
}
