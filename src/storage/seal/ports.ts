/** This browser as a workstation whose attempts are sealed, for those who show it; or why its attempts stay unsealed. */
export type Workstation =
  | {
      readonly ok: true
      /** SHA-256 of the public key's raw bytes, 64 hex digits. */
      readonly id: string
      /** The public key: a raw P-256 point, base64url. */
      readonly key: string
    }
  | { readonly ok: false; readonly why: UnsealedReason }

export type UnsealedReason =
  /** The page came over plain http, where browsers give no keys. */
  | 'insecure'
  /** The browser keeps no key for us: private window, blocked site data, full disk. */
  | 'no-place'

/** Why there is no key to seal with. */
export class UnsealedError extends Error {
  override readonly name = 'UnsealedError'
  readonly why: UnsealedReason

  constructor(why: UnsealedReason, cause?: unknown) {
    super(why, cause === undefined ? {} : { cause })
    this.why = why
  }
}
