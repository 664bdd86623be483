import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowFor } from '../../storage/review/testing.ts'
import { deal } from './deal.ts'

const pack = (scenario: string, first: number, size: number) =>
  Array.from({ length: size }, (_, place) => rowFor({ id: `${first + place}`, scenario }))

/** What each thread is given if all work at the same speed. */
function played(packs: ReturnType<typeof pack>[], threads: number) {
  const next = deal(packs, threads)
  const given = Array.from({ length: threads }, () => [] as ReturnType<typeof pack>)
  for (let left = true; left; ) {
    left = false
    for (const [thread, list] of given.entries()) {
      const job = next(thread)
      if (!job) continue
      left = true
      list.push(...job)
    }
  }
  return given
}

describe('dealing out what waits', () => {
  it('gives each attempt to one thread, whatever came in', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 60 })), {
          maxLength: 30,
        }),
        fc.integer({ min: 1, max: 4 }),
        (sizes, threads) => {
          let id = 0
          const packs = sizes.map(([scenario, size]) => {
            id += size
            return pack(scenario, id, size)
          })
          const ids = packs.flat().map((row) => row.id)
          const given = played(packs, threads).flat()
          expect(given.map((row) => row.id).sort()).toEqual(ids.sort())
        },
      ),
    )
  })

  it('keeps a scenario with one thread where they share evenly', () => {
    const packs = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd'].map((id, at) => pack(id, at * 50, 50))
    const given = played(packs, 2).map((rows) => [...new Set(rows.map(({ scenario }) => scenario))])
    expect(given).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('lets whoever is done help out', () => {
    const given = played([pack('a', 0, 50), pack('a', 50, 50), pack('a', 100, 50)], 3)
    expect(given.map((rows) => rows.length)).toEqual([50, 50, 50])
    const next = deal([pack('a', 0, 50), pack('b', 50, 50), pack('c', 100, 50)], 2)
    const scenarios = [next(1), next(1), next(1), next(0)].map((job) => job?.[0]?.scenario)
    expect(scenarios).toEqual(['c', 'b', 'a', undefined])
  })

  it('puts small packs together', () => {
    const packs = Array.from({ length: 30 }, (_, at) => pack('a', at * 2, 2))
    expect(deal(packs, 1)(0)).toHaveLength(50)
  })
})
