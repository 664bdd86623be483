import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDexieStore } from './dexie/store.ts'
import { fakeLocks } from './fakeLocks.ts'
import {
  aHeader,
  anEntry,
  aResult,
  attemptId,
  entriesFrom,
  finishedEntry,
  someone,
} from './fixtures.ts'
import { createMemoryStore } from './memory.ts'
import { createMemoryWorld } from './memoryRows.ts'
import type { LocalStore } from './ports.ts'

/** One browser: each call opens another tab of it. */
type Browser = () => () => LocalStore

const memory: Browser = () => {
  const world = createMemoryWorld()
  return () => createMemoryStore({ world })
}
const dexie: Browser = () => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange }
  const locks = fakeLocks()
  return () => createDexieStore('test', { engine, locks: locks.tab() })
}

describe.each([
  ['memory', memory],
  ['dexie', dexie],
])('a store in %s', (_name, browser) => {
  let tab: () => LocalStore
  let store: LocalStore
  const opened: LocalStore[] = []
  beforeEach(() => {
    const open = browser()
    tab = () => {
      const one = open()
      opened.push(one)
      return one
    }
    store = tab()
  })
  afterEach(() => {
    for (const one of opened.splice(0)) one.dispose()
  })
  const id = attemptId(1)

  it('keeps trainees in the order of their making', async () => {
    const later = { ...someone, id: 't-0', createdAt: someone.createdAt + 1 }
    await store.addTrainee(someone)
    await store.addTrainee(later)
    await store.addTrainee(someone)
    expect(await store.trainees()).toEqual([someone, later])
    await expect(store.addTrainee({ ...someone, name: '别人' })).rejects.toMatchObject({
      problem: { kind: 'exists', id: someone.id },
    })
  })

  it('gives back what was appended, from another tab too', async () => {
    await store.create(aHeader(1))
    await store.append(id, entriesFrom(0, 3))
    await store.append(id, entriesFrom(3, 7))
    expect(await store.entries(id)).toEqual(entriesFrom(0, 7))
    const other = tab()
    expect(await other.entries(id)).toEqual(entriesFrom(0, 7))
    expect(await other.get(id)).toEqual({
      header: aHeader(1),
      status: 'open',
      entries: 7,
      result: null,
    })
    expect(await other.get(attemptId(9))).toBeNull()
    expect(await other.entries(attemptId(9))).toEqual([])
  })

  it('refuses an id that is taken', async () => {
    await store.create(aHeader(1))
    const refusal = { problem: { kind: 'exists', id }, kept: false }
    await expect(store.create(aHeader(1))).rejects.toMatchObject(refusal)
    store.dispose()
    await expect(tab().create(aHeader(1))).rejects.toMatchObject(refusal)
    await expect(tab().create(aHeader(1, { seed: 'other' }))).rejects.toMatchObject(refusal)
  })

  it('takes equal entries twice and refuses unequal ones with their n', async () => {
    await store.create(aHeader(1))
    await store.append(id, entriesFrom(0, 5))
    await store.append(id, entriesFrom(2, 6))
    expect(await store.entries(id)).toEqual(entriesFrom(0, 6))
    await expect(store.append(id, [anEntry(3), anEntry(4, 1), anEntry(6)])).rejects.toMatchObject({
      problem: { kind: 'conflict', n: 4 },
    })
    await expect(store.append(id, [anEntry(7)])).rejects.toMatchObject({
      problem: { kind: 'gap', n: 7, expected: 6 },
    })
    await expect(store.append(attemptId(2), [anEntry(0)])).rejects.toMatchObject({
      problem: { kind: 'missing' },
    })
    expect(await store.entries(id)).toEqual(entriesFrom(0, 6))
  })

  it('orders appends that nobody waits for', async () => {
    await store.create(aHeader(1))
    await Promise.all(Array.from({ length: 40 }, (_, n) => store.append(id, [anEntry(n)])))
    expect(await tab().entries(id)).toEqual(entriesFrom(0, 40))
  })

  it('does not change with the objects that it was given', async () => {
    await store.create(aHeader(1))
    const mine = { n: 0, at: 0, origin: 'script' as const, happening: { what: 'ringing' as const } }
    await store.append(id, [mine])
    mine.at = 99
    expect(await store.entries(id)).toMatchObject([{ at: 0 }])
  })

  it('closes once and for good', async () => {
    await store.create(aHeader(1))
    await store.append(id, [...entriesFrom(0, 2), finishedEntry(2)])
    await store.close(id, 'finished', aResult)
    const expected = { header: aHeader(1), status: 'finished', entries: 3, result: aResult }
    expect(await store.get(id)).toEqual(expected)
    expect(await tab().get(id)).toEqual(expected)
    await store.close(id, 'finished', aResult)
    await store.append(id, entriesFrom(0, 2))
    const final = { problem: { kind: 'final' } }
    await expect(store.close(id, 'left', null)).rejects.toMatchObject(final)
    await expect(store.append(id, [anEntry(3)])).rejects.toMatchObject(final)
    await expect(store.reopen(id)).rejects.toMatchObject(final)
    await expect(store.close(attemptId(5), 'left', null)).rejects.toMatchObject({
      problem: { kind: 'missing' },
    })
  })

  it('lets one tab at a time work on an attempt', async () => {
    await store.create(aHeader(1))
    await store.append(id, entriesFrom(0, 2))
    const other = tab()
    await expect(other.reopen(id)).rejects.toMatchObject({
      problem: { kind: 'second-tab', attempt: id },
    })
    await expect(other.append(id, [anEntry(2)])).rejects.toMatchObject({
      problem: { kind: 'not-held' },
    })
    await expect(other.close(id, 'left', null)).rejects.toMatchObject({
      problem: { kind: 'not-held' },
    })
    store.dispose()
    await other.reopen(id)
    await other.reopen(id)
    await other.append(id, entriesFrom(0, 4))
    await other.close(id, 'interrupted', null)
    expect(await tab().get(id)).toMatchObject({ status: 'interrupted', entries: 4 })
    await expect(other.reopen(attemptId(8))).rejects.toMatchObject({ problem: { kind: 'missing' } })
  })

  it('lists what fits, newest first', async () => {
    await store.create(aHeader(1))
    await store.create(aHeader(2, { mode: 'exam' }))
    await store.create(aHeader(3, { trainee: { id: 't-2', name: '王二', badge: '' } }))
    await store.create(aHeader(4, { scenario: { id: 'shop', version: 1, hash: 'cd'.repeat(32) } }))
    await store.close(attemptId(1), 'left', null)
    for (const each of [store, tab()]) {
      const ids = async (filter: Parameters<LocalStore['list']>[0]) =>
        (await each.list(filter)).map((one) => one.header.id)
      expect(await ids({})).toEqual([4, 3, 2, 1].map(attemptId))
      expect(await ids({ trainee: someone.id })).toEqual([4, 2, 1].map(attemptId))
      expect(await ids({ trainee: someone.id, mode: 'exam' })).toEqual([attemptId(2)])
      expect(await ids({ scenario: 'shop' })).toEqual([attemptId(4)])
      expect(await ids({ status: 'open' })).toEqual([4, 3, 2].map(attemptId))
      expect(await ids({ status: 'left', trainee: someone.id })).toEqual([attemptId(1)])
    }
  })

  it('says how much it holds without ever failing', async () => {
    expect(await store.health()).toEqual({ used: null, quota: null, persistent: false })
    expect(await store.persist()).toBe(false)
    expect(store.state()).toEqual({ waiting: 0, problem: null })
    expect(await store.exportWaiting()).toBeNull()
    expect(await store.retry()).toBe(true)
  })
})
