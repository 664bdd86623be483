/** How a landmark or a station shows on the map: its sign. Pure. */
import type { LandmarkKind, StationKind } from '../../core/city/schema.ts'
import type { UnitKind } from '../../core/taxonomy/vocabulary.ts'
import type { PlaceKind } from './mapCity.ts'

/** The sign of a landmark. */
export function landmarkSign(kind: LandmarkKind): PlaceKind {
  switch (kind) {
    case 'hospital':
      return 'hospital'
    case 'bus-stop':
    case 'bus-station':
      return 'stop'
    case 'road-sign':
      return 'sign'
    case 'lamp-post':
      return 'lamp'
    case 'pylon':
      return 'pylon'
    case 'km-post':
      return 'km'
    default:
      return 'landmark'
  }
}

/** The sign of a station, and the kind of unit whose character it carries. */
export function stationSign(kind: StationKind): {
  readonly kind: PlaceKind
  readonly letter: UnitKind
} {
  switch (kind) {
    case 'fire-station':
      return { kind: 'fire', letter: 'fire' }
    case 'ambulance-post':
      return { kind: 'aid', letter: 'ambulance' }
    case 'police-station':
      return { kind: 'police', letter: 'station' }
    case 'patrol-post':
      return { kind: 'police', letter: 'patrol' }
    case 'traffic-post':
      return { kind: 'police', letter: 'traffic' }
    case 'swat-base':
      return { kind: 'police', letter: 'swat' }
  }
}
