/** The map's load test: frame rate with so many driving units, or of Phaser alone, in the same page and size. */
import Phaser from 'phaser'
import type { City } from '../../core/city/city.ts'
import { route } from '../../core/city/route.ts'
import { UNIT_KINDS } from '../../core/taxonomy/vocabulary.ts'
import { endGame, gameConfig, startMap } from './game.ts'
import type { MapModel, MapUnit } from './model.ts'
import { palettes } from './palette.ts'

export interface BenchOptions {
  readonly city: City
  /** Driving units; 0 measures a bare Phaser scene of the same size and settings. */
  readonly units: number
  /** How long frames are counted, after `warmUpSeconds`. */
  readonly seconds: number
  readonly warmUpSeconds?: number
}

export interface BenchResult {
  /** Frames drawn per second of wall time. */
  readonly fps: number
  /** Mean time from the start of Phaser's step to the end of its drawing calls, ms. */
  readonly stepMs: number
  readonly renderer: 'webgl' | 'canvas'
}

/** Units all over the city, each on a drive of some minutes; the same for the same city and number. */
export function drivingUnits(city: City, count: number): MapUnit[] {
  const { nodes } = city.graph
  const pick = (n: number) => nodes[(n * 7919 + 101) % nodes.length] ?? { x: 0, y: 0 }
  return Array.from({ length: count }, (_, i) => {
    const from = pick(i)
    // Few goals: the router keeps a tree for each.
    const way = route(from, pick((i % 16) * 31 + 5), city)
    const departsAt = -Math.round((way.ms * (i % 10)) / 40)
    return {
      id: `bench-${i}`,
      kind: UNIT_KINDS[i % UNIT_KINDS.length] ?? 'patrol',
      name: { zh: `测试-${i}`, en: `Test-${i}` },
      status: 'moving',
      eta: departsAt + way.ms,
      overdue: false,
      leg: { departsAt, points: way.points, atMs: way.atMs },
      at: from,
    }
  })
}

function drivingModel(city: City, count: number): MapModel {
  const units = drivingUnits(city, count)
  const start = performance.now()
  const still = { sector: null, pin: null, traineePin: null, highlight: [], focus: null, units }
  return { city, read: () => ({ ...still, now: performance.now() - start }) }
}

interface Running {
  readonly game: Phaser.Game
  readonly end: () => void
}

function start(div: HTMLElement, { city, units }: BenchOptions): Running {
  const view = { width: div.clientWidth, height: div.clientHeight }
  const ratio = Math.min(2, Math.max(1, window.devicePixelRatio))
  if (units === 0) {
    const config = gameConfig(div, view, ratio, palettes.night.beyond)
    const game = new Phaser.Game({ ...config, scene: new Phaser.Scene({ key: 'bare' }) })
    return { game, end: () => endGame(game) }
  }
  const look = {
    palette: palettes.night,
    lang: 'zh' as const,
    font: getComputedStyle(div).fontFamily,
  }
  const map = startMap(div, {
    model: drivingModel(city, units),
    look,
    view,
    ratio,
    reducedMotion: false,
    failed: (error) => console.error('map bench:', error),
  })
  return { game: map.phaser, end: map.destroy }
}

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000))

/** Mounts a game in `div` (which must have a size), counts its frames and ends it. Needs a visible page. */
export async function mountBench(div: HTMLElement, options: BenchOptions): Promise<BenchResult> {
  const { game, end } = start(div, options)
  if (!game.isBooted) await new Promise((resolve) => game.events.once('ready', resolve))
  await seconds(options.warmUpSeconds ?? 1.5)
  let frames = 0
  let busy = 0
  let stepAt = 0
  game.events.on(Phaser.Core.Events.PRE_STEP, () => {
    stepAt = performance.now()
  })
  game.events.on(Phaser.Core.Events.POST_RENDER, () => {
    frames++
    busy += performance.now() - stepAt
  })
  const from = performance.now()
  await seconds(options.seconds)
  const elapsed = performance.now() - from
  const renderer = game.renderer.type === Phaser.WEBGL ? 'webgl' : 'canvas'
  const ended = new Promise((resolve) => game.events.once(Phaser.Core.Events.DESTROY, resolve))
  end()
  await ended
  return { fps: (frames * 1000) / elapsed, stepMs: frames === 0 ? 0 : busy / frames, renderer }
}
