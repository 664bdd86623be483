import { useEffect, useRef } from 'react'
import { sameData } from '../../core/sim/same.ts'
import { useValue, type Value } from '../draft/value.ts'
import type { LaidOut, LayoutRequest, Positions } from './layout.ts'
import { startLayout } from './layoutThread.ts'

/**
 * The positions of the cards, kept in `laidOut`: laid out anew, beside the page, when sizes or connections change; until
 * that is done as they were. Null before the first.
 */
export function useLayout(
  laidOut: Value<LaidOut | null>,
  request: LayoutRequest | null,
): Positions | null {
  const thread = useRef<Worker | null>(null)
  const latest = useRef(0)
  useEffect(() => {
    // what was seen of the draft before needs none
    if (laidOut.get() === null) thread.current = startLayout()
    return () => {
      thread.current?.terminate()
      thread.current = null
    }
  }, [laidOut])
  useEffect(() => {
    if (!request || sameData(laidOut.get()?.request, request)) return
    latest.current += 1
    const id = latest.current
    const worker = thread.current ?? startLayout()
    thread.current = worker
    worker.onmessage = ({ data }: MessageEvent<{ id: number; positions: Positions }>) => {
      if (data.id === latest.current) laidOut.set({ request, positions: data.positions })
    }
    worker.postMessage({ id, request })
  }, [laidOut, request])
  return useValue(laidOut)?.positions ?? null
}
