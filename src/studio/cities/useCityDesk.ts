import { useCallback, useMemo, useRef, useState } from 'react'
import { districtNear } from '../../core/city/areaChecks.ts'
import { layerOf, ontoRoad, roadGrid, shapeEdits } from '../../core/city/drawing.ts'
import { editFeatures, type FeatureEdit } from '../../core/city/edits.ts'
import { isObject, jsonOf } from '../../core/city/json.ts'
import { unitsOf } from '../../core/city/nameChecks.ts'
import { roadFinder } from '../../core/city/netChecks.ts'
import type { Plane, Point } from '../../core/city/point.ts'
import { type Feature, readLayer, sketchOf } from '../../core/city/sketch.ts'
import { CITY_PATHS, type CityTexts, type Layer } from '../../core/city/texts.ts'
import { addUnit, newUnit, placeUnit, unitPoint } from '../../core/city/units.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Draft } from '../draft/draft.ts'
import { calledOf, movedPoint, newPoint, newShape } from './acts.ts'
import { cornerActs } from './cornerActs.ts'
import { type Chosen, type CityDesk, pointOf, resolved, resolvedUnit } from './desk.ts'
import type { Mention } from './mentions.ts'
import { useCheck } from './useCheck.ts'

/** A place names the nearest road within so many metres. */
const FURTHEST_ROAD = 20_000

/** Reads layers, and those that did not change since the last time not again. */
function layerReader(): typeof readLayer {
  const kept = new Map<
    Layer,
    { readonly text: string; readonly plane: Plane | null; readonly features: readonly Feature[] }
  >()
  return (layer, text, plane) => {
    const last = kept.get(layer)
    const same = last && last.text === text && JSON.stringify(last.plane) === JSON.stringify(plane)
    const features = same ? last.features : readLayer(layer, text, plane)
    kept.set(layer, { text, plane, features })
    return features
  }
}

/** What the city's page works on; null if city.json can't be read, so that nothing has a place. */
export function useDesk(
  texts: CityTexts,
  draft: Draft | null,
  mentions: readonly Mention[],
): CityDesk | null {
  const reader = useRef<typeof readLayer | null>(null)
  reader.current ??= layerReader()
  const read = reader.current
  const sketch = useMemo(() => sketchOf(texts, read), [texts, read])
  const checked = useCheck(texts)
  const [picked, setPicked] = useState<Chosen | null>(null)
  const [looks, setLooks] = useState(0)
  const { roads, districts } = sketch.layers
  const nearest = useMemo(() => roadFinder(roads), [roads])
  const grid = useMemo(() => roadGrid(roads), [roads])

  const choose = useCallback((chosen: Chosen | null, look = false) => {
    setPicked(chosen)
    if (look) setLooks((n) => n + 1)
  }, [])
  const edit = useCallback(
    (label: Text, change: FeatureEdit | readonly FeatureEdit[], joins?: string): boolean => {
      const files = draft && editFeatures(texts, 'kind' in change ? [change] : change)
      if (!files) return false
      draft.change(label, files, joins === undefined ? {} : { joins })
      return true
    },
    [draft, texts],
  )
  const around = useCallback(
    (at: Point) => ({
      district: districtNear({ layers: sketch.layers }, at)?.id ?? districts[0]?.id ?? '',
      road: nearest(at, FURTHEST_ROAD)?.id ?? roads[0]?.id ?? '',
    }),
    [sketch, districts, nearest, roads],
  )
  return useMemo(() => {
    const { frame } = sketch
    if (!frame) return null
    const { plane } = frame
    const chosen = resolved(sketch, picked)
    const inside = ({ x, y }: Point): Point => ({
      x: Math.min(plane.width, Math.max(0, x)),
      y: Math.min(plane.height, Math.max(0, y)),
    })
    return {
      texts,
      sketch,
      frame,
      checked,
      mentions,
      canEdit: draft !== null,
      chosen,
      unit: resolvedUnit(chosen, picked),
      choose,
      looks,
      edit,
      around,
      rename: (lang, name) => {
        const city = jsonOf(texts.city)
        if (!draft || !isObject(city)) return
        const next = { ...city, name: { ...frame.name, [lang]: name } }
        const text = `${JSON.stringify(next, null, 2)}\n`
        const label = { zh: '城市改名', en: 'rename the city' }
        draft.change(label, [{ path: CITY_PATHS.city, put: { text } }], { joins: `name ${lang}` })
      },
      add: (layer, at) => {
        const { id, feature, label } = newPoint(sketch, plane, layer, at, around(at))
        if (edit(label, { kind: 'add', layer, feature }))
          choose({ layer, index: sketch.layers[layer].length, id })
      },
      draw: (kind, points) => {
        const layer = layerOf(kind)
        const named = newShape(sketch, kind)
        const edits = shapeEdits(sketch, plane, kind, points.map(inside), named)
        if (edits && edit(named.label, edits))
          choose({ layer, index: sketch.layers[layer].length, id: named.written })
      },
      ...cornerActs({ sketch, plane, grid, inside, edit }),
      ontoRoad: (at, within) => ontoRoad(grid, at, within),
      roadAt: nearest,
      addUnit: (station) => {
        const { layer, index, id, name } = station
        const city = jsonOf(texts.city)
        const unit = newUnit(sketch, isObject(city) ? city.partners : [], station)
        const label = { zh: `“${name.zh || id}”加单位`, en: `a new unit of '${name.en || id}'` }
        if (edit(label, addUnit(station, unit)))
          choose({ layer, index, id, unit: unitsOf(station).length })
      },
      move: (feature, to, unit = null) => {
        const { layer, index } = feature
        const own = unit === null ? null : unitsOf(feature)[unit]
        const from = own ? unitPoint(feature, own, plane) : pointOf(feature)
        if (!from || (from.x === to.x && from.y === to.y)) return
        const at = inside(to)
        const change =
          unit === null
            ? movedPoint(feature, plane, from, at, around)
            : placeUnit(feature, unit, plane, at)
        const { zh, en, id } = calledOf(feature, unit)
        const label = { zh: `移动“${zh || id}”`, en: `move '${en || id}'` }
        if (change) edit(label, change, `move ${layer} ${index} ${unit ?? ''}`)
      },
    }
  }, [sketch, texts, checked, mentions, draft, picked, choose, looks, edit, around, nearest, grid])
}
