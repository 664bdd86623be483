import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Point } from '../../core/city/point.ts'
import type { Feature } from '../../core/city/sketch.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { chosenOf, middleOf, pointOf, useCityDesk } from './desk.ts'
import { Ground } from './Ground.tsx'
import styles from './Map.module.css'
import { Marks } from './Marks.tsx'
import { pathOf } from './mapPaths.ts'
import { inCity, onMap, placedLabels, type Wanted } from './mapView.ts'
import { faultsOf, marksOf, unitMarksOf } from './marks.ts'
import { useCamera } from './useCamera.ts'

/** Pixels that a press may move and still be a click. */
const CLICK = 4
const PAN = 60
const ZOOM = 1.5
/** Metres that an arrow moves a place: with Shift, further. */
const STEP = 5
const STRIDE = 50
/** Pixels a metre at least where the map goes to a place. */
const NEAR = 0.5
const MOST_LABELS = 90

interface Drag {
  readonly feature: Feature | null
  readonly from: Point
  readonly last: Point
  readonly moved: boolean
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The city from above: pan, zoom, choose, move and add places by mouse or keyboard. */
export function CityMap() {
  const t = useT('studio')
  const lang = useLanguage()
  const desk = useCityDesk()
  const { sketch, frame, chosen, choose, checked, canEdit, looks } = desk
  const host = useRef<HTMLDivElement>(null)
  const city = useMemo(
    () => ({ width: frame.plane.width, height: frame.plane.height }),
    [frame.plane.width, frame.plane.height],
  )
  const map = useCamera(host, city)
  const { camera, view } = map
  const [isAdding, setAdding] = useState(false)
  const [drag, setDrag] = useState<Drag | null>(null)
  const hint = useId()

  const { goTo } = map
  const target = chosen && (pointOf(chosen) ?? middleOf(chosen))
  const wanted = useRef(target)
  wanted.current = target
  useEffect(() => {
    if (looks > 0 && wanted.current) goTo(wanted.current, NEAR)
  }, [looks, goTo])

  const faults = useMemo(() => faultsOf(checked.diagnostics), [checked])
  const marks = marksOf(sketch, camera, view, faults, chosen)
  const labels = useMemo(() => {
    const names = marks.map(({ key, at, rank, feature }): Wanted => {
      const text = feature.name[lang] || feature.name.zh || feature.id
      return { key, at, text, rank: feature === chosen ? 0 : rank }
    })
    return placedLabels(names, view, MOST_LABELS)
  }, [marks, lang, view, chosen])

  const pixel = (event: PointerEvent): Point => {
    const box = host.current?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }
  const down = (event: PointerEvent, feature: Feature | null) => {
    if (event.button !== 0) return
    event.stopPropagation()
    // the map hears the rest of it, whatever becomes of what was pressed
    host.current?.setPointerCapture(event.pointerId)
    const at = pixel(event)
    setDrag({ feature, from: at, last: at, moved: false })
    if (feature) choose(chosenOf(feature))
  }
  const move = (event: PointerEvent) => {
    if (!drag) return
    const at = pixel(event)
    const far = Math.abs(at.x - drag.from.x) + Math.abs(at.y - drag.from.y) > CLICK
    if (drag.feature === null && (drag.moved || far))
      map.pan(drag.last.x - at.x, drag.last.y - at.y)
    setDrag({ ...drag, last: at, moved: drag.moved || far })
  }
  const up = (event: PointerEvent) => {
    if (!drag) return
    const at = pixel(event)
    setDrag(null)
    if (drag.moved && drag.feature && canEdit) {
      const from = pointOf(drag.feature)
      if (!from) return
      const [a, b] = [inCity(camera, view, drag.from), inCity(camera, view, at)]
      desk.move(drag.feature, { x: from.x + b.x - a.x, y: from.y + b.y - a.y })
    } else if (!drag.moved && !drag.feature) {
      if (isAdding) add(inCity(camera, view, at))
      else choose(null)
    }
  }
  const add = (at: Point) => {
    desk.add(at)
    setAdding(false)
  }
  const key = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (event.key === 'Escape' && (drag || isAdding)) {
      setDrag(null)
      setAdding(false)
    } else if (arrow) map.pan(arrow[0] * PAN, arrow[1] * PAN)
    else if (event.key === '+' || event.key === '=') map.zoom(ZOOM)
    else if (event.key === '-') map.zoom(1 / ZOOM)
    else if (event.key === '0') map.fit()
    else if (event.key === 'Enter' && isAdding)
      add(inCity(camera, view, { x: view.width / 2, y: view.height / 2 }))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  /** Arrows on a place move it. */
  const nudge = (event: KeyboardEvent, feature: Feature) => {
    const arrow = ARROWS[event.key]
    const at = pointOf(feature)
    if (!arrow || !at || !canEdit) return
    event.preventDefault()
    event.stopPropagation()
    const far = event.shiftKey ? STRIDE : STEP
    desk.move(feature, { x: at.x + arrow[0] * far, y: at.y + arrow[1] * far })
  }
  const dragged = drag?.moved && drag.feature && canEdit ? drag : null
  const outline = chosen && chosen.shape !== 'point' ? pathOf(chosen) : ''
  return (
    <div className={styles.map}>
      <div
        ref={host}
        className={styles.stage}
        role="application"
        aria-label={t('cities.map', { city: frame.name[lang] })}
        aria-describedby={hint}
        data-adding={isAdding || undefined}
        onKeyDown={key}
        onPointerDown={(event) => down(event, null)}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => setDrag(null)}
      >
        <svg width={view.width} height={view.height} aria-hidden="true">
          <Ground layers={sketch.layers} camera={camera} view={view} />
          {outline !== '' && (
            <g
              transform={`translate(${view.width / 2 - camera.x * camera.scale} ${view.height / 2 - camera.y * camera.scale}) scale(${camera.scale})`}
            >
              <path d={outline} className={styles.outline} vectorEffect="non-scaling-stroke" />
            </g>
          )}
          <Marks
            marks={marks}
            labels={labels}
            units={unitMarksOf(sketch, camera, view, lang)}
            chosen={chosen}
            shift={
              dragged
                ? { x: dragged.last.x - dragged.from.x, y: dragged.last.y - dragged.from.y }
                : null
            }
            onDown={down}
          />
          {isAdding && (
            <path
              className={styles.cross}
              d={`M${view.width / 2 - 9} ${view.height / 2}h18M${view.width / 2} ${view.height / 2 - 9}v18`}
            />
          )}
        </svg>
        {canEdit && chosen && target && chosen.shape === 'point' && (
          <Handle feature={chosen} at={onMap(camera, view, target)} onDown={down} onKey={nudge} />
        )}
      </div>
      <p id={hint} className={styles.hint}>
        {isAdding
          ? t('cities.addHint')
          : canEdit
            ? t('cities.mapHint')
            : t('cities.mapHintShipped')}
      </p>
      <div className={styles.tools}>
        <Button
          square
          look="quiet"
          aria-label={t('cities.nearer')}
          title={t('cities.nearer')}
          onClick={() => map.zoom(ZOOM)}
        >
          <Icon name="plus" />
        </Button>
        <Button
          square
          look="quiet"
          aria-label={t('cities.further')}
          title={t('cities.further')}
          onClick={() => map.zoom(1 / ZOOM)}
        >
          <Icon name="minus" />
        </Button>
        <Button
          square
          look="quiet"
          aria-label={t('cities.fit')}
          title={t('cities.fit')}
          onClick={map.fit}
        >
          <Icon name="locate" />
        </Button>
      </div>
      {canEdit && (
        <Button
          className={styles.add}
          aria-pressed={isAdding}
          onClick={() => {
            setAdding(!isAdding)
            host.current?.focus()
          }}
        >
          <Icon name="plus" /> {t('cities.add')}
        </Button>
      )}
      <ScaleBar scale={camera.scale} />
    </div>
  )
}

interface HandleProps {
  readonly feature: Feature
  readonly at: Point
  readonly onDown: (event: PointerEvent, feature: Feature) => void
  readonly onKey: (event: KeyboardEvent, feature: Feature) => void
}

/** What is chosen, to be dragged, or moved by arrows. */
function Handle({ feature, at, onDown, onKey }: HandleProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const self = useRef<HTMLButtonElement>(null)
  const { layer, index } = feature
  const which = `${layer} ${index}`
  useEffect(() => {
    // chosen on the map: the arrows move it from here
    const isHere = self.current?.parentElement?.contains(document.activeElement)
    if (which !== '' && isHere) self.current?.focus({ preventScroll: true })
  }, [which])
  const name = feature.name[lang] || feature.name.zh || feature.id
  return (
    <button
      ref={self}
      type="button"
      className={styles.handle}
      style={{ left: at.x, top: at.y }}
      aria-label={t('cities.moveIt', { name })}
      onPointerDown={(event) => onDown(event, feature)}
      onKeyDown={(event) => onKey(event, feature)}
    />
  )
}

const LENGTHS = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

/** How long a stretch of the map is. */
function ScaleBar({ scale }: { readonly scale: number }) {
  const t = useT('studio')
  const metres = LENGTHS.findLast((length) => length * scale <= 110) ?? 20
  return (
    <div className={styles.scale} style={{ width: metres * scale }}>
      {metres < 1000
        ? t('cities.metres', { n: metres })
        : t('cities.kilometres', { n: metres / 1000 })}
    </div>
  )
}
