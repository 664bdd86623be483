import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import type { Point } from '../../core/city/point.ts'
import { type Camera, centred, fitted, kept, panned, type Size, zoomed } from './mapView.ts'

export interface MapCamera {
  readonly camera: Camera
  readonly view: Size
  readonly pan: (dx: number, dy: number) => void
  /** About a pixel of the map; about its middle without one. */
  readonly zoom: (factor: number, pixel?: Point) => void
  readonly fit: () => void
  readonly goTo: (at: Point, least: number) => void
}

/** Wheel steps become factors by this. */
const WHEEL = 0.0015

/** The map's camera, kept with the city and with the size of the element that it is drawn in. */
export function useCamera(host: RefObject<HTMLElement | null>, city: Size): MapCamera {
  const [view, setView] = useState<Size>({ width: 760, height: 480 })
  const [moved, setMoved] = useState<Camera | null>(null)
  const camera = moved ?? fitted(city, view)
  const change = useCallback(
    (next: (camera: Camera) => Camera) =>
      setMoved((now) => kept(next(now ?? fitted(city, view)), city, view)),
    [city, view],
  )
  useLayoutEffect(() => {
    const element = host.current
    if (!element) return undefined
    // the keys that move it are its own
    element.tabIndex = 0
    const measure = () =>
      setView({
        width: Math.max(1, element.clientWidth),
        height: Math.max(1, element.clientHeight),
      })
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [host])
  useEffect(() => {
    const element = host.current
    // React's own listener may not keep the page from scrolling
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      const box = element?.getBoundingClientRect()
      const pixel = { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
      const factor = Math.exp(-event.deltaY * (event.deltaMode === 1 ? WHEEL * 20 : WHEEL))
      change((now) => zoomed(now, view, factor, pixel))
    }
    element?.addEventListener('wheel', wheel, { passive: false })
    return () => element?.removeEventListener('wheel', wheel)
  }, [host, change, view])
  return {
    camera,
    view,
    pan: useCallback((dx, dy) => change((now) => panned(now, dx, dy)), [change]),
    zoom: useCallback(
      (factor, pixel) =>
        change((now) =>
          zoomed(now, view, factor, pixel ?? { x: view.width / 2, y: view.height / 2 }),
        ),
      [change, view],
    ),
    fit: useCallback(() => setMoved(null), []),
    goTo: useCallback((at, least) => change((now) => centred(now, at, least)), [change]),
  }
}
