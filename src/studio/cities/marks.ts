import type { CityDiagnostic } from '../../core/city/finder.ts'
import { textIn } from '../../core/city/json.ts'
import { unitsOf } from '../../core/city/nameChecks.ts'
import type { Point } from '../../core/city/point.ts'
import { KIND_RANK } from '../../core/city/schema.ts'
import { type Feature, positionOf, type Sketch } from '../../core/city/sketch.ts'
import { CITY_PATHS } from '../../core/city/texts.ts'
import { unitPoint } from '../../core/city/units.ts'
import { pointOf } from './desk.ts'
import { type Camera, onMap, type Size } from './mapView.ts'

/** What can be chosen on the map, where it stands now. */
export interface Mark {
  readonly key: string
  readonly feature: Feature
  /** Pixels. */
  readonly at: Point
  /** 1 is known to everybody, 3 only to neighbours. */
  readonly rank: number
  readonly fault: CityDiagnostic['severity'] | null
  /** Units that stand there. */
  readonly units: number
}

/** A unit that waits somewhere else than at its station. */
export interface UnitMark {
  readonly key: string
  readonly station: Feature
  /** Among the station's units. */
  readonly unit: number
  readonly at: Point
  readonly name: string
  readonly isChosen: boolean
}

/** No more are drawn at a time. */
const MOST_MARKS = 1200
/** Pixels beside the map that still count as on it. */
const MARGIN = 12
/** Below this many pixels a metre, posts in rows aren't shown. */
const ROWS_FROM = 0.16
const ROWS: readonly string[] = ['lamp-post', 'km-post', 'pylon', 'road-sign']

const rankOf = ({ layer, kind, properties }: Feature): number => {
  if (layer === 'stations') return 1
  if (typeof properties.rank === 'number') return properties.rank
  const table: Readonly<Record<string, number>> = KIND_RANK
  return Object.hasOwn(table, kind) ? (table[kind] ?? 3) : 3
}

/** The faults by feature: the gravest of each. */
export function faultsOf(
  diagnostics: readonly CityDiagnostic[],
): ReadonlyMap<string, CityDiagnostic['severity']> {
  const faults = new Map<string, CityDiagnostic['severity']>()
  for (const { file, feature, severity } of diagnostics) {
    const key = `${file} ${feature}`
    if (feature !== null && faults.get(key) !== 'error') faults.set(key, severity)
  }
  return faults
}

/** The places and stations that the map shows, those that matter least first. */
export function marksOf(
  { layers }: Sketch,
  camera: Camera,
  view: Size,
  faults: ReadonlyMap<string, CityDiagnostic['severity']>,
  chosen: Feature | null,
): readonly Mark[] {
  const marks: Mark[] = []
  for (const feature of [...layers.landmarks, ...layers.stations]) {
    const point = pointOf(feature)
    if (!point) continue
    const at = onMap(camera, view, point)
    if (at.x < -MARGIN || at.y < -MARGIN) continue
    if (at.x > view.width + MARGIN || at.y > view.height + MARGIN) continue
    const fault = faults.get(`${CITY_PATHS[feature.layer]} ${feature.index}`) ?? null
    const isRow = ROWS.includes(feature.kind) && camera.scale < ROWS_FROM
    if (isRow && fault === null && feature !== chosen) continue
    const units =
      feature.layer === 'stations' ? unitsOf(feature).filter(({ at: away }) => !away) : []
    marks.push({
      key: `${feature.layer} ${feature.index}`,
      feature,
      at,
      rank: rankOf(feature),
      fault,
      units: units.length,
    })
  }
  // of a whole city of thousands, those that matter most
  return marks.sort((a, b) => weight(b, chosen) - weight(a, chosen)).slice(-MOST_MARKS)
}

/** Small for what must be seen: what is chosen, then what has a fault, then what everybody knows. */
const weight = ({ feature, fault, rank }: Mark, chosen: Feature | null): number =>
  feature === chosen ? -2 : fault !== null ? -1 : rank

/** Units that wait away from their stations, and the chosen one wherever it waits. */
export function unitMarksOf(
  { layers, frame }: Sketch,
  camera: Camera,
  view: Size,
  lang: 'zh' | 'en',
  chosen: { readonly station: Feature; readonly unit: number } | null,
): readonly UnitMark[] {
  if (!frame) return []
  return layers.stations.flatMap((station) =>
    unitsOf(station).flatMap((unit, index): readonly UnitMark[] => {
      const isChosen = chosen?.station === station && chosen.unit === index
      if (!isChosen && !positionOf(unit.at)) return []
      const at = unitPoint(station, unit, frame.plane)
      if (!at) return []
      return [
        {
          key: `${station.index} ${index}`,
          station,
          unit: index,
          at: onMap(camera, view, at),
          name: textIn(unit.name, lang),
          isChosen,
        },
      ]
    }),
  )
}
