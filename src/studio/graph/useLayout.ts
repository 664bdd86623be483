import { useEffect, useMemo, useRef, useState } from 'react'
import type { LayoutRequest, Positions } from './layout.ts'

/** The positions of the cards: laid out anew, beside the page, when sizes or connections change. Null before the first. */
export function useLayout(request: LayoutRequest | null): Positions | null {
  const [positions, setPositions] = useState<Positions | null>(null)
  const worker = useRef<Worker | null>(null)
  const latest = useRef(0)
  const key = useMemo(() => JSON.stringify(request), [request])
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
    latest.current += 1
    // nothing can be read yet
    if (key === 'null') return
    worker.current?.postMessage({ id: latest.current, request: JSON.parse(key) })
  }, [key])
  return positions
}
