import { useEffect, useState } from 'react'
import { TARGET_LKFS } from './even.ts'
import type { Pcm } from './pcm.ts'
import type { Take, VoiceRoom } from './room.ts'
import type { RecordedFile } from './rows.ts'
import type { Heard } from './signal/work.ts'
import type { Span } from './trim.ts'

/** A recording on the table: what was recorded, and which part of it is wanted now. */
export interface Table {
  readonly take: Take
  readonly span: Span
  readonly setSpan: (span: Span) => void
  /** The part differs from the one that is kept. */
  readonly isTrimmed: boolean
  /** LKFS of what is kept; null until it is measured. */
  readonly loudness: number | null
  /** What is kept is louder or quieter than the others: a file from elsewhere. */
  readonly isUneven: boolean
  /** As it would be heard if it were kept now. */
  readonly sound: () => Promise<Pcm>
}

/** Further than this from the target is uneven, LU. */
const UNEVEN_LU = 1.5

/** The recording of a file; null until it is read, and if there is none. */
export function useTake(room: VoiceRoom, file: RecordedFile | null): Table | null {
  const [opened, setOpened] = useState<{ readonly blob: string; readonly take: Take } | null>(null)
  const [moved, setMoved] = useState<{ readonly take: Take; readonly span: Span } | null>(null)
  const [measured, setMeasured] = useState<{ readonly take: Take; readonly heard: Heard } | null>(
    null,
  )
  const blob = file?.blob
  useEffect(() => {
    if (!file) return
    const gone = new AbortController()
    const read = async (): Promise<void> => {
      const take = await room.open(file, gone.signal)
      if (gone.signal.aborted) return
      setOpened(take && { blob: file.blob, take })
      const heard = take && (await room.hear(take, gone.signal))
      if (heard) setMeasured({ take, heard })
    }
    read().catch(() => gone.signal.aborted || setOpened(null))
    return () => gone.abort()
  }, [room, file])
  const take = opened && opened.blob === blob ? opened.take : null
  if (!take) return null
  const span = moved?.take === take ? moved.span : take.span
  const isTrimmed = span.from !== take.span.from || span.to !== take.span.to
  const heard = measured?.take === take ? measured.heard : null
  return {
    take,
    span,
    setSpan: (next) => setMoved({ take, span: next }),
    isTrimmed,
    loudness: heard?.loudness ?? null,
    isUneven: heard !== null && Math.abs(heard.loudness - TARGET_LKFS) > UNEVEN_LU,
    sound: async () => (!isTrimmed && heard ? heard : await room.hear({ ...take, span })).pcm,
  }
}
