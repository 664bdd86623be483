import { useEffect, useRef, useState } from 'react'
import type { LayoutRequest, Positions } from './layout.ts'

/**
 * The positions of the cards: laid out anew, beside the page, when sizes or connections change; until that is done as
 * they were. Null before the first.
 */
export function useLayout(request: LayoutRequest | null): Positions | null {
  const [positions, setPositions] = useState<Positions | null>(null)
  const worker = useRef<Worker | null>(null)
  const latest = useRef(0)
  useEffect(() => {
    const thread = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    thread.onmessage = ({ data }: MessageEvent<{ id: number; positions: Positions }>) => {
      if (data.id === latest.current) setPositions(data.positions)
    }
    return () => {
      worker.current = null
      thread.terminate()
    }
  }, [])
  useEffect(() => {
    if (!request) return
    latest.current += 1
    worker.current?.postMessage({ id: latest.current, request })
  }, [request])
  return positions
}
