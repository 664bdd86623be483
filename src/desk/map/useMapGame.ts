/** Phaser inside React: loaded when first needed, one game per mounted map, ended with it. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Language } from '../../core/scenario/primitives.ts'
import type { MapGame } from './game.ts'
import type { Size } from './geometry.ts'
import { listen } from './gestures.ts'
import type { MapModel } from './model.ts'
import type { NameLook } from './nameWriter.ts'
import { palettes, type Theme } from './palette.ts'

/** Above this a sharper picture costs more than it shows. */
const MOST_RATIO = 2

export interface MapSettings {
  readonly model: MapModel
  readonly onPick: (point: { readonly x: number; readonly y: number }) => void
  readonly theme: Theme
  readonly reducedMotion: boolean
  readonly lang: Language
}

export type MapPhase = 'opening' | 'ready' | 'failed'

export interface MapHandle {
  readonly phase: MapPhase
  readonly game: RefObject<MapGame | null>
  /** Tries once more after a failure. */
  readonly retry: () => void
}

function sizeOf(element: HTMLElement): Size | null {
  const { clientWidth: width, clientHeight: height } = element
  return width > 0 && height > 0 ? { width, height } : null
}

function lookOf(element: HTMLElement, theme: Theme, lang: Language): NameLook {
  return { palette: palettes[theme], lang, font: getComputedStyle(element).fontFamily }
}

/** Resolves with the element's size once it has one; never if `signal` comes first. */
function whenSized(element: HTMLElement, signal: AbortSignal): Promise<Size> {
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      const size = sizeOf(element)
      if (size === null) return
      observer.disconnect()
      resolve(size)
    })
    observer.observe(element)
    signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  })
}

/** Keeps a game in `host` for as long as the component is mounted and the city stays the same. */
export function useMapGame(
  host: RefObject<HTMLDivElement | null>,
  settings: MapSettings,
): MapHandle {
  const [phase, setPhase] = useState<MapPhase>('opening')
  const [round, setRound] = useState(0)
  const game = useRef<MapGame | null>(null)
  const latest = useRef(settings)
  useLayoutEffect(() => {
    latest.current = settings
  })
  const { theme, lang, reducedMotion } = settings
  const { city } = settings.model

  // `round` starts it anew after a failure or on another screen.
  useEffect(() => {
    const element = host.current
    if (element === null || round < 0) return
    // For the arrow keys; without them it would be a stop on the way of the Tab key for nothing.
    element.tabIndex = 0
    const end = new AbortController()
    const fail = (error: unknown) => {
      if (end.signal.aborted) return
      console.error('map:', error)
      game.current?.destroy()
      game.current = null
      setPhase('failed')
    }
    setPhase('opening')
    openGame(element, city, latest, end.signal, fail)
      .then((opened) => {
        if (opened === null) return
        game.current = opened
        setPhase('ready')
      })
      .catch(fail)
    const deaf = listen(element, {
      control: () => game.current?.scene.control ?? null,
      moved: () => game.current?.wake(),
      pick: (point) => latest.current.onPick(within(city, point)),
    })
    const screen = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    screen.addEventListener('change', () => setRound((n) => n + 1), { signal: end.signal })
    return () => {
      end.abort()
      deaf()
      game.current?.destroy()
      game.current = null
    }
  }, [host, city, round])

  useEffect(() => {
    const element = host.current
    if (element === null || phase !== 'ready') return
    game.current?.setLook(lookOf(element, theme, lang), reducedMotion)
    const observer = new ResizeObserver(() => {
      const size = sizeOf(element)
      const { current } = game
      if (size === null || current === null) return
      const { width, height } = current.scene.control.view
      if (size.width !== width || size.height !== height) current.setView(size)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [host, phase, theme, lang, reducedMotion])

  return { phase, game, retry: () => setRound((n) => n + 1) }
}

/** Whole metres inside the city. */
export function within(
  city: MapModel['city'],
  point: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  return {
    x: Math.round(Math.min(city.bounds.width, Math.max(0, point.x))),
    y: Math.round(Math.min(city.bounds.height, Math.max(0, point.y))),
  }
}

async function openGame(
  element: HTMLElement,
  city: MapModel['city'],
  latest: RefObject<MapSettings>,
  signal: AbortSignal,
  failed: (error: unknown) => void,
): Promise<MapGame | null> {
  const [{ startMap }, view] = await Promise.all([import('./game.ts'), whenSized(element, signal)])
  if (signal.aborted) return null
  const { theme, lang, reducedMotion } = latest.current
  return startMap(element, {
    model: { city, read: () => latest.current.model.read() },
    look: lookOf(element, theme, lang),
    view,
    ratio: Math.min(MOST_RATIO, Math.max(1, window.devicePixelRatio)),
    reducedMotion,
    failed,
  })
}
