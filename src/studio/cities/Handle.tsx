import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import type { Point } from '../../core/city/point.ts'
import type { Feature } from '../../core/city/sketch.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Map.module.css'

/** What is taken hold of on the map: a place or station, or one of a station's units. */
export interface Grip {
  readonly feature: Feature
  readonly unit: number | null
}

export interface HandleProps {
  readonly grip: Grip
  readonly name: string
  /** Pixels. */
  readonly at: Point
  readonly onDown: (event: PointerEvent, grip: Grip) => void
  readonly onKey: (event: KeyboardEvent, grip: Grip) => void
}

/** What is chosen, to be dragged, or moved by arrows. */
export function Handle({ grip, name, at, onDown, onKey }: HandleProps) {
  const t = useT('studio')
  const self = useRef<HTMLButtonElement>(null)
  const { layer, index } = grip.feature
  const which = `${layer} ${index} ${grip.unit ?? ''}`
  useEffect(() => {
    // chosen on the map: the arrows move it from here
    const isHere = self.current?.parentElement?.contains(document.activeElement)
    if (which !== '' && isHere) self.current?.focus({ preventScroll: true })
  }, [which])
  return (
    <button
      ref={self}
      type="button"
      className={styles.handle}
      style={{ left: at.x, top: at.y }}
      aria-label={t('cities.moveIt', { name })}
      onPointerDown={(event) => onDown(event, grip)}
      onKeyDown={(event) => onKey(event, grip)}
    />
  )
}
