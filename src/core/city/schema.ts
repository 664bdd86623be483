import { z } from 'zod'
import { UNIT_KINDS } from '../taxonomy/vocabulary.ts'

/**
 * The files of a city: GeoJSON as mapping tools write it, and city.json. They are untrusted input: every list, string
 * and number is bounded, and keys that nobody reads are refused rather than carried along.
 */

/** Ids of districts, roads, landmarks and stations: those that a scenario may refer to start with a letter. */
export const ID_FORM = /^[a-z][a-z0-9-]{0,39}$/
const id = z.string().regex(ID_FORM, 'ids are lower case letters, digits and hyphens')
/** Units and partners may be called by a public number: `120-4`, `12345`. */
export const CALL_SIGN_FORM = /^[a-z0-9][a-z0-9-]{0,39}$/
const callSign = z.string().regex(CALL_SIGN_FORM, 'ids are lower case letters, digits and hyphens')
const name = z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(80) })
const note = z.strictObject({ zh: z.string().min(1).max(120), en: z.string().min(1).max(200) })

const aliases = z.array(z.string().min(1).max(40)).max(12)

/** Longitude and latitude in degrees. */
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const line = z.array(position).min(2).max(600)
/** A closed ring of a polygon: first and last position are the same. */
const ring = z.array(position).min(4).max(600)

const point = z.strictObject({ type: z.literal('Point'), coordinates: position })
const lineString = z.strictObject({ type: z.literal('LineString'), coordinates: line })
const polygon = z.strictObject({
  type: z.literal('Polygon'),
  coordinates: z.array(ring).min(1).max(4),
})

const feature = <P extends z.ZodType, G extends z.ZodType>(properties: P, geometry: G) =>
  z.strictObject({ type: z.literal('Feature'), properties, geometry })

const collection = <F extends z.ZodType>(item: F, max: number) =>
  z.strictObject({ type: z.literal('FeatureCollection'), features: z.array(item).max(max) })

/** What a road is; drawn by it, and routes prefer nothing but its speed. */
export const ROAD_CLASSES = ['trunk', 'main', 'street', 'lane'] as const

export const WATER_KINDS = ['river', 'canal', 'lake', 'pond'] as const

/** Land for drawing only. `rail` and `power` are lines, the others areas; in the file's order, lowest first. */
export const LAND_KINDS = [
  'hill',
  'forest',
  'field',
  'saltpan',
  'island',
  'village',
  'industrial',
  'green',
  'park',
  'square',
  'block',
  'site',
  'building',
  'rail',
  'power',
] as const

/** What a landmark is. A closed list, since the map has a sign for each and searching ranks by it. */
export const LANDMARK_KINDS = [
  'shop',
  'eatery',
  'hotel',
  'bank',
  'market',
  'mall',
  'entrance',
  'play',
  'security',
  'parking',
  'estate',
  'building',
  'property-office',
  'site',
  'hospital',
  'school',
  'government',
  'community',
  'utility',
  'venue',
  'monument',
  'square',
  'park',
  'waterside',
  'bridge',
  'bus-stop',
  'bus-station',
  'rail-station',
  'petrol',
  'toll',
  'tunnel',
  'service-area',
  'junction',
  'factory',
  'kiln',
  'substation',
  'village',
  'road-sign',
  'lamp-post',
  'pylon',
  'km-post',
] as const

/** How well known a kind is, where the file doesn't say: decides whose name gives way, and who is found first. */
export const KIND_RANK: Readonly<Record<(typeof LANDMARK_KINDS)[number], 1 | 2 | 3>> = {
  hospital: 1,
  mall: 1,
  'rail-station': 1,
  monument: 1,
  government: 1,
  village: 1,
  toll: 1,
  kiln: 1,
  bridge: 2,
  park: 2,
  school: 2,
  estate: 2,
  hotel: 2,
  square: 2,
  'bus-station': 2,
  market: 2,
  venue: 2,
  petrol: 2,
  tunnel: 2,
  'service-area': 2,
  factory: 2,
  waterside: 2,
  utility: 2,
  substation: 2,
  shop: 2,
  eatery: 2,
  bank: 2,
  site: 3,
  entrance: 3,
  play: 3,
  security: 3,
  parking: 3,
  building: 3,
  'property-office': 3,
  community: 3,
  'bus-stop': 3,
  junction: 3,
  'road-sign': 3,
  'lamp-post': 3,
  pylon: 3,
  'km-post': 3,
}

export const STATION_KINDS = [
  'police-station',
  'patrol-post',
  'traffic-post',
  'swat-base',
  'fire-station',
  'ambulance-post',
] as const

const unit = z.strictObject({
  id: callSign,
  kind: z.enum(UNIT_KINDS),
  name,
  /** Who or what is on board that may decide whom to send. */
  crew: note.optional(),
  /** Where it stands when it isn't at its station. */
  at: position.optional(),
})

const partner = z.strictObject({
  id: callSign,
  name,
  /** For narrow buttons. */
  short: z.strictObject({ zh: z.string().min(1).max(12), en: z.string().min(1).max(20) }),
  /** How long it takes to acknowledge, in ms. A training figure of our own. */
  ackMs: z.int().min(1000).max(60_000),
  /** It sends its own nearest vehicle of this kind. */
  sends: z.enum(UNIT_KINDS).optional(),
})

export const cityFile = z.strictObject({
  id,
  name,
  /**
   * How degrees become metres: x = (lon − west) × metresPerDegreeLon, y = (north − lat) × metresPerDegreeLat, rounded.
   * Constants rather than trigonometry, so that every engine computes the same.
   */
  plane: z.strictObject({
    west: z.number().min(-180).max(180),
    north: z.number().min(-90).max(90),
    metresPerDegreeLon: z.int().min(1000).max(120_000),
    metresPerDegreeLat: z.int().min(100_000).max(120_000),
    width: z.int().min(100).max(100_000),
    height: z.int().min(100).max(100_000),
  }),
  partners: z.array(partner).max(60),
})

export const districtsFile = collection(feature(z.strictObject({ id, name }), polygon), 40)

export const roadsFile = collection(
  feature(
    z.strictObject({
      id,
      name,
      class: z.enum(ROAD_CLASSES),
      /** Usual speed of a unit on call, km/h. A training figure of our own. */
      speed: z.int().min(5).max(120),
      /** Other words that people search by. */
      aliases: aliases.optional(),
    }),
    lineString,
  ),
  1500,
)

export const waterFile = collection(
  feature(
    z.strictObject({ kind: z.enum(WATER_KINDS), name, width: z.int().min(1).max(2000).optional() }),
    z.union([lineString, polygon]),
  ),
  300,
)

export const landFile = collection(
  feature(
    z.strictObject({ kind: z.enum(LAND_KINDS), name: name.optional() }),
    z.union([lineString, polygon]),
  ),
  5000,
)

export const landmarksFile = collection(
  feature(
    z.strictObject({
      id,
      name,
      kind: z.enum(LANDMARK_KINDS),
      district: id,
      road: id,
      /** What is painted on it: `0317`, `027`, `K1207`. */
      number: z
        .string()
        .regex(/^[A-Z]?[0-9]{1,6}$/)
        .optional(),
      /** How well known it is: 1 to everybody, 3 only to neighbours. By default its kind decides. */
      rank: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
      /** Other words that people search by. */
      aliases: aliases.default([]),
      /** What a caller standing there can see. */
      sees: note.optional(),
    }),
    point,
  ),
  5000,
)

export const stationsFile = collection(
  feature(
    z.strictObject({
      id,
      name,
      kind: z.enum(STATION_KINDS),
      district: id,
      road: id,
      units: z.array(unit).max(20),
    }),
    point,
  ),
  300,
)

export type Position = z.output<typeof position>
export type RoadClass = (typeof ROAD_CLASSES)[number]
export type WaterKind = (typeof WATER_KINDS)[number]
export type LandKind = (typeof LAND_KINDS)[number]
export type LandmarkKind = (typeof LANDMARK_KINDS)[number]
export type StationKind = (typeof STATION_KINDS)[number]
export type CityFile = z.output<typeof cityFile>
