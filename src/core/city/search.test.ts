import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { loadCity } from './load.ts'
import { direction, districtAt, placeName } from './place.ts'
import { searchPlaces } from './search.ts'

const folder = new URL('../../../scenarios/cities/saijiang/', import.meta.url)
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const loaded = loadCity({
  city: json('city.json'),
  districts: json('districts.geojson'),
  roads: json('roads.geojson'),
  water: json('water.geojson'),
  land: json('land.geojson'),
  landmarks: json('landmarks.geojson'),
  stations: json('stations.geojson'),
})
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const { city } = loaded

const initials = (zh: string) =>
  pinyin(zh, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
const find = (query: string, limit = 8) =>
  searchPlaces(city, query, limit, initials).map((found) => found.id)

describe('searching places', () => {
  it.each([
    ['0317', 'lamp-qubei-0317'],
    ['渠北路 0317', 'lamp-qubei-0317'],
    ['渠北路0317', 'lamp-qubei-0317'],
    ['零、三、一、七', 'lamp-qubei-0317'],
    ['０３１７', 'lamp-qubei-0317'],
    ['福', 'fu-supermarket'],
    ['fmj', 'fu-supermarket'],
    ['Fumanjia', 'fu-supermarket'],
    ['渠北路 包子', 'qubei-bun-shop'],
    ['qubei', 'qubei-road'],
    ['qbl', 'qubei-road'],
    ['沙东二线 027', 'pylon-shadong-2-027'],
    ['沙东二线27', 'pylon-shadong-2-027'],
    ['shadong 027', 'pylon-shadong-2-027'],
    ['红顶', 'red-kiln'],
    ['brick kiln', 'red-kiln'],
    ['K1207', 'km-g398-1207-down'],
    ['k1207 上行', 'km-g398-1207-up'],
    ['金渠小区六号楼二单元', 'jinqu-6-2'],
    ['金渠 6号楼', 'jinqu-6-2'],
    ['jinqu block 6', 'jinqu-6-2'],
    ['万汇 南门', 'wanhui-gate-s'],
    ['whgc', 'wanhui-mall'],
    ['渠北派出所', 'ps-qubei'],
    ['市医院', 'city-hospital'],
    ['鼓楼', 'drum-tower'],
  ])('finds %s', (query, id) => {
    expect(find(query)[0]).toBe(id)
  })

  it('shows the other 福 too, so that the recruit must tell them apart', () => {
    expect(find('福')).toContain('fulai-hotel')
    expect(find('fmj', 3)).toEqual(['fu-supermarket', 'fuming-estate', 'fumu-store'])
  })

  it('finds both lines’ 027, and both directions of a kilometre', () => {
    expect(find('027', 2)).toEqual(['pylon-shadong-2-027', 'pylon-shahe-027'])
    expect(find('K1207', 2)).toEqual(['km-g398-1207-down', 'km-g398-1207-up'])
  })

  it('finds every place first, or among its likes, by its own full name in either language', () => {
    for (const mark of city.landmarks.values()) {
      expect(find(mark.name.zh, 3)).toContain(mark.id)
      expect(find(mark.name.en, 6)).toContain(mark.id)
    }
  })

  it('finds every place by the initials of its whole name, numbers and all', () => {
    for (const mark of city.landmarks.values())
      expect(find(initials(mark.name.zh).replaceAll(' ', ''), 8)).toContain(mark.id)
  })

  it('gives nothing for nothing, and works without pinyin', () => {
    expect(find('')).toEqual([])
    expect(find('  ，。')).toEqual([])
    expect(find('zzzz')).toEqual([])
    expect(find('福', 0)).toEqual([])
    expect(searchPlaces(city, '福满家', 1).map((found) => found.id)).toEqual(['fu-supermarket'])
    expect(searchPlaces(city, 'fmj', 5)).toEqual([])
  })

  it('says where a place is, for telling likes apart', () => {
    expect(searchPlaces(city, 'fmj', 1, initials)[0]).toMatchObject({
      kind: 'landmark',
      district: { zh: '青铜区', en: 'Qingtong District' },
      road: { zh: '渠北路', en: 'Qubei Road' },
    })
  })

  it('takes any text, orders by score, and keeps to the limit', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary' })),
        fc.nat(20),
        (query, limit) => {
          const found = searchPlaces(city, query, limit, initials)
          expect(found.length).toBeLessThanOrEqual(limit)
          for (const [index, { score }] of found.entries()) {
            expect(score).toBeLessThanOrEqual(found[index - 1]?.score ?? Infinity)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('naming a point', () => {
  const at = (id: string, dx = 0, dy = 0) => {
    const mark = city.landmarks.get(id)
    return { x: (mark?.x ?? 0) + dx, y: (mark?.y ?? 0) + dy }
  }

  it('says it as on the radio', () => {
    expect(placeName(city, at('fu-supermarket', -40), 'zh')).toBe('渠北路 · 福满家超市 西 40 米')
    expect(placeName(city, at('fu-supermarket', -40), 'en')).toBe(
      'Qubei Road · 40 m west of Fumanjia Supermarket',
    )
    expect(placeName(city, at('fu-supermarket'), 'zh')).toBe('渠北路 · 福满家超市')
    expect(placeName(city, at('lamp-qubei-0317'), 'zh')).toBe('渠北路 0317 号灯杆')
    expect(placeName(city, at('pylon-shadong-2-027'), 'en')).toBe(
      'Yaochang Road · 110 kV Shadong No. 2 Line, pylon 027',
    )
  })

  it('falls back to the district where there is nothing', () => {
    expect(placeName(city, { x: 17_900, y: 100 }, 'zh')).toBe('盐川县')
    expect(districtAt(city, at('shahu-park'))?.en).toBe('Shahu District')
    expect(districtAt(city, { x: -500, y: 0 })).toBeNull()
  })

  it('names every point of the plane in both languages', () => {
    const point = fc.record({
      x: fc.integer({ min: -2000, max: 20_000 }),
      y: fc.integer({ min: -2000, max: 16_000 }),
    })
    fc.assert(
      fc.property(point, (where) => {
        expect(placeName(city, where, 'zh')).toMatch(/\p{Script=Han}/u)
        expect(placeName(city, where, 'en')).not.toMatch(/\p{Script=Han}|undefined|NaN/u)
      }),
      { numRuns: 200 },
    )
  })

  it('knows the eight directions', () => {
    const from = { x: 0, y: 0 }
    expect(direction(from, { x: 10, y: 0 })).toBe('e')
    expect(direction(from, { x: 10, y: 10 })).toBe('se')
    expect(direction(from, { x: 0, y: 10 })).toBe('s')
    expect(direction(from, { x: -10, y: 10 })).toBe('sw')
    expect(direction(from, { x: -10, y: 1 })).toBe('w')
    expect(direction(from, { x: -10, y: -10 })).toBe('nw')
    expect(direction(from, { x: 0, y: -10 })).toBe('n')
    expect(direction(from, { x: 10, y: -10 })).toBe('ne')
  })
})
