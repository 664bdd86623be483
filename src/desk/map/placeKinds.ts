/** How a landmark or a station shows on the map: its sign. Pure. */
import type { LandmarkKind, StationKind } from '../../core/city/schema.ts'
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

/** The sign of a station; ambulances stand at hospitals. */
export function stationSign(kind: StationKind): PlaceKind {
  switch (kind) {
    case 'fire-station':
      return 'fire'
    case 'ambulance-post':
      return 'hospital'
    default:
      return 'police'
  }
}
