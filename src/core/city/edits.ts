import { applyChanges, type FileChange } from '../files/files.ts'
import { applyPatches, type Patch } from '../scenario/edit/patch.ts'
import type { Name } from './city.ts'
import { isObject, type Json, jsonOf } from './json.ts'
import { type Plane, type Point, toPosition } from './point.ts'
import {
  CITY_PATHS,
  type CityTexts,
  filesOf,
  type Layer,
  layerText,
  linesOf,
  textsIn,
} from './texts.ts'

/** Changes of a city's features: each is one line of one file, every other line stays as it is. */

/** What is to become of a feature. */
export type FeatureEdit =
  | { readonly kind: 'add'; readonly layer: Layer; readonly feature: Json }
  | { readonly kind: 'remove'; readonly layer: Layer; readonly index: number }
  /** Properties set (undefined: taken away), and where it is now. */
  | {
      readonly kind: 'set'
      readonly layer: Layer
      readonly index: number
      readonly properties?: Readonly<Record<string, unknown>>
      readonly at?: readonly [number, number]
      /** The whole line that it has now. */
      readonly line?: readonly (readonly [number, number])[]
      readonly corner?: CornerEdit
    }

/** One corner of a line or of an area's ring; every other one stays to the last digit. */
export interface CornerEdit {
  readonly act: 'move' | 'insert' | 'remove'
  /** 0 of a line. */
  readonly ring: number
  /** From 0; a new one stands before the one that is there. */
  readonly index: number
  /** Null where one is taken away. */
  readonly at: readonly [number, number] | null
  /** Does the ring end with its first point again? */
  readonly isClosed: boolean
}

/** The change of the file; null if there is no such feature. A file of another form is put into ours. */
export const editFeature = (texts: CityTexts, edit: FeatureEdit): FileChange | null =>
  changeOf(texts, edit.layer, [edit])

/** Several changes, each of what the ones before it left; null if one can't be made. */
export function editFeatures(
  texts: CityTexts,
  edits: readonly FeatureEdit[],
): readonly FileChange[] | null {
  const changes: FileChange[] = []
  let now = texts
  for (const { layer, edits: together } of groupsOf(edits)) {
    const change = changeOf(now, layer, together)
    if (!change) return null
    changes.push(change)
    now = textsIn(applyChanges(filesOf(now), [change]).files)
  }
  return changes
}

interface Group {
  readonly layer: Layer
  readonly edits: readonly FeatureEdit[]
}

/** Lines of a file that are set one after another are read and written at once: a district may be named by thousands. */
function groupsOf(edits: readonly FeatureEdit[]): readonly Group[] {
  const groups: { readonly layer: Layer; readonly edits: FeatureEdit[] }[] = []
  let lines = new Set<number>()
  for (const edit of edits) {
    const last = groups.at(-1)
    const isSet = edit.kind === 'set'
    if (isSet && last?.layer === edit.layer && lines.size > 0 && !lines.has(edit.index))
      last.edits.push(edit)
    else {
      groups.push({ layer: edit.layer, edits: [edit] })
      lines = new Set()
    }
    if (isSet) lines.add(edit.index)
  }
  return groups
}

/** What changes different lines of a layer's file. */
function changeOf(
  texts: CityTexts,
  layer: Layer,
  edits: readonly FeatureEdit[],
): FileChange | null {
  const path = CITY_PATHS[layer]
  const text = texts[layer]
  const lines = linesOf(text)
  if (lines) {
    const patches = patchesOf(text, lines, edits)
    return patches && { path, patches }
  }
  const value = jsonOf(text)
  const list: unknown = isObject(value) ? value.features : null
  const lined = layerText(Array.isArray(list) ? list : [])
  const own = linesOf(lined)
  const patches = own && patchesOf(lined, own, edits)
  return patches && { path, put: { text: applyPatches(lined, patches) } }
}

function patchesOf(
  text: string,
  lines: Lines,
  edits: readonly FeatureEdit[],
): readonly Patch[] | null {
  const patches: Patch[] = []
  for (const edit of edits) {
    const patch = patchOf(text, lines, edit)
    if (!patch) return null
    patches.push(patch)
  }
  return patches.sort((a, b) => a.from - b.from)
}

type Lines = NonNullable<ReturnType<typeof linesOf>>

function patchOf(text: string, lines: Lines, edit: FeatureEdit): Patch | null {
  if (edit.kind === 'add') {
    const last = lines[lines.length - 1]
    const at = last ? last.to : text.length - '\n]}\n'.length
    return { from: at, to: at, insert: `${last ? ',\n' : ''}${JSON.stringify(edit.feature)}` }
  }
  const line = lines[edit.index]
  if (!line) return null
  if (edit.kind === 'set') {
    const feature = jsonOf(text.slice(line.from, line.to))
    return isObject(feature) ? { ...line, insert: JSON.stringify(changed(feature, edit)) } : null
  }
  const next = lines[edit.index + 1]
  const before = lines[edit.index - 1]
  if (next) return { from: line.from, to: next.from, insert: '' }
  return { from: before ? before.to : line.from, to: line.to, insert: '' }
}

function changed(feature: Json, edit: FeatureEdit & { readonly kind: 'set' }): Json {
  const properties: Record<string, unknown> = {
    ...(isObject(feature.properties) ? feature.properties : {}),
  }
  for (const [key, value] of Object.entries(edit.properties ?? {}))
    if (value === undefined) delete properties[key]
    else properties[key] = value
  return {
    ...feature,
    properties,
    ...(edit.at ? { geometry: { type: 'Point', coordinates: edit.at } } : {}),
    ...(edit.line ? { geometry: { type: 'LineString', coordinates: edit.line } } : {}),
    ...(edit.corner ? { geometry: withCorner(feature.geometry, edit.corner) } : {}),
  }
}

function withCorner(geometry: unknown, corner: CornerEdit): unknown {
  const coordinates: unknown = isObject(geometry) ? geometry.coordinates : null
  if (!isObject(geometry) || !Array.isArray(coordinates)) return geometry
  const isLine = geometry.type === 'LineString'
  const rings: readonly unknown[] = isLine ? [coordinates] : coordinates
  const next = rings.map((ring, n) =>
    n === corner.ring && Array.isArray(ring) ? ringWith(ring, corner) : ring,
  )
  return { ...geometry, coordinates: isLine ? next[0] : next }
}

function ringWith(
  ring: readonly unknown[],
  { act, index, at, isClosed }: CornerEdit,
): readonly unknown[] {
  const corners = isClosed ? ring.slice(0, -1) : ring
  const next = corners.toSpliced(index, act === 'insert' ? 0 : 1, ...(at ? [at] : []))
  return isClosed ? [...next, next[0]] : next
}

export interface NewPlace {
  readonly id: string
  readonly name: Name
  readonly kind: string
  readonly district: string
  readonly road: string
}

/** A landmark as GeoJSON. */
export const placeFeature = (plane: Plane, at: Point, properties: NewPlace): Json =>
  pointFeature(plane, at, { ...properties, aliases: [] })

/** A station without units, as GeoJSON. */
export const stationFeature = (plane: Plane, at: Point, properties: NewPlace): Json =>
  pointFeature(plane, at, { ...properties, units: [] })

const pointFeature = (plane: Plane, at: Point, properties: Json): Json => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: toPosition(plane, at) },
})
