import { type Json, textIn } from './json.ts'
import type { RoadClass } from './schema.ts'
import { LAND_KINDS, LANDMARK_KINDS, ROAD_CLASSES, STATION_KINDS, WATER_KINDS } from './schema.ts'
import { LAYERS, type Layer } from './texts.ts'

/** What the features of other programs are in ours: the tags of OpenStreetMap, which most of them keep. */

const ROADS: Readonly<Record<string, RoadClass>> = {
  motorway: 'trunk',
  trunk: 'trunk',
  primary: 'main',
  secondary: 'main',
  tertiary: 'street',
  residential: 'street',
  unclassified: 'street',
  living_street: 'lane',
  service: 'lane',
  track: 'lane',
}

/** Usual speeds of a unit on call, km/h: training figures of our own. */
export const SPEEDS: Readonly<Record<RoadClass, number>> = {
  trunk: 70,
  main: 50,
  street: 36,
  lane: 20,
}

const STATIONS: Readonly<Record<string, string>> = {
  police: 'police-station',
  fire_station: 'fire-station',
  ambulance_station: 'ambulance-post',
}

/** By `key=value`; the first that fits. */
const PLACES: Readonly<Record<string, string>> = {
  'amenity=hospital': 'hospital',
  'amenity=clinic': 'hospital',
  'amenity=school': 'school',
  'amenity=university': 'school',
  'amenity=kindergarten': 'school',
  'amenity=restaurant': 'eatery',
  'amenity=fast_food': 'eatery',
  'amenity=cafe': 'eatery',
  'amenity=bank': 'bank',
  'amenity=fuel': 'petrol',
  'amenity=parking': 'parking',
  'amenity=marketplace': 'market',
  'amenity=townhall': 'government',
  'amenity=community_centre': 'community',
  'amenity=bus_station': 'bus-station',
  'amenity=theatre': 'venue',
  'amenity=cinema': 'venue',
  'shop=mall': 'mall',
  'tourism=hotel': 'hotel',
  'tourism=guest_house': 'hotel',
  'leisure=park': 'park',
  'leisure=playground': 'play',
  'leisure=stadium': 'venue',
  'highway=bus_stop': 'bus-stop',
  'highway=street_lamp': 'lamp-post',
  'highway=milestone': 'km-post',
  'highway=motorway_junction': 'junction',
  'highway=services': 'service-area',
  'railway=station': 'rail-station',
  'barrier=toll_booth': 'toll',
  'power=tower': 'pylon',
  'power=substation': 'substation',
  'historic=monument': 'monument',
  'historic=memorial': 'monument',
  'place=village': 'village',
  'place=square': 'square',
  'man_made=works': 'factory',
  'landuse=construction': 'site',
}

const LANDS: Readonly<Record<string, string>> = {
  'landuse=forest': 'forest',
  'natural=wood': 'forest',
  'landuse=farmland': 'field',
  'landuse=salt_pond': 'saltpan',
  'place=island': 'island',
  'landuse=residential': 'block',
  'landuse=industrial': 'industrial',
  'landuse=grass': 'green',
  'landuse=construction': 'site',
  'leisure=park': 'park',
  'place=square': 'square',
  'natural=hill': 'hill',
  'railway=rail': 'rail',
  'power=line': 'power',
}

const includes = (list: readonly string[], value: string): boolean => list.includes(value)

function tagged(table: Readonly<Record<string, string>>, properties: Json): string {
  for (const [tag, kind] of Object.entries(table)) {
    const cut = tag.indexOf('=')
    if (textIn(properties, tag.slice(0, cut)) === tag.slice(cut + 1)) return kind
  }
  return ''
}

/** Which layer a feature belongs to, by what it says or what it looks like; null if to none. */
export function layerFor(properties: Json, geometry: string): Layer | null {
  const said = LAYERS.find((layer) => layer === textIn(properties, 'layer'))
  if (said) return said
  const kind = textIn(properties, 'kind')
  if (geometry === 'Point') {
    const isStation = includes(STATION_KINDS, kind) || stationKind(properties) !== ''
    return isStation || Array.isArray(properties.units) ? 'stations' : 'landmarks'
  }
  if (geometry === 'LineString') {
    if (includes(WATER_KINDS, kind) || textIn(properties, 'waterway') !== '') return 'water'
    if (
      kind === 'rail' ||
      kind === 'power' ||
      includes(['rail', 'power'], tagged(LANDS, properties))
    )
      return 'land'
    return textIn(properties, 'class') !== '' || textIn(properties, 'highway') !== ''
      ? 'roads'
      : null
  }
  if (geometry !== 'Polygon') return null
  if (includes(WATER_KINDS, kind) || textIn(properties, 'natural') === 'water') return 'water'
  if (includes(LAND_KINDS, kind) || tagged(LANDS, properties) !== '') return 'land'
  if (textIn(properties, 'boundary') === 'administrative') return 'districts'
  return kind === '' && textIn(properties, 'id') !== '' ? 'districts' : null
}

const stationKind = (properties: Json): string => {
  const tag = textIn(properties, 'amenity') || textIn(properties, 'emergency')
  return Object.hasOwn(STATIONS, tag) ? (STATIONS[tag] ?? '') : ''
}

/** What a feature is in our words; what it says itself where that says something, else empty. */
export function kindFor(layer: Layer, properties: Json): string {
  const kind = textIn(properties, 'kind')
  switch (layer) {
    case 'roads': {
      const own = textIn(properties, 'class')
      const tag = textIn(properties, 'highway').replace(/_link$/, '')
      return own || (Object.hasOwn(ROADS, tag) ? (ROADS[tag] ?? '') : '')
    }
    case 'stations':
      return kind || stationKind(properties)
    case 'landmarks':
      return kind || tagged(PLACES, properties) || (textIn(properties, 'shop') ? 'shop' : '')
    case 'water': {
      const way = textIn(properties, 'waterway')
      if (kind !== '' || includes(WATER_KINDS, way)) return kind || way
      if (includes(['stream', 'ditch', 'drain'], way)) return 'canal'
      return textIn(properties, 'natural') === 'water' ? 'lake' : ''
    }
    case 'land':
      return kind || tagged(LANDS, properties)
    case 'districts':
      return ''
  }
}

/** The kinds of a layer that our format knows. */
export const KINDS: Readonly<Record<Layer, readonly string[]>> = {
  districts: [],
  roads: ROAD_CLASSES,
  water: WATER_KINDS,
  land: LAND_KINDS,
  landmarks: LANDMARK_KINDS,
  stations: STATION_KINDS,
}
