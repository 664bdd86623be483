import { useEffect, useRef, useState } from 'react'
import type { CityDiagnostic } from '../../core/city/finder.ts'
import type { CityTexts } from '../../core/city/texts.ts'

/** A change waits so long for more before the city is looked over, ms. */
const QUIET_MS = 150

interface Told {
  readonly texts: CityTexts
  readonly diagnostics: readonly CityDiagnostic[]
}

export interface Checked {
  /** What is wrong, as last told. */
  readonly diagnostics: readonly CityDiagnostic[]
  /** Is that about the city as it stands? */
  readonly isFresh: boolean
}

const NOTHING: readonly CityDiagnostic[] = []

/** What is wrong with a city; looked over again after each change. */
export function useCheck(texts: CityTexts | null): Checked {
  const [told, setTold] = useState<Told | null>(null)
  const worker = useRef<Worker | null>(null)
  const asked = useRef(new Map<number, CityTexts>())
  const last = useRef(0)
  useEffect(() => {
    const thread = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    thread.onmessage = ({ data }: MessageEvent<Omit<Told, 'texts'> & { id: number }>) => {
      const about = asked.current.get(data.id)
      asked.current.delete(data.id)
      // only the newest answer counts
      if (about && data.id === last.current)
        setTold({ texts: about, diagnostics: data.diagnostics })
    }
    return () => {
      worker.current = null
      thread.terminate()
    }
  }, [])
  useEffect(() => {
    if (!texts) return undefined
    const timer = setTimeout(() => {
      last.current += 1
      asked.current.set(last.current, texts)
      worker.current?.postMessage({ id: last.current, texts })
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [texts])
  return {
    diagnostics: told?.diagnostics ?? NOTHING,
    isFresh: told !== null && told.texts === texts,
  }
}
