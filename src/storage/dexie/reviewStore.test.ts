import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { sheetFor } from '../../core/review/testing.ts'
import type { AttemptRow, Incoming } from '../review/ports.ts'
import { rowFor } from '../review/testing.ts'
import { FIRST_TABLES, type FirstRow } from './reviewDatabase.ts'
import { createReviewStore } from './reviewStore.ts'

const fresh = () => createReviewStore('test', { indexedDB: new IDBFactory(), IDBKeyRange })

const bytes = (text: string) => new TextEncoder().encode(text)
const incoming = (id: string, some: Partial<AttemptRow> = {}): Incoming => ({
  row: rowFor({ id, ...some }),
  text: bytes(`text of ${id}`),
})

describe('the review store', () => {
  it('takes an attempt in once, whatever comes later under its id', async () => {
    const store = fresh()
    await store.takeIn([incoming('a'), incoming('b')])
    const here = await store.takeIn([
      { ...incoming('a', { digest: 'other' }), text: bytes('other') },
      incoming('c'),
    ])
    expect([...here]).toEqual([['a', 'd-a']])
    await store.takeIn([incoming('d'), incoming('d', { digest: 'twice in one file' })])
    expect([...(await store.known(['a', 'b', 'c', 'd', 'x']))]).toEqual([
      ['a', 'd-a'],
      ['b', 'd-b'],
      ['c', 'd-c'],
      ['d', 'd-d'],
    ])
    expect([...(await store.texts(['c', 'a', 'x']))]).toEqual([
      ['c', bytes('text of c')],
      ['a', bytes('text of a')],
    ])
    // those that came in together
    const lists = (await store.waiting()).map((list) => list.map(({ id }) => id))
    expect(lists).toEqual([['a', 'b'], ['c'], ['d']])
  })

  it('keeps attempts of one scenario together, no more than fifty', async () => {
    const store = fresh()
    const batch = Array.from({ length: 130 }, (_, at) =>
      incoming(`${100 + at}`, { scenario: at % 2 === 0 ? 'one' : 'two', demo: at >= 120 }),
    )
    await store.takeIn(batch)
    const lists = (await store.waiting()).map((list) =>
      [...new Set(list.map(({ scenario, demo }) => `${scenario} ${demo} ${list.length}`))].join(),
    )
    expect(lists.sort()).toEqual([
      'one false 10',
      'one false 50',
      'one true 5',
      'two false 10',
      'two false 50',
      'two true 5',
    ])
    expect(await store.texts(['100', '229'])).toEqual(
      new Map([
        ['100', bytes('text of 100')],
        ['229', bytes('text of 229')],
      ]),
    )
  })

  it('keeps sheets of what counts and of nothing else', async () => {
    const store = fresh()
    await store.takeIn([incoming('a'), incoming('b')])
    const sheet = sheetFor({ attempt: 'a' })
    await store.judge([
      { id: 'a', standing: 'counted', detail: '', n: null, sheet, more: null },
      {
        id: 'b',
        standing: 'edited',
        detail: 'x',
        n: 3,
        sheet: sheetFor({ attempt: 'b' }),
        more: null,
      },
      {
        id: 'gone',
        standing: 'counted',
        detail: '',
        n: null,
        sheet: sheetFor({ attempt: 'gone' }),
        more: null,
      },
    ])
    expect(await store.sheets()).toEqual([sheet])
    expect(await store.row('b')).toMatchObject({ standing: 'edited', n: 3 })
    await store.reopen(['a', 'b'])
    // what counts already isn't asked again
    expect((await store.waiting()).flat().map(({ id }) => id)).toEqual(['b'])
  })

  it('removes a demonstration as a whole, and nothing else', async () => {
    const store = fresh()
    await store.takeIn([incoming('a', { demo: true, badge: 'D1' }), incoming('b', { badge: 'B1' })])
    await store.setPeople([
      { badge: 'D1', name: '演', group: 'g', term: 't' },
      { badge: 'B1', name: '学', group: 'g', term: 't' },
    ])
    const said = (id: string, attempt: string) =>
      store.remark({
        id,
        at: 1,
        by: 'x',
        what: { kind: 'comment', attempt, n: null, atMs: 0, text: 'x' },
      })
    await said('1', 'a')
    await said('2', 'b')
    expect(await store.removeDemo()).toBe(1)
    expect((await store.rows()).map(({ id }) => id)).toEqual(['b'])
    expect([...(await store.texts(['a', 'b'])).values()]).toEqual([bytes('text of b')])
    expect((await store.remarks()).map(({ id }) => id)).toEqual(['2'])
    expect((await store.people()).map(({ badge }) => badge)).toEqual(['B1'])
  })

  it('never says a remark anew', async () => {
    const store = fresh()
    const remark = {
      id: '1',
      at: 1,
      by: 'x',
      what: { kind: 'people', file: 'a', count: 1 },
    } as const
    await store.remark(remark)
    await expect(store.remark({ ...remark, by: 'y' })).rejects.toThrow()
    expect(await store.remarks()).toEqual([remark])
  })

  it('moves what an older program kept into packs, and loses none of it', async () => {
    const engine = { indexedDB: new IDBFactory(), IDBKeyRange }
    const old = new Dexie('test', engine)
    old.version(1).stores(FIRST_TABLES)
    const first = (id: string, place: number, some: Partial<FirstRow> = {}): FirstRow => {
      const { demo: _, ...rest } = rowFor({ id })
      return { ...rest, demo: 0, pack: 7, place, ...some }
    }
    await old.table('packs').bulkPut([
      { id: 7, texts: [bytes('text of gone'), bytes('text of a'), 'text of b'] },
      { id: 9, texts: ['text of c'] },
    ])
    await old
      .table('attempts')
      .bulkPut([
        first('b', 2, { standing: 'counted' }),
        first('a', 1),
        first('c', 0, { pack: 9, demo: 1, scenario: 'two' }),
      ])
    const sheet = sheetFor({ attempt: 'b' })
    await old.table('sheets').put(sheet)
    const detail = { attempt: 'b', scenario: 'one', lost: [], path: [] }
    await old.table('details').put(detail)
    const remark = { id: '1', at: 1, by: 'x', what: { kind: 'people', file: 'a', count: 1 } }
    await old.table('remarks').put(remark)
    old.close()

    const store = createReviewStore('test', engine)
    expect(await store.rows()).toEqual([
      rowFor({ id: 'a' }),
      rowFor({ id: 'b', standing: 'counted' }),
      rowFor({ id: 'c', demo: true, scenario: 'two' }),
    ])
    expect([...(await store.texts(['a', 'b', 'c'])).values()]).toEqual(
      ['text of a', 'text of b', 'text of c'].map(bytes),
    )
    expect((await store.waiting()).flat().map(({ id }) => id)).toEqual(['a', 'c'])
    expect(await store.sheets()).toEqual([sheet])
    expect(await store.details('one')).toEqual([detail])
    expect(await store.remarks()).toEqual([remark])
    const more = await store.takeIn([incoming('a'), incoming('d')])
    expect([...more.keys()]).toEqual(['a'])
    expect(await store.removeDemo()).toBe(1)
    expect((await store.rows()).map(({ id }) => id)).toEqual(['a', 'b', 'd'])
  })
})
