import { useEffect, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Value } from '../draft/value.ts'
import styles from './Guide.module.css'

/** What the guide points at: the element's selector, anew for each asking. Null: nothing. */
export const pointedAt = new Value<{ readonly selector: string } | null>(null)

/** How long it is pointed at, unless a key or the mouse ends it sooner, ms. */
const SHOWN_MS = 6000
/** A part that is read from the server first may take so long to be there, ms. */
const PATIENCE_MS = 2500
/** The frame follows what moves, so often, ms. */
const STEP_MS = 80

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The frame around an element, a little wider than it and never off the screen; null if it isn't there to be seen. */
function frameOf(element: Element | null): Frame | null {
  const box = element?.getBoundingClientRect()
  if (!box || box.width === 0 || box.height === 0) return null
  const left = Math.max(2, box.left - 4)
  const top = Math.max(2, box.top - 4)
  return {
    left,
    top,
    width: Math.min(window.innerWidth - 2, box.right + 4) - left,
    height: Math.min(window.innerHeight - 2, box.bottom + 4) - top,
  }
}

const FOCUSABLE = 'input, textarea, select, button, [tabindex]:not([tabindex="-1"])'

/** A whole part of the page is entered as such: its first field is seldom what was meant. */
const PARTS = 'aside, [data-place="graph"], [data-place="source"]'

/** The keyboard goes where the eye is led. */
function enter(element: Element): void {
  element.scrollIntoView({ block: 'nearest' })
  const inside = element.matches(`${FOCUSABLE}, ${PARTS}`)
    ? element
    : element.querySelector(FOCUSABLE)
  if (!(inside instanceof HTMLElement)) return
  if (element.matches(PARTS)) inside.tabIndex = -1
  inside.focus({ preventScroll: true })
}

/** A frame around what is pointed at; it goes by itself, or with the next key or click. */
export function Spotlight({ selector }: { readonly selector: string }) {
  const t = useT('studio')
  const [frame, setFrame] = useState<Frame | null>(null)
  const [missed, setMissed] = useState(false)
  useEffect(() => {
    const began = performance.now()
    let entered = 0
    const end = () => pointedAt.set(null)
    const look = () => {
      const now = performance.now()
      const element = document.querySelector(selector)
      const next = frameOf(element)
      setFrame(next)
      if (entered === 0 && next && element) {
        entered = now
        enter(element)
        document.addEventListener('keydown', end)
        document.addEventListener('pointerdown', end)
      } else if (entered === 0 && now - began > PATIENCE_MS) setMissed(true)
      if (now - (entered || began) > SHOWN_MS) end()
    }
    const timer = setInterval(look, STEP_MS)
    return () => {
      clearInterval(timer)
      document.removeEventListener('keydown', end)
      document.removeEventListener('pointerdown', end)
    }
  }, [selector])
  return (
    <>
      <p role="status" className={missed ? styles.missed : styles.told}>
        {frame ? t('guide.shown') : missed ? t('guide.hidden') : ''}
      </p>
      {frame && <div className={styles.spot} style={frame} data-spot aria-hidden="true" />}
    </>
  )
}
