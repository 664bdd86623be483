import type { Language, Text } from '../../../core/scenario/primitives.ts'
import type { IncomingFile } from '../../../core/scenario/texts/incoming.ts'
import type { TextStatus } from '../../../core/scenario/texts/track.ts'

/** What goes out to a translator and comes back, whatever the file's format. */

export interface OutgoingRow {
  readonly id: string
  /** What it is and who says it, in the words of whoever exports it. */
  readonly kind: string
  readonly speaker: string
  readonly source: string
  readonly words: string
  readonly status: TextStatus
}

export interface OutgoingFile {
  /** The scenario's id. */
  readonly name: string
  readonly source: Language
  readonly target: Language
  readonly rows: readonly OutgoingRow[]
}

export type ReadFile =
  | { readonly ok: true; readonly file: IncomingFile }
  | { readonly ok: false; readonly why: Text }

/** Why a file can't be taken at all. */
export class FileRefusal extends Error {
  readonly why: Text

  constructor(zh: string, en: string) {
    super(en)
    this.why = { zh, en }
  }
}

/** Largest file that is read, bytes: many times what the largest scenario's texts take. */
export const MOST_BYTES = 4_000_000
/** More rows than any scenario has. */
export const MOST_ROWS = 20_000

export function isLanguage(value: string | undefined): value is Language {
  return value === 'zh' || value === 'en'
}

/** Runs a reader; what it refuses is the answer, and a slip of its own is no crash. */
export function reading(read: () => IncomingFile): ReadFile {
  try {
    return { ok: true, file: read() }
  } catch (error) {
    if (error instanceof FileRefusal) return { ok: false, why: error.why }
    throw error
  }
}

/**
 * A file's text. Chinese spreadsheets save CSV in GB 18030 or UTF-16: `loose` reads those, too; otherwise it must be UTF-8.
 * Throws a FileRefusal.
 */
export function decoded(bytes: Uint8Array, loose: boolean): string {
  if (bytes.length > MOST_BYTES)
    throw new FileRefusal(
      `文件太大：超过 ${MOST_BYTES / 1_000_000} MB。`,
      `The file is too large: over ${MOST_BYTES / 1_000_000} MB.`,
    )
  const labels = loose && bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8']
  if (loose) labels.push('gb18030')
  for (const label of labels)
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // not in this one
    }
  throw new FileRefusal('文件不是 UTF-8 文字。', 'The file is no UTF-8 text.')
}
