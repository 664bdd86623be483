import type { FeatureEdit } from './edits.ts'
import { textIn } from './json.ts'
import { unitsOf } from './nameChecks.ts'
import { CALL_SIGN_FORM, ID_FORM } from './schema.ts'
import type { Feature, Sketch } from './sketch.ts'
import type { Layer } from './texts.ts'
import { setUnit } from './units.ts'

/** Ids that are given up for others. What names them within the city follows in the same change. */

type Layers = Pick<Sketch, 'layers'>

/** What places and stations call the things of a layer that they name; nothing else of a city is named within it. */
const NAMED_AS: Readonly<Partial<Record<Layer, 'district' | 'road'>>> = {
  districts: 'district',
  roads: 'road',
}

/** Why something can't have an id. */
export type IdTrouble = 'form' | 'taken'

/** Whose ids must differ from this one's: places and stations share theirs. */
function rivalsOf({ layers }: Layers, { layer, index }: Feature): readonly Feature[] {
  const isPlace = layer === 'landmarks' || layer === 'stations'
  const group = isPlace ? [...layers.landmarks, ...layers.stations] : layers[layer]
  return group.filter((one) => one.layer !== layer || one.index !== index)
}

/** Null: it may be called that. */
export function idTrouble(sketch: Layers, feature: Feature, to: string): IdTrouble | null {
  if (!ID_FORM.test(to)) return 'form'
  return rivalsOf(sketch, feature).some(({ id }) => id === to) ? 'taken' : null
}

/** The same for a station's unit; `partners`: city.json's, whose ids no unit has either. */
export function unitIdTrouble(
  { layers }: Layers,
  partners: unknown,
  station: Feature,
  index: number,
  to: string,
): IdTrouble | null {
  if (!CALL_SIGN_FORM.test(to)) return 'form'
  const others = [
    ...layers.stations.flatMap((one) =>
      unitsOf(one).filter((_, n) => one.index !== station.index || n !== index),
    ),
    ...(Array.isArray(partners) ? partners : []),
  ]
  return others.some((one: unknown) => textIn(one, 'id') === to) ? 'taken' : null
}

/** The places and stations that name a road or district; while another one has the same id they don't tell which. */
export function namedBy(sketch: Layers, feature: Feature): readonly Feature[] {
  const { layers } = sketch
  const key = NAMED_AS[feature.layer]
  const { id } = feature
  if (key === undefined || id === '') return []
  if (rivalsOf(sketch, feature).some((one) => one.id === id)) return []
  return [...layers.landmarks, ...layers.stations].filter(
    ({ properties }) => textIn(properties, key) === id,
  )
}

/** Gives a feature another id, and what names it too. */
export function renameFeature(
  sketch: Layers,
  feature: Feature,
  to: string,
): readonly FeatureEdit[] {
  const key = NAMED_AS[feature.layer]
  const set = ({ layer, index }: Feature, name: string): FeatureEdit => ({
    kind: 'set',
    layer,
    index,
    properties: { [name]: to },
  })
  const followers = key === undefined ? [] : namedBy(sketch, feature)
  return [set(feature, 'id'), ...followers.map((one) => set(one, key ?? ''))]
}

/** Gives a station's unit another id; nothing in a city names units. Null if there is no such unit. */
export const renameUnit = (station: Feature, index: number, to: string): FeatureEdit | null =>
  setUnit(station, index, { id: to })
