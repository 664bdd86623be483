import { useCallback, useMemo, useRef, useState } from 'react'
import { districtNear } from '../../core/city/areaChecks.ts'
import { editFeatures, type FeatureEdit, placeFeature } from '../../core/city/edits.ts'
import { isObject, jsonOf } from '../../core/city/json.ts'
import { roadFinder } from '../../core/city/netChecks.ts'
import { type Plane, type Point, toPosition } from '../../core/city/point.ts'
import { type Feature, readLayer, type Sketch, sketchOf } from '../../core/city/sketch.ts'
import { CITY_PATHS, type CityTexts, type Layer } from '../../core/city/texts.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Draft } from '../draft/draft.ts'
import { freeName } from '../names.ts'
import { type Chosen, type CityDesk, pointOf, resolved } from './desk.ts'
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
export function useDesk(texts: CityTexts, draft: Draft | null): CityDesk | null {
  const reader = useRef<typeof readLayer | null>(null)
  reader.current ??= layerReader()
  const read = reader.current
  const sketch = useMemo(() => sketchOf(texts, read), [texts, read])
  const checked = useCheck(texts)
  const [picked, setPicked] = useState<Chosen | null>(null)
  const [looks, setLooks] = useState(0)
  const { roads, districts } = sketch.layers
  const nearest = useMemo(() => roadFinder(roads), [roads])

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
    return {
      texts,
      sketch,
      frame,
      checked,
      canEdit: draft !== null,
      chosen: resolved(sketch, picked),
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
      add: (at) => {
        const place = newPlace(sketch, frame.plane, at, around(at))
        const label = { zh: '加地点', en: 'a new place' }
        if (edit(label, { kind: 'add', layer: 'landmarks', feature: place.feature }))
          choose({ layer: 'landmarks', index: sketch.layers.landmarks.length, id: place.id })
      },
      move: (feature, to) => {
        const from = pointOf(feature)
        const { layer, index, id, name } = feature
        if (!from || (from.x === to.x && from.y === to.y)) return
        const { plane } = frame
        const at = toPosition(plane, {
          x: Math.min(plane.width, Math.max(0, to.x)),
          y: Math.min(plane.height, Math.max(0, to.y)),
        })
        const label = { zh: `移动“${name.zh || id}”`, en: `move '${name.en || id}'` }
        edit(
          label,
          {
            kind: 'set',
            layer,
            index,
            at: [at[0], at[1]],
            ...movedWith(feature, from, to, around),
          },
          `move ${layer} ${index}`,
        )
      },
    }
  }, [sketch, texts, checked, draft, picked, choose, looks, edit, around])
}

/** A place that named the district and road that it lay at names those that it lies at now. */
function movedWith(
  { properties }: Feature,
  from: Point,
  to: Point,
  around: CityDesk['around'],
): { readonly properties?: { readonly district?: string; readonly road?: string } } {
  const [before, after] = [around(from), around(to)]
  const district = properties.district === before.district ? { district: after.district } : {}
  const road = properties.road === before.road ? { road: after.road } : {}
  return { properties: { ...district, ...road } }
}

function newPlace(
  { layers }: Sketch,
  plane: Plane,
  at: Point,
  around: { readonly district: string; readonly road: string },
) {
  const ids = [...layers.landmarks, ...layers.stations].map(({ id }) => id)
  const id = freeName('place', ids)
  const n = id.slice('place-'.length)
  const name = { zh: `新地点 ${n}`, en: `New place ${n}` }
  return { id, feature: placeFeature(plane, at, { id, name, kind: 'shop', ...around }) }
}
