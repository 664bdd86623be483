import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { leastPoints } from '../../core/city/drawing.ts'
import type { Point } from '../../core/city/point.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { AddBar } from './AddBar.tsx'
import { calledOf } from './acts.ts'
import { Corners } from './Corners.tsx'
import type { CornerHandle } from './cornerHandles.ts'
import { Drawn } from './Drawn.tsx'
import { chosenOf, middleOf, standingOf, useCityDesk } from './desk.ts'
import { Ground } from './Ground.tsx'
import { type Grip, Handle } from './Handle.tsx'
import styles from './Map.module.css'
import { MapTools, ZOOM } from './MapTools.tsx'
import { Marks } from './Marks.tsx'
import { pathOf } from './mapPaths.ts'
import { ARROWS, STEP, STRIDE } from './mapSteps.ts'
import { inCity, onMap, placedLabels, type Wanted } from './mapView.ts'
import { faultsOf, marksOf, unitMarksOf } from './marks.ts'
import { useAdding } from './useAdding.ts'
import { useCamera } from './useCamera.ts'
import { useCorners } from './useCorners.ts'

/** Pixels that a press may move and still be a click. */
const CLICK = 4
const PAN = 60
/** Pixels a metre at least where the map goes to a place. */
const NEAR = 0.5
const MOST_LABELS = 90
/** Pixels from a road that a click may be and still mean it. */
const ROAD = 6

/** Backspace, or undo. */
const isBack = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  key === 'Backspace' || (key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey)

interface Drag {
  readonly grip: Grip | null
  /** A corner of a road or area that is being dragged. */
  readonly corner: CornerHandle | null
  readonly from: Point
  readonly last: Point
  readonly moved: boolean
}

/** The city from above: pan, zoom, choose, move and add places, reshape roads and areas, by mouse or keyboard. */
export function CityMap() {
  const t = useT('studio')
  const lang = useLanguage()
  const desk = useCityDesk()
  const { sketch, frame, chosen, unit, choose, checked, canEdit, looks } = desk
  const host = useRef<HTMLDivElement>(null)
  const city = useMemo(
    () => ({ width: frame.plane.width, height: frame.plane.height }),
    [frame.plane.width, frame.plane.height],
  )
  const map = useCamera(host, city)
  const { camera, view } = map
  const acts = useAdding(desk, camera.scale)
  const { adding } = acts
  const corners = useCorners(desk, camera, view)
  /** The handles that were pressed last: a double click means one that was pressed twice. */
  const pressed = useRef<readonly [CornerHandle | null, CornerHandle | null]>([null, null])
  const [drag, setDrag] = useState<Drag | null>(null)
  const hint = useId()

  const { goTo } = map
  const standing = standingOf(desk)
  const target = standing ?? (chosen && middleOf(chosen))
  const wanted = useRef(target)
  wanted.current = target
  useEffect(() => {
    if (looks > 0 && wanted.current) goTo(wanted.current, NEAR)
  }, [looks, goTo])

  const faults = useMemo(() => faultsOf(checked.diagnostics), [checked])
  const own = unit === null ? chosen : null
  const marks = marksOf(sketch, camera, view, faults, own)
  const labels = useMemo(() => {
    const names = marks.map(({ key, at, rank, feature }): Wanted => {
      const text = feature.name[lang] || feature.name.zh || feature.id
      return { key, at, text, rank: feature === own ? 0 : rank }
    })
    return placedLabels(names, view, MOST_LABELS)
  }, [marks, lang, view, own])

  const pixel = (event: PointerEvent): Point => {
    const box = host.current?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }
  const down = (event: PointerEvent, own: Grip | null, corner: CornerHandle | null = null) => {
    if (event.button !== 0) return
    // what is added may stand on what is there
    const grip = adding ? null : own
    pressed.current = [pressed.current[1], corner]
    event.stopPropagation()
    // the map hears the rest of it, whatever becomes of what was pressed
    host.current?.setPointerCapture(event.pointerId)
    const at = pixel(event)
    setDrag({ grip, corner, from: at, last: at, moved: false })
    if (grip)
      choose({ ...chosenOf(grip.feature), ...(grip.unit === null ? {} : { unit: grip.unit }) })
  }
  const move = (event: PointerEvent) => {
    if (!drag) return
    const at = pixel(event)
    const far = Math.abs(at.x - drag.from.x) + Math.abs(at.y - drag.from.y) > CLICK
    const pans = drag.grip === null && drag.corner === null
    if (pans && (drag.moved || far)) map.pan(drag.last.x - at.x, drag.last.y - at.y)
    setDrag({ ...drag, last: at, moved: drag.moved || far })
  }
  const up = (event: PointerEvent) => {
    if (!drag) return
    const at = pixel(event)
    setDrag(null)
    if (drag.corner) {
      const by = { x: at.x - drag.from.x, y: at.y - drag.from.y }
      corners.drop(drag.corner, drag.moved ? by : null)
    } else if (drag.moved && drag.grip && canEdit) {
      // it is what is chosen since it was pressed
      const from = standing
      if (!from) return
      const [a, b] = [inCity(camera, view, drag.from), inCity(camera, view, at)]
      const { feature, unit: which } = drag.grip
      desk.move(feature, { x: from.x + b.x - a.x, y: from.y + b.y - a.y }, which)
    } else if (!drag.moved && !drag.grip) {
      const place = inCity(camera, view, at)
      const road = adding ? null : desk.roadAt(place, ROAD / camera.scale)
      if (adding) acts.put(place)
      else choose(road && chosenOf(road))
    }
  }
  /** The same corner was pressed twice, and is taken away. */
  const twice = () => {
    const [first, second] = pressed.current
    const there = corners.handles.find(({ key }) => key === second?.key)
    if (there && first?.key === second?.key) corners.remove(there)
  }
  const key = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (event.key === 'Escape' && (drag || adding)) {
      setDrag(null)
      if (!drag) acts.end()
    } else if (isBack(event) && acts.back()) {
      // undo means the last point while a shape is drawn
    } else if (arrow) map.pan(arrow[0] * PAN, arrow[1] * PAN)
    else if (event.key === '+' || event.key === '=') map.zoom(ZOOM)
    else if (event.key === '-') map.zoom(1 / ZOOM)
    else if (event.key === '0') map.fit()
    else if (event.key === 'Enter' && adding)
      acts.put(inCity(camera, view, { x: view.width / 2, y: view.height / 2 }))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  /** Arrows on a place move it. */
  const nudge = (event: KeyboardEvent, { feature, unit: which }: Grip) => {
    const arrow = ARROWS[event.key]
    const at = standing
    if (!arrow || !at || !canEdit) return
    event.preventDefault()
    event.stopPropagation()
    const far = event.shiftKey ? STRIDE : STEP
    desk.move(feature, { x: at.x + arrow[0] * far, y: at.y + arrow[1] * far }, which)
  }
  const dragged = drag?.moved && drag.grip && canEdit ? drag : null
  const which = chosen && unit !== null ? { station: chosen, unit } : null
  const called = chosen && calledOf(chosen, unit)
  const named = called ? called[lang] || called.zh || called.id : ''
  const bent =
    drag?.corner && drag.moved
      ? corners.preview(drag.corner, { x: drag.last.x - drag.from.x, y: drag.last.y - drag.from.y })
      : null
  const outline = bent?.outline ?? (chosen && chosen.shape !== 'point' ? pathOf(chosen) : '')
  return (
    <div className={styles.map}>
      <div
        ref={host}
        className={styles.stage}
        role="application"
        aria-label={t('cities.map', { city: frame.name[lang] })}
        aria-describedby={hint}
        data-adding={adding !== null || undefined}
        onKeyDown={key}
        onPointerDown={(event) => down(event, null)}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={() => setDrag(null)}
        onDoubleClick={twice}
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
            units={unitMarksOf(sketch, camera, view, lang, which)}
            chosen={own}
            shift={
              dragged
                ? { x: dragged.last.x - dragged.from.x, y: dragged.last.y - dragged.from.y }
                : null
            }
            onDown={down}
          />
          {adding?.kind === 'shape' && (
            <Drawn
              points={adding.points.map((p) => onMap(camera, view, p))}
              isArea={leastPoints(adding.what) > 2}
            />
          )}
          {adding && (
            <path
              className={styles.cross}
              d={`M${view.width / 2 - 9} ${view.height / 2}h18M${view.width / 2} ${view.height / 2 - 9}v18`}
            />
          )}
        </svg>
        {canEdit && chosen && standing && (
          <Handle
            grip={{ feature: chosen, unit }}
            name={named}
            at={onMap(camera, view, standing)}
            onDown={down}
            onKey={nudge}
          />
        )}
        {!adding && corners.handles.length > 0 && (
          <Corners
            acts={corners}
            name={named}
            dragged={bent && drag?.corner ? { key: drag.corner.key, at: bent.at } : null}
            onDown={(event, handle) => down(event, null, handle)}
            onLeave={() => {
              setDrag(null)
              host.current?.focus()
            }}
          />
        )}
      </div>
      <p id={hint} className={styles.hint}>
        {adding?.kind === 'shape'
          ? t(adding.what === 'road' ? 'cities.draw.roadHint' : 'cities.draw.hint')
          : adding
            ? t('cities.addHint')
            : corners.handles.length > 0
              ? t(corners.hidden > 0 ? 'cities.corners.hintNearer' : 'cities.corners.hint')
              : canEdit
                ? t('cities.mapHint')
                : t('cities.mapHintShipped')}
      </p>
      <MapTools map={map} />
      {canEdit && <AddBar acts={acts} onFocus={() => host.current?.focus()} />}
    </div>
  )
}
