import type { CityFiles } from './load.ts'

/**
 * A city of two crossing roads, one landmark and one unit, for tests that break things. Made afresh each time, since
 * they do break it. 0.001 degrees are 100 metres.
 */
export function tinyFiles(): CityFiles {
  const name = { zh: '一', en: 'One' }
  const feature = (properties: object, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  })
  const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
  const square = [
    [100, 40],
    [100.01, 40],
    [100.01, 39.99],
    [100, 39.99],
    [100, 40],
  ]
  const road = (id: string, speed: number, coordinates: unknown) =>
    feature({ id, name: { zh: id, en: id }, class: 'street', speed }, 'LineString', coordinates)
  return {
    city: {
      id: 'tiny',
      name,
      plane: {
        west: 100,
        north: 40,
        metresPerDegreeLon: 100_000,
        metresPerDegreeLat: 100_000,
        width: 1000,
        height: 1000,
      },
      partners: [{ id: '119', name, short: name, ackMs: 6000, sends: 'fire' }],
    },
    districts: collection(feature({ id: 'middle', name }, 'Polygon', [square])),
    roads: collection(
      road('across', 36, [
        [100, 39.995],
        [100.005, 39.995],
        [100.01, 39.995],
      ]),
      road('down', 72, [
        [100.005, 40],
        [100.005, 39.995],
        [100.005, 39.99],
      ]),
    ),
    water: collection(feature({ kind: 'lake', name }, 'Polygon', [square])),
    land: collection(feature({ kind: 'rail' }, 'LineString', square)),
    landmarks: collection(
      feature(
        { id: 'shop', name, kind: 'shop', district: 'middle', road: 'down' },
        'Point',
        [100.0055, 39.991],
      ),
    ),
    stations: collection(
      feature(
        {
          id: 'post',
          name: { zh: '岗', en: 'Post' },
          kind: 'patrol-post',
          district: 'middle',
          road: 'across',
          units: [{ id: 'one-1', kind: 'patrol', name }],
        },
        'Point',
        [100.001, 39.995],
      ),
    ),
  }
}
