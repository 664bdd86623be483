/** The map's colours, night and day, in the key of the tokens: amber asks for attention, blue is ours. */

import type { AreaKind } from './mapCity.ts'

export type Theme = 'night' | 'day'

export interface RoadLook {
  readonly casing: string
  readonly fill: string
}

export interface Palette {
  readonly ground: string
  /** Outside the city. */
  readonly beyond: string
  /** Behind text, so that it can be read on anything. */
  readonly halo: string
  /** Under the labels of units that were sent. */
  readonly plate: string
  readonly districtLine: string
  readonly districtText: string
  readonly water: string
  readonly waterEdge: string
  readonly waterText: string
  readonly areas: Readonly<Record<AreaKind, string>>
  readonly areaText: string
  readonly parkText: string
  readonly roads: {
    readonly trunk: RoadLook
    readonly main: RoadLook
    readonly street: RoadLook
    readonly lane: RoadLook
  }
  readonly wire: string
  readonly rail: string
  readonly railGap: string
  readonly centre: string
  readonly roadText: string
  readonly placeText: string
  readonly placeTextStrong: string
  readonly placeDot: string
  readonly station: string
  readonly stationInk: string
  readonly sign: string
  readonly lamp: string
  /** The system's sector and pin. */
  readonly now: string
  readonly sectorFill: string
  /** The police's and the trainee's own. */
  readonly calm: string
  readonly calmText: string
  readonly onCalm: string
  readonly done: string
  readonly helper: string
  readonly onHelper: string
  readonly idleFill: string
  readonly idleLine: string
  readonly idleInk: string
  readonly ink: string
}

export const night: Palette = {
  ground: '#10161b',
  beyond: '#0d1115',
  halo: '#0d1317',
  plate: 'rgba(13, 19, 23, 0.82)',
  districtLine: '#2f3d49',
  districtText: '#6d8093',
  water: '#12293a',
  waterEdge: '#18364a',
  waterText: '#6799b8',
  areas: {
    hill: '#171a1a',
    forest: '#12201b',
    field: '#131b1a',
    saltpan: '#181d22',
    island: '#13211e',
    village: '#171d22',
    industrial: '#181c22',
    green: '#13211e',
    park: '#13251f',
    square: '#1a232b',
    block: '#161e25',
    site: '#211f1b',
    building: '#1e2831',
  },
  areaText: '#7d8d9c',
  parkText: '#639483',
  roads: {
    trunk: { casing: '#0b1013', fill: '#475766' },
    main: { casing: '#0b1013', fill: '#3a4b58' },
    street: { casing: '#0c1114', fill: '#2f3d48' },
    lane: { casing: '#0d1216', fill: '#26323b' },
  },
  wire: '#4a545d',
  rail: '#3a4650',
  railGap: '#10161b',
  centre: '#50616f',
  roadText: '#9fb0bf',
  placeText: '#b3bfca',
  placeTextStrong: '#e8edf2',
  placeDot: '#a9b5c1',
  station: '#24313d',
  stationInk: '#cfdae4',
  sign: '#8db4d8',
  lamp: '#8291a0',
  now: '#ffb224',
  sectorFill: 'rgba(255, 178, 36, 0.035)',
  calm: '#6cb2f0',
  calmText: '#cfe6fb',
  onCalm: '#0d1115',
  done: '#41b883',
  helper: '#e8edf2',
  onHelper: '#0d1115',
  idleFill: '#1b232b',
  idleLine: '#7a8a99',
  idleInk: '#dbe3ea',
  ink: '#e8edf2',
}

export const day: Palette = {
  ground: '#eef1f3',
  beyond: '#e1e5e9',
  halo: '#fbfcfd',
  plate: 'rgba(252, 253, 254, 0.88)',
  districtLine: '#aab6c1',
  districtText: '#75838f',
  water: '#bddcef',
  waterEdge: '#a3cbe3',
  waterText: '#2f6f98',
  areas: {
    hill: '#e6e4da',
    forest: '#d5e6d4',
    field: '#e9eee2',
    saltpan: '#e9ecf2',
    island: '#dbe8d8',
    village: '#e6e5e0',
    industrial: '#e4e2e8',
    green: '#d8e9d6',
    park: '#cbe5cc',
    square: '#e3e2e6',
    block: '#e3e8ec',
    site: '#eadfcd',
    building: '#d3dae1',
  },
  areaText: '#5f6d7a',
  parkText: '#33714f',
  roads: {
    trunk: { casing: '#b9a77f', fill: '#f7e3b0' },
    main: { casing: '#bcc5cd', fill: '#fffdf5' },
    street: { casing: '#c6cfd6', fill: '#ffffff' },
    lane: { casing: '#d3dae0', fill: '#ffffff' },
  },
  wire: '#a5afb8',
  rail: '#98a4ae',
  railGap: '#eef1f3',
  centre: '#d3cbb2',
  roadText: '#4d5a67',
  placeText: '#3c4854',
  placeTextStrong: '#18212b',
  placeDot: '#5c6a78',
  station: '#ffffff',
  stationInk: '#26405c',
  sign: '#2a5f94',
  lamp: '#647280',
  now: '#9a5b00',
  sectorFill: 'rgba(214, 139, 0, 0.06)',
  calm: '#1e6fc2',
  calmText: '#0f4a88',
  onCalm: '#ffffff',
  done: '#18734c',
  helper: '#3c4854',
  onHelper: '#ffffff',
  idleFill: '#ffffff',
  idleLine: '#7b8895',
  idleInk: '#26313c',
  ink: '#18212b',
}

export const palettes: Readonly<Record<Theme, Palette>> = { night, day }
