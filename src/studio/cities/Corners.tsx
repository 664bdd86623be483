import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { canRemove, cornersOf } from '../../core/city/corners.ts'
import type { Point } from '../../core/city/point.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import type { CornerHandle } from './cornerHandles.ts'
import styles from './Map.module.css'
import type { CornerActs } from './useCorners.ts'

export interface CornersProps {
  readonly acts: CornerActs
  /** What they are corners of. */
  readonly name: string
  /** The handle that is being dragged, and where it is. */
  readonly dragged: { readonly key: string; readonly at: Point } | null
  readonly onDown: (event: PointerEvent, handle: CornerHandle) => void
  /** Escape: back to the map. */
  readonly onLeave: () => void
}

/** Handles of the chosen road's or area's corners, and between them those that add one. */
export function Corners({ acts, name, dragged, onDown, onLeave }: CornersProps) {
  const t = useT('studio')
  const self = useRef<HTMLFieldSetElement>(null)
  const { wanted, onSettled } = acts
  useEffect(() => {
    if (wanted === null) return
    self.current
      ?.querySelector<HTMLElement>(`[data-corner="${wanted}"]`)
      ?.focus({ preventScroll: true })
    onSettled()
  }, [wanted, onSettled])
  const key = (event: KeyboardEvent, handle: CornerHandle) => {
    if (event.key === 'Escape' && !dragged) onLeave()
    else if (!acts.press(event, handle)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const label = ({ corner, isNew }: CornerHandle): string => {
    const values = { n: corner.index + (isNew ? 0 : 1), name }
    if (isNew) return t('cities.corners.add', values)
    const all = cornersOf(corner.feature, corner.ring).length
    return t(canRemove(corner) ? 'cities.corners.one' : 'cities.corners.needed', { ...values, all })
  }
  return (
    <fieldset ref={self} className={styles.corners} aria-label={t('cities.corners.of', { name })}>
      {acts.handles.map((handle) => {
        // the stretches that they stand on move
        if (dragged && handle.isNew && handle.key !== dragged.key) return null
        const at = dragged?.key === handle.key ? dragged.at : handle.at
        return (
          <button
            key={handle.key}
            type="button"
            className={styles.cornerHandle}
            data-corner={handle.key}
            data-new={handle.isNew || undefined}
            style={{ left: at.x, top: at.y }}
            aria-label={label(handle)}
            onPointerDown={(event) => onDown(event, handle)}
            onFocus={() => acts.onFocus(handle)}
            onBlur={acts.onBlur}
            onKeyDown={(event) => key(event, handle)}
          />
        )
      })}
    </fieldset>
  )
}
