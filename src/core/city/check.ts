import type { City } from './city.ts'
import type { Point } from './point.ts'

interface Problem {
  readonly path: string
  readonly message: string
}

/**
 * What a schema can't see: ids used twice, references that lead nowhere, places outside the city.
 * `landmarkIds` are those of the file, since the city's map has already swallowed doubles.
 */
export function checkReferences(city: City, landmarkIds: readonly string[]): readonly Problem[] {
  const problems: Problem[] = []
  const twice = (ids: readonly string[], path: (index: number) => string) => {
    const seen = new Set<string>()
    ids.forEach((id, index) => {
      if (seen.has(id))
        problems.push({ path: path(index), message: `the id '${id}' is used twice` })
      seen.add(id)
    })
    return seen
  }
  const feature = (file: string) => (index: number) => `${file}.features[${index}].properties.id`
  const districts = twice(
    city.districts.map((district) => district.id),
    feature('districts'),
  )
  const roads = twice(
    city.roads.map((road) => road.id),
    feature('roads'),
  )
  // A location may name a landmark or a station, so they share their ids.
  const landmarks = twice(landmarkIds, feature('landmarks'))
  twice(
    city.stations.map((station) => station.id),
    feature('stations'),
  )
  city.stations.forEach((station, index) => {
    if (landmarks.has(station.id)) {
      problems.push({
        path: feature('stations')(index),
        message: `the id '${station.id}' is a landmark's already`,
      })
    }
  })
  twice(
    city.units.map((unit) => unit.id),
    () => 'stations',
  )
  twice(
    city.partners.map((partner) => partner.id),
    (index) => `city.partners[${index}].id`,
  )

  const inside = ({ x, y }: Point) =>
    x >= 0 && y >= 0 && x <= city.bounds.width && y <= city.bounds.height
  const place = (
    at: Point & { readonly district: string; readonly road: string },
    path: string,
  ) => {
    if (!districts.has(at.district)) {
      problems.push({
        path: `${path}.properties.district`,
        message: `there is no district '${at.district}'`,
      })
    }
    if (!roads.has(at.road)) {
      problems.push({ path: `${path}.properties.road`, message: `there is no road '${at.road}'` })
    }
    if (!inside(at)) problems.push({ path: `${path}.geometry`, message: 'lies outside the city' })
  }
  landmarkIds.forEach((id, index) => {
    const landmark = city.landmarks.get(id)
    if (landmark) place(landmark, `landmarks.features[${index}]`)
  })
  city.stations.forEach((station, index) => {
    place(station, `stations.features[${index}]`)
  })
  city.units.forEach((unit) => {
    if (!inside(unit))
      problems.push({ path: 'stations', message: `the unit '${unit.id}' stands outside the city` })
  })
  city.roads.forEach((road, index) => {
    if (!road.points.every(inside)) {
      problems.push({ path: `roads.features[${index}].geometry`, message: 'lies outside the city' })
    }
  })
  if (city.roads.length === 0) problems.push({ path: 'roads', message: 'a city needs a road' })
  return problems
}
