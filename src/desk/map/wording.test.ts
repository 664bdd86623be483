import { describe, expect, it } from 'vitest'
import type { City } from '../../core/city/city.ts'
import { en, zh } from '../../ui/i18n/map.ts'
import { mapCity } from './fromCity.ts'
import type { MapState, MapUnit } from './model.ts'
import { duration, incidentBounds, shortName, describe as tell, unitLabel } from './wording.ts'

const unit: MapUnit = {
  id: 'qubei-2',
  kind: 'patrol',
  name: { zh: '渠北-2 巡逻车', en: 'Qubei-2 patrol' },
  status: 'moving',
  eta: 200_000,
  overdue: false,
  leg: {
    departsAt: 0,
    points: [
      { x: 0, y: 0 },
      { x: 900, y: 0 },
    ],
    atMs: [0, 200_000],
  },
  at: { x: 0, y: 0 },
}

const state: MapState = {
  now: 10_000,
  sector: { x: 500, y: 500, radius: 900 },
  pin: null,
  traineePin: { x: 510, y: 490 },
  units: [unit, { ...unit, id: 'gulou-3', status: 'arrived', leg: null }],
  highlight: [],
  focus: null,
}

const city: City = {
  id: 'town',
  name: { zh: '小城', en: 'Town' },
  bounds: { width: 2000, height: 1500 },
  plane: {
    west: 0,
    north: 0,
    metresPerDegreeLon: 87_000,
    metresPerDegreeLat: 111_000,
    width: 2000,
    height: 1500,
  },
  districts: [],
  roads: [],
  water: [],
  land: [
    { kind: 'rail', name: null, shape: 'line', rings: [[{ x: 0, y: 0 }]] },
    { kind: 'park', name: null, shape: 'area', rings: [[{ x: 0, y: 0 }]] },
  ],
  landmarks: new Map([
    [
      'fu',
      {
        id: 'fu',
        name: { zh: '福满家超市', en: 'Fumanjia Supermarket' },
        kind: 'shop',
        district: 'd',
        road: 'r',
        number: null,
        rank: 2,
        aliases: [],
        sees: null,
        x: 520,
        y: 500,
      },
    ],
    [
      'lamp',
      {
        id: 'lamp',
        name: { zh: '渠北路 0317 号灯杆', en: 'Lamp post 0317, Qubei Road' },
        kind: 'lamp-post',
        district: 'd',
        road: 'r',
        number: '0317',
        rank: 3,
        aliases: [],
        sees: null,
        x: 505,
        y: 500,
      },
    ],
  ]),
  stations: [],
  units: [],
  partners: [],
  graph: { nodes: [], edges: [], at: [] },
}

describe('what the map writes', () => {
  it('words durations as people say them', () => {
    expect(duration(190, zh)).toBe('3 分 10 秒')
    expect(duration(59, zh)).toBe('59 秒')
    expect(duration(60, en)).toBe('1 min 0 s')
  })

  it('labels a unit with its call sign and how far it is', () => {
    expect(unitLabel(unit, 10_000, 'zh')).toBe('渠北-2 · 3 分 10 秒')
    expect(unitLabel({ ...unit, status: 'sent', leg: null }, 0, 'en')).toBe('Qubei-2 · sent')
    expect(unitLabel({ ...unit, status: 'sent', leg: null, overdue: true }, 0, 'zh')).toBe(
      '渠北-2 · 未签收',
    )
    expect(unitLabel({ ...unit, status: 'free' }, 0, 'zh')).toBe('渠北-2')
    expect(shortName('青铜派出所-1')).toBe('青铜派出所-1')
  })

  it('tells the whole picture in words, in both languages', () => {
    const chinese = tell(mapCity(city), state, 'zh')
    expect(chinese).toBe(
      '小城地图。系统给出的范围：福满家超市附近周围 900 米。你标的地点在福满家超市附近。已派未到：渠北-2 巡逻车（3 分 10 秒）。到场：渠北-2 巡逻车。',
    )
    const english = tell(mapCity(city), { ...state, sector: null, traineePin: null }, 'en')
    expect(english).toContain('The system gives no position.')
    expect(english).toContain('You have not marked a place.')
    expect(english).not.toMatch(/\{\{/)
  })

  it('brings sector and marks into view', () => {
    expect(incidentBounds(state)).toEqual({ minX: -400, maxX: 1400, minY: -400, maxY: 1400 })
    expect(incidentBounds({ ...state, sector: null, traineePin: null })).toBeNull()
  })
})

describe('the city for drawing', () => {
  it('is made once, with posts called by their number and lines apart from areas', () => {
    const drawn = mapCity(city)
    expect(mapCity(city)).toBe(drawn)
    expect(drawn.places.map(({ kind, name }) => [kind, name.zh])).toEqual([
      ['landmark', '福满家超市'],
      ['lamp', '0317'],
    ])
    expect(drawn.lines).toHaveLength(1)
    expect(drawn.areas).toHaveLength(1)
    expect(drawn.bounds).toEqual({ minX: 0, minY: 0, maxX: 2000, maxY: 1500 })
  })
})
