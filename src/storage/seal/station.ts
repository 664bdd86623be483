import type { SealRows } from './rows.ts'
import type { Signer } from './signer.ts'

/** What a store needs to seal its attempts. */
export interface Station {
  readonly signer: Signer
  readonly seals: SealRows
}
