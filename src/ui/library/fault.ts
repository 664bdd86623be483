import type { Text } from '../../core/scenario/primitives.ts'

/** What is wrong with a file that came with the program, where, and how to mend it. */
export interface FileFault {
  /** Under `scenarios/`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly message: Text
  readonly fix: Text | null
}

/** A file can't be used; the others can. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError'
  readonly faults: readonly FileFault[]

  constructor(faults: readonly FileFault[]) {
    const [first] = faults
    super(
      first
        ? `${first.file}:${first.line}:${first.column} ${first.message.en}`
        : 'a file can not be used',
    )
    this.faults = faults
  }
}
