import { useEffect, useMemo, useState } from 'react'
import { TARGET_LKFS } from './even.ts'
import { integratedLoudness } from './loudness.ts'
import { KEPT_RATE, type Pcm } from './pcm.ts'
import { finished, type Take, type VoiceRoom } from './room.ts'
import type { RecordedFile } from './rows.ts'
import { cut, type Span } from './trim.ts'

/** A recording on the table: what was recorded, and which part of it is wanted now. */
export interface Table {
  readonly take: Take
  readonly span: Span
  readonly setSpan: (span: Span) => void
  /** The part differs from the one that is kept. */
  readonly isTrimmed: boolean
  /** LKFS of what is kept. */
  readonly loudness: number
  /** What is kept is louder or quieter than the others: a file from elsewhere. */
  readonly isUneven: boolean
  /** As it would be heard if it were kept now. */
  readonly sound: () => Pcm
}

/** Further than this from the target is uneven, LU. */
const UNEVEN_LU = 1.5

/** The recording of a file; null until it is read, and if there is none. */
export function useTake(room: VoiceRoom, file: RecordedFile | null): Table | null {
  const [opened, setOpened] = useState<{ readonly blob: string; readonly take: Take } | null>(null)
  const [moved, setMoved] = useState<{ readonly take: Take; readonly span: Span } | null>(null)
  const blob = file?.blob
  useEffect(() => {
    let current = true
    if (file)
      room.open(file).then(
        (take) => current && setOpened(take && { blob: file.blob, take }),
        () => current && setOpened(null),
      )
    return () => {
      current = false
    }
  }, [room, file])
  const take = opened && opened.blob === blob ? opened.take : null
  const kept = useMemo(() => take && keptOf(take), [take])
  if (!take || !kept) return null
  const span = moved?.take === take ? moved.span : take.span
  const isTrimmed = span.from !== take.span.from || span.to !== take.span.to
  return {
    take,
    span,
    setSpan: (next) => setMoved({ take, span: next }),
    isTrimmed,
    loudness: kept.loudness,
    isUneven: Math.abs(kept.loudness - TARGET_LKFS) > UNEVEN_LU,
    sound: () => (isTrimmed ? (finished({ ...take, span }) ?? kept.pcm) : kept.pcm),
  }
}

function keptOf(take: Take): { readonly pcm: Pcm; readonly loudness: number } {
  const isWhole = take.span.from === 0 && take.span.to === take.pcm.length
  const isFile = isWhole && !take.isRaw
  const pcm = isFile ? take.pcm : (finished(take) ?? cut(take.pcm, take.span, KEPT_RATE))
  return { pcm, loudness: integratedLoudness(pcm, KEPT_RATE) }
}
