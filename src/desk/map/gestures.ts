/** Hands on the map: drag, pinch, wheel, click. Listens on one element and lets go of it again. */
import { toMetres } from './camera.ts'
import type { CameraControl } from './cameraControl.ts'
import type { Point } from './geometry.ts'

/** A press that moves less than this is a click. */
const CLICK_PX = 5
/** Zoom per pixel of wheel. */
const WHEEL = 0.0016
const LINE_PX = 32

export interface Hands {
  readonly control: () => CameraControl | null
  /** The camera moved. */
  readonly moved: () => void
  /** A click, in city metres. */
  readonly pick: (point: Point) => void
}

interface Press {
  readonly start: Point
  last: Point
  dragged: boolean
}

/** Starts listening; the returned function stops it. */
export function listen(element: HTMLElement, hands: Hands): () => void {
  const presses = new Map<number, Press>()
  const abort = new AbortController()
  const { signal } = abort

  const spot = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  const pinch = (press: Press, other: Press, at: Point, control: CameraControl) => {
    const before = Math.hypot(press.last.x - other.last.x, press.last.y - other.last.y)
    const after = Math.hypot(at.x - other.last.x, at.y - other.last.y)
    const middle = { x: (at.x + other.last.x) / 2, y: (at.y + other.last.y) / 2 }
    if (before > 10) control.zoom(after / before, middle, false)
    control.pan((at.x - press.last.x) / 2, (at.y - press.last.y) / 2)
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      const at = spot(event)
      presses.set(event.pointerId, { start: at, last: at, dragged: presses.size > 0 })
      element.setPointerCapture(event.pointerId)
    },
    { signal },
  )

  element.addEventListener(
    'pointermove',
    (event) => {
      const press = presses.get(event.pointerId)
      const control = hands.control()
      if (press === undefined || control === null) return
      const at = spot(event)
      const far = Math.hypot(at.x - press.start.x, at.y - press.start.y) >= CLICK_PX
      if (!press.dragged && !far) return
      press.dragged = true
      element.dataset.dragging = ''
      const other = [...presses.values()].find((candidate) => candidate !== press)
      if (other === undefined) control.pan(at.x - press.last.x, at.y - press.last.y)
      else {
        other.dragged = true
        pinch(press, other, at, control)
      }
      press.last = at
      hands.moved()
    },
    { signal },
  )

  const release = (event: PointerEvent, counts: boolean) => {
    const press = presses.get(event.pointerId)
    presses.delete(event.pointerId)
    if (presses.size === 0) delete element.dataset.dragging
    const control = hands.control()
    if (press === undefined || press.dragged || !counts || control === null) return
    hands.pick(toMetres(control.now, control.view, press.start))
  }
  element.addEventListener('pointerup', (event) => release(event, true), { signal })
  element.addEventListener('pointercancel', (event) => release(event, false), { signal })

  element.addEventListener(
    'wheel',
    (event) => {
      const control = hands.control()
      if (control === null) return
      event.preventDefault()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE
      const pixels = Math.max(-240, Math.min(240, event.deltaY * (lines ? LINE_PX : 1)))
      // A pinch on a touch pad comes as a wheel with Ctrl and small steps.
      const strength = event.ctrlKey ? WHEEL * 5 : WHEEL
      control.zoom(Math.exp(-pixels * strength), spot(event), Math.abs(pixels) >= 80)
      hands.moved()
    },
    { signal, passive: false },
  )

  return () => abort.abort()
}

/** What a key does to the camera: pixels to move, a zoom step, home, or pick. */
export type KeyDeed =
  | { readonly do: 'pan'; readonly dx: number; readonly dy: number }
  | { readonly do: 'zoom'; readonly factor: number }
  | { readonly do: 'fit' }
  | { readonly do: 'pick' }

const STEP_PX = 80
export const ZOOM_STEP = 1.5

/** The deed of a key, or null if the map has no use for it. */
export function keyDeed(key: string): KeyDeed | null {
  switch (key) {
    case 'ArrowLeft':
      return { do: 'pan', dx: STEP_PX, dy: 0 }
    case 'ArrowRight':
      return { do: 'pan', dx: -STEP_PX, dy: 0 }
    case 'ArrowUp':
      return { do: 'pan', dx: 0, dy: STEP_PX }
    case 'ArrowDown':
      return { do: 'pan', dx: 0, dy: -STEP_PX }
    case '+':
    case '=':
      return { do: 'zoom', factor: ZOOM_STEP }
    case '-':
    case '_':
      return { do: 'zoom', factor: 1 / ZOOM_STEP }
    case '0':
      return { do: 'fit' }
    case 'Enter':
      return { do: 'pick' }
    default:
      return null
  }
}
