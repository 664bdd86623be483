import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of an element in whole px; null until it has one. */
export function useSize<E extends Element>(): readonly [RefObject<E | null>, Size | null] {
  const ref = useRef<E | null>(null)
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const read = () => {
      const { width, height } = element.getBoundingClientRect()
      const next = { width: Math.floor(width), height: Math.floor(height) }
      if (next.width === 0 || next.height === 0) return
      setSize((old) => (old?.width === next.width && old.height === next.height ? old : next))
    }
    const observer = new ResizeObserver(read)
    observer.observe(element)
    read()
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}
