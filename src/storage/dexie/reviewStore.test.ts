import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { sheetFor } from '../../core/review/testing.ts'
import type { AttemptRow, Incoming } from '../review/ports.ts'
import { createReviewStore } from './reviewStore.ts'

const fresh = () => createReviewStore('test', { indexedDB: new IDBFactory(), IDBKeyRange })

const row = (id: string, some: Partial<AttemptRow> = {}): AttemptRow => ({
  id,
  digest: `d-${id}`,
  trainee: 't',
  name: '演甲01',
  badge: 'D0001',
  scenario: 'one',
  version: 1,
  at: 1,
  demo: false,
  station: null,
  file: 'a.json',
  standing: 'waiting',
  detail: '',
  n: null,
  ...some,
})
const bytes = (text: string) => new TextEncoder().encode(text)
const incoming = (id: string, some: Partial<AttemptRow> = {}): Incoming => ({
  row: row(id, some),
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
})
