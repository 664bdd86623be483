import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionAt } from './along.ts'
import { buildGraph, shortestFrom } from './graph.ts'
import { loadCity } from './load.ts'
import { distance, nearestOn } from './point.ts'
import { route } from './route.ts'
import { tinyFiles } from './tiny.ts'

function tiny() {
  const loaded = loadCity(tinyFiles())
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.city
}

const city = tiny()
const metre = fc.record({ x: fc.nat(1000), y: fc.nat(1000) })

describe('routes', () => {
  it('drives to the road, along it and off it again', () => {
    // 100 m at 36 km/h from (400, 500) to the crossing, 400 m at 72 km/h, then 50 m on foot.
    expect(route({ x: 400, y: 500 }, { x: 550, y: 900 }, city)).toEqual({
      points: [
        { x: 400, y: 500 },
        { x: 500, y: 500 },
        { x: 500, y: 900 },
        { x: 550, y: 900 },
      ],
      atMs: [0, 10_000, 30_000, 42_000],
      metres: 550,
      ms: 42_000,
    })
  })

  it('stays on one stretch of road if both ends lie there, and stands still for no way at all', () => {
    expect(route({ x: 100, y: 500 }, { x: 300, y: 500 }, city)).toMatchObject({
      metres: 200,
      ms: 20_000,
    })
    expect(route({ x: 7, y: 7 }, { x: 7, y: 7 }, city).points[0]).toEqual({ x: 7, y: 7 })
  })

  it('is the same from a fresh city, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(metre, metre), { maxLength: 6 }),
        metre,
        metre,
        (before, from, to) => {
          const used = tiny()
          for (const [a, b] of before) route(a, b, used)
          expect(route(from, to, used)).toEqual(route(from, to, tiny()))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('joins its ends, in integers, and never goes back in time', () => {
    fc.assert(
      fc.property(metre, metre, (from, to) => {
        const { points, atMs, metres, ms } = route(from, to, city)
        expect(points[0]).toEqual(from)
        expect(points.at(-1)).toEqual(to)
        expect(points).toHaveLength(atMs.length)
        expect(atMs.at(-1)).toBe(ms)
        expect(metres).toBeGreaterThanOrEqual(distance(from, to) - points.length)
        for (const [index, time] of atMs.entries()) {
          expect(Number.isInteger(time)).toBe(true)
          if (index > 0) expect(time).toBeGreaterThan(atMs[index - 1] ?? Infinity)
        }
      }),
    )
  })

  it('takes no longer by a third place than straight there, but for rounding', () => {
    const onRoad = fc.oneof(
      fc.nat(1000).map((x) => ({ x, y: 500 })),
      fc.nat(1000).map((y) => ({ x: 500, y })),
    )
    fc.assert(
      fc.property(onRoad, onRoad, onRoad, (a, b, c) => {
        const direct = route(a, c, city).ms
        expect(direct).toBeLessThanOrEqual(route(a, b, city).ms + route(b, c, city).ms + 4)
        expect(route(c, a, city).ms).toBe(direct)
      }),
    )
  })
})

describe('a position on the way', () => {
  it('is monotonic: later means no nearer to the start along the way, and never off it', () => {
    fc.assert(
      fc.property(
        metre,
        metre,
        fc.array(fc.integer({ min: -1000, max: 200_000 }), { minLength: 2 }),
        (from, to, times) => {
          const drive = route(from, to, city)
          let before = 0
          for (const time of [...times].sort((a, b) => a - b)) {
            const at = positionAt(drive, time)
            expect(Number.isInteger(at.x) && Number.isInteger(at.y)).toBe(true)
            // Metres driven up to this point.
            let driven = 0
            for (const [index, point] of drive.points.entries()) {
              const next = drive.points[index + 1]
              if (!next || (drive.atMs[index + 1] ?? 0) > time) {
                driven += distance(point, at)
                if (next) expect(distance(nearestOn(point, next, at), at)).toBeLessThanOrEqual(1)
                break
              }
              driven += distance(point, next)
            }
            expect(driven).toBeGreaterThanOrEqual(before)
            before = driven
          }
        },
      ),
    )
  })

  it('is the start before leaving and the end after arriving', () => {
    const drive = route({ x: 400, y: 500 }, { x: 550, y: 900 }, city)
    expect(positionAt(drive, -5)).toEqual({ x: 400, y: 500 })
    expect(positionAt(drive, 5000)).toEqual({ x: 450, y: 500 })
    expect(positionAt(drive, 99_999_999)).toEqual({ x: 550, y: 900 })
  })
})

describe('the road net', () => {
  it('prefers the lower node among equal times', () => {
    // A square: both ways round take as long.
    const corners = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
      { x: 0, y: 100 },
      { x: 0, y: 0 },
    ]
    const { via } = shortestFrom(buildGraph([{ speed: 36, points: corners }]), 0)
    expect(via).toEqual([-1, 0, 1, 0])
  })

  it('agrees with trying every way, on random nets', () => {
    const net = fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: 5, max: 90 })), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(net, (roads) => {
        const at = (n: number) => ({ x: n * n * 37, y: n * 211 })
        const graph = buildGraph(roads.map(([a, b, speed]) => ({ speed, points: [at(a), at(b)] })))
        const size = graph.nodes.length
        const times = graph.nodes.map((_, node) => (node === 0 ? 0 : Infinity))
        for (let round = 0; round < size; round += 1) {
          for (const { a, b, ms } of graph.edges) {
            times[a] = Math.min(times[a] ?? 0, (times[b] ?? 0) + ms)
            times[b] = Math.min(times[b] ?? 0, (times[a] ?? 0) + ms)
          }
        }
        expect(shortestFrom(graph, 0).ms).toEqual(times)
      }),
    )
  })
})
