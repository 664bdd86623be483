import { describe, expect, it } from 'vitest'
import { anEntry, aTrial } from './fixtures.ts'
import type { Suggestion } from './next.ts'
import { groupsOf, narrowed, sealedRows, step } from './rows.ts'
import { sealedOrder } from './sealed.ts'

const entries = ['a', 'b', 'c'].map((id) => anEntry(id))
const suggestions: readonly Suggestion[] = [
  { scenario: 'c', group: 'due', reasons: [] },
  { scenario: 'a', group: 'new', reasons: [] },
  { scenario: 'b', group: 'new', reasons: [] },
]
const record = { last: aTrial('c', 1), bestClass: 90 }
const groups = groupsOf({ entries, suggestions, records: new Map([['c', record]]) })
const shape = (given: typeof groups) =>
  given.map(({ id, rows }) => [id, ...rows.map(({ number }) => number)].join(' '))

describe('the rows of the list', () => {
  it('stand in groups in the order of the suggestions, numbered by the library', () => {
    expect(shape(groups)).toEqual(['due 03', 'new 01 02'])
    expect(groups[0]?.rows[0]?.record).toBe(record)
    expect(groups[1]?.rows[0]?.record).toBeNull()
  })

  it('are narrowed by filter and search', () => {
    const all = new Set(['a', 'b', 'c'])
    expect(shape(narrowed(groups, 'all', all))).toEqual(['due 03', 'new 01 02'])
    expect(shape(narrowed(groups, 'new', all))).toEqual(['new 01 02'])
    expect(shape(narrowed(groups, 'due', new Set(['a'])))).toEqual([])
    expect(shape(narrowed(groups, 'all', new Set(['b'])))).toEqual(['new 02'])
  })

  it('are gone through round and round', () => {
    const rows = groups.flatMap((group) => group.rows)
    expect(step(rows, 'c', 1)?.entry.id).toBe('a')
    expect(step(rows, 'b', 1)?.entry.id).toBe('c')
    expect(step(rows, 'c', -1)?.entry.id).toBe('b')
    expect(step(rows, 'gone', 1)?.entry.id).toBe('c')
    expect(step([], 'c', 1)).toBeUndefined()
  })
})

describe('sealed calls', () => {
  const many = Array.from({ length: 12 }, (_, n) => anEntry(`call-${n}`))
  const ids = (trainee: string, day: string) => sealedOrder(many, trainee, day).map(({ id }) => id)

  it('are all there, in the same order all day, whatever order the library has', () => {
    const order = ids('t-1', '2025-12-15')
    expect([...order].sort()).toEqual(many.map(({ id }) => id).sort())
    expect(ids('t-1', '2025-12-15')).toEqual(order)
    expect(sealedOrder(many.toReversed(), 't-1', '2025-12-15').map(({ id }) => id)).toEqual(order)
  })

  it('stand in another order for another trainee and on another day', () => {
    const order = ids('t-1', '2025-12-15')
    expect(ids('t-2', '2025-12-15')).not.toEqual(order)
    expect(ids('t-1', '2025-12-16')).not.toEqual(order)
  })

  it('are spread evenly: no place belongs to one call', () => {
    const first = new Map<string, number>()
    for (let n = 0; n < 1200; n++) {
      const [id = ''] = ids(`t-${n}`, '2025-12-15')
      first.set(id, (first.get(id) ?? 0) + 1)
    }
    expect(first.size).toBe(12)
    for (const count of first.values()) expect(count).toBeGreaterThan(60)
  })

  it('are called by their place, and tell only of today', () => {
    const rows = sealedRows(many.slice(0, 2), new Map([['call-1', record]]))
    expect(rows.map(({ number, record }) => [number, record === null])).toEqual([
      ['A1', true],
      ['A2', false],
    ])
  })
})
