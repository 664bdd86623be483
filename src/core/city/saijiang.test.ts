import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { UNIT_KINDS } from '../taxonomy/vocabulary.ts'
import { atlasOf } from './atlas.ts'
import type { City } from './city.ts'
import { loadCity } from './load.ts'
import { placeById } from './place.ts'
import { distance, type Point, toPoint, toPosition } from './point.ts'
import { route, snap } from './route.ts'

const folder = new URL('../../../scenarios/cities/saijiang/', import.meta.url)
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

function saijiang(): City {
  const loaded = loadCity({
    city: json('city.json'),
    districts: json('districts.geojson'),
    roads: json('roads.geojson'),
    water: json('water.geojson'),
    land: json('land.geojson'),
    landmarks: json('landmarks.geojson'),
    stations: json('stations.geojson'),
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 1))
  return loaded.city
}

const city = saijiang()
const landmarks = [...city.landmarks.values()]

function place(id: string): Point {
  const found = placeById(city, id)
  if (!found) throw new Error(`no place '${id}'`)
  return found
}

describe('塞江', () => {
  it('is big enough, and speaks both languages', () => {
    expect(city.districts.map((district) => district.name.zh)).toEqual([
      '沙湖区',
      '青铜区',
      '盐川县',
    ])
    expect(landmarks.filter((mark) => mark.number === null).length).toBeGreaterThanOrEqual(80)
    const chinese = /\p{Script=Han}/u
    const named = [...landmarks, ...city.stations, ...city.roads, ...city.units, ...city.districts]
    for (const { name } of named) {
      expect(name.zh).toMatch(/[\p{Script=Han}0-9]/u)
      expect(name.en).not.toMatch(chinese)
    }
    for (const { name, short } of city.partners) expect(name.en + short.en).not.toMatch(chinese)
  })

  it('gives no two places, units or roads the same name', () => {
    for (const lang of ['zh', 'en'] as const) {
      for (const things of [
        [...landmarks, ...city.stations],
        city.units,
        city.roads,
        city.partners,
      ]) {
        const names = things.map((thing) => thing.name[lang])
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
      }
    }
  })

  it('can be reached: every landmark within 250 m of a road (pylons 600 m), every station and unit within 60 m', () => {
    const far = (at: Point, metres: number) => (snap(city, at)?.metres ?? Infinity) > metres
    expect(
      landmarks
        .filter((mark) => far(mark, mark.kind === 'pylon' ? 600 : 250))
        .map((mark) => mark.id),
    ).toEqual([])
    expect(
      [...city.stations, ...city.units].filter((at) => far(at, 60)).map((at) => at.id),
    ).toEqual([])
  })

  it('puts every place on the road that it names, and in its district', () => {
    const lost = landmarks.filter((mark) => {
      const road = city.roads.find((candidate) => candidate.id === mark.road)
      const near = road && Math.min(...road.points.map((point) => distance(point, mark)))
      return near === undefined || near > 900
    })
    expect(lost.map((mark) => mark.id)).toEqual([])
  })

  it('writes degrees finely enough that metres come back the same', () => {
    for (const mark of landmarks) {
      expect(toPoint(city.plane, toPosition(city.plane, mark))).toEqual({ x: mark.x, y: mark.y })
    }
  })
})

describe('what the stories use', () => {
  it('has the man’s pylon, the one it is mistaken for, and what he sees', () => {
    for (let plate = 21; plate <= 31; plate += 1) {
      expect(city.landmarks.get(`pylon-shadong-2-0${plate}`)?.number).toBe(`0${plate}`)
    }
    const [his, other] = [place('pylon-shadong-2-027'), place('pylon-shadong-2-021')]
    expect(distance(his, other)).toBeGreaterThan(1500)
    const kiln = place('red-kiln')
    expect(his.x - kiln.x).toBeGreaterThan(200)
    expect(Math.abs(his.y - kiln.y)).toBeLessThan(60)
    for (const id of [
      'liuwan-village',
      'yaochang-junction',
      'shahu-substation',
      'hedong-substation',
    ])
      place(id)
  })

  it.each([
    ['fu-supermarket', 'qubei-bun-shop', 'sign-qubei', 'lamp-qubei-0317'],
    ['xi-restaurant', 'wenhua-noodle-shop', 'sign-wenhua', 'lamp-wenhua-0526'],
    ['kang-pharmacy', 'minsheng-soymilk-shop', 'sign-minsheng', 'lamp-minsheng-0711'],
    ['ji-store', 'xuefu-youbing-shop', 'sign-xuefu', 'lamp-xuefu-0214'],
  ])('has lit sign, early shop, road sign and lamp post together at %s', (spot, ...others) => {
    for (const id of others) expect(distance(place(spot), place(id))).toBeLessThanOrEqual(60)
    expect(city.landmarks.get(spot)?.sees).not.toBeNull()
  })

  it('has another 福, another 3-7-1 and a bank nearby to lead astray', () => {
    expect(distance(place('fulai-hotel'), place('fu-supermarket'))).toBeGreaterThan(2000)
    place('lamp-qunan-0371')
    expect(distance(place('hanqu-bank'), place('fu-supermarket'))).toBeLessThan(150)
    for (let lamp = 309; lamp <= 325; lamp += 1) place(`lamp-qubei-0${lamp}`)
  })

  it.each([
    ['jinqu-6-2', 'jinqu-estate', 'jinqu-property', 'jinqu-site'],
    ['cuihu-3-1', 'cuihu-estate', 'cuihu-property', 'cuihu-site'],
    ['yandu-9-3', 'yandu-estate', 'yandu-property', 'yandu-site'],
  ])('has an estate with its office and a building site behind at %s', (block, ...others) => {
    for (const id of others) expect(distance(place(block), place(id))).toBeLessThanOrEqual(260)
  })

  it.each(['wanhui', 'hupan'])('has a mall with four doors at %s', (mall) => {
    const centre = place(`${mall}-mall`)
    for (const part of ['gate-n', 'gate-s', 'gate-e', 'gate-w', 'play', 'security', 'parking']) {
      expect(distance(centre, place(`${mall}-${part}`))).toBeLessThanOrEqual(200)
    }
    expect(place(`${mall}-gate-n`).y).toBeLessThan(place(`${mall}-gate-s`).y)
    expect(place(`${mall}-gate-w`).x).toBeLessThan(place(`${mall}-gate-e`).x)
  })

  it('has what later stories need', () => {
    const count = (kind: string) => landmarks.filter((mark) => mark.kind === kind).length
    expect(count('hospital')).toBeGreaterThanOrEqual(3)
    expect(count('bus-stop')).toBeGreaterThanOrEqual(12)
    for (const kind of ['school', 'park', 'petrol', 'bus-station'])
      expect(count(kind)).toBeGreaterThanOrEqual(2)
    for (const kind of ['toll', 'tunnel', 'rail-station', 'government', 'utility'])
      expect(count(kind)).toBeGreaterThanOrEqual(1)
    for (let k = 1201; k <= 1215; k += 1) {
      const [up, down] = [place(`km-g398-${k}-up`), place(`km-g398-${k}-down`)]
      // One on each side of the carriageway; traffic keeps to the right.
      expect(distance(up, down)).toBeLessThan(40)
      expect(up.y).toBeLessThan(down.y)
    }
  })
})

describe('units and partners', () => {
  it('are enough of each kind', () => {
    expect(city.units.length).toBeGreaterThanOrEqual(24)
    for (const kind of UNIT_KINDS) {
      expect(city.units.filter((unit) => unit.kind === kind).length).toBeGreaterThanOrEqual(3)
    }
    expect(
      city.stations.filter((station) => station.kind === 'police-station').length,
    ).toBeGreaterThanOrEqual(6)
    expect(city.partners.map((partner) => partner.id)).toEqual(
      expect.arrayContaining([
        '119',
        '120',
        '122',
        'duty-lead',
        'swat-lead',
        'video-patrol',
        'power',
        'water',
        'gas',
        'anti-fraud',
        '12345',
        '12356',
        '12389',
        'community',
        'property',
        'labour',
      ]),
    )
    for (const { ackMs } of city.partners) expect(ackMs >= 6000 && ackMs <= 15_000).toBe(true)
  })

  it.each([
    'pylon-shadong-2-027',
    'fu-supermarket',
    'xi-restaurant',
    'kang-pharmacy',
    'ji-store',
    'jinqu-6-2',
    'cuihu-3-1',
    'yandu-9-3',
    'wanhui-mall',
    'hupan-mall',
  ])('reach %s in believable times', (id) => {
    const nearest = (kind: string) =>
      Math.min(
        ...city.units
          .filter((unit) => unit.kind === kind)
          .map((unit) => route(unit, place(id), city).ms),
      )
    const patrol = nearest('patrol')
    expect(patrol).toBeGreaterThanOrEqual(75_000)
    expect(patrol).toBeLessThanOrEqual(300_000)
    expect(nearest('ambulance')).toBeLessThanOrEqual(300_000)
    expect(nearest('fire')).toBeLessThanOrEqual(420_000)
  })

  it('drive as they did before (golden: a change of roads or speeds shows here)', () => {
    const drive = (unit: string, to: string) => {
      const { metres, ms, points } = route(
        city.units.find(({ id }) => id === unit) ?? { x: 0, y: 0 },
        place(to),
        city,
      )
      return `${metres} m, ${ms} ms, ${points.length} points`
    }
    expect({
      qubei2: drive('qubei-2', 'fu-supermarket'),
      chengdong1: drive('chengdong-1', 'pylon-shadong-2-027'),
      fire4: drive('fire-4', 'pylon-shadong-2-027'),
      ambulance6: drive('120-6', 'yandu-9-3'),
      gulou1: drive('gulou-1', 'wanhui-play'),
      traffic4: drive('traffic-4', 'km-g398-1207-up'),
    }).toMatchInlineSnapshot(`
      {
        "ambulance6": "1759 m, 175230 ms, 10 points",
        "chengdong1": "1797 m, 230244 ms, 17 points",
        "fire4": "2074 m, 247620 ms, 18 points",
        "gulou1": "1143 m, 124968 ms, 8 points",
        "qubei2": "2055 m, 190350 ms, 16 points",
        "traffic4": "1391 m, 81652 ms, 5 points",
      }
    `)
  })

  it('route fast enough for robots: 2,000 asked again per 100 ms, whatever the machine', () => {
    const atlas = atlasOf(city)
    const spots = ['fu-supermarket', 'jinqu-6-2', 'wanhui-mall', 'red-kiln'].map(place)
    for (const spot of spots) for (const unit of atlas.units) atlas.route(unit, spot)
    const started = performance.now()
    for (let round = 0; round < 500; round += 1) {
      for (const spot of spots) atlas.route(atlas.units[round % atlas.units.length] ?? spot, spot)
    }
    expect(performance.now() - started).toBeLessThan(100)
  })
})
