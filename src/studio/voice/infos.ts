import { useEffect, useState } from 'react'
import type { DraftStore } from '../../storage/drafts/ports.ts'
import { unpackSound } from './decode.ts'
import { MOST_SECONDS } from './pcm.ts'
import type { RecordedFile } from './rows.ts'
import { WAV_HEAD, wavInfo } from './wav.ts'

/** What a recording tells of itself. */
export interface RecordingInfo {
  readonly seconds: number
  /** What was said in it; null if it doesn't tell. */
  readonly words: string | null
}

/** By the hash of the bytes, so never out of date; null if it can't be read. */
const known = new Map<string, RecordingInfo | null>()

async function read(drafts: Pick<DraftStore, 'blob'>, hash: string): Promise<RecordingInfo | null> {
  const blob = await drafts.blob(hash)
  if (!blob) return null
  const info = wavInfo(new Uint8Array(await blob.slice(0, WAV_HEAD).arrayBuffer()))
  if (info) return info
  const unpacked = await unpackSound(blob)
  const seconds = unpacked.ok ? unpacked.seconds : 0
  return seconds > 0 && seconds <= MOST_SECONDS ? { seconds, words: null } : null
}

export type Infos = ReadonlyMap<string, RecordingInfo | null>

/** What these recordings tell of themselves, as far as they have been read. */
export function useInfos(drafts: Pick<DraftStore, 'blob'>, files: readonly RecordedFile[]): Infos {
  const [, tell] = useState(0)
  useEffect(() => {
    let current = true
    const readAll = async (): Promise<void> => {
      for (const { blob } of files) {
        if (known.has(blob)) continue
        known.set(blob, await read(drafts, blob).catch(() => null))
        if (current) tell((n) => n + 1)
        else return
      }
    }
    void readAll()
    return () => {
      current = false
    }
  }, [drafts, files])
  return known
}
