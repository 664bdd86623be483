import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aHeader, anEntry, attemptId, entriesFrom } from '../fixtures.ts'
import type { Leases } from '../lease.ts'
import type { LocalStore, StorageProblem } from '../ports.ts'
import { Database } from './database.ts'
import { rowLeases } from './rowLeases.ts'
import { createDexieStore } from './store.ts'

const id = attemptId(1)

describe('leases without Web Locks', () => {
  let engine: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }
  let db: Database
  const ends: { dispose(): void }[] = []
  beforeEach(async () => {
    engine = { indexedDB: new IDBFactory(), IDBKeyRange }
    db = new Database('test', engine)
    await db.open()
  })
  afterEach(() => {
    for (const one of ends.splice(0)) one.dispose()
    db.close()
  })
  const tab = (): Leases => {
    const one = rowLeases(db, 'test', { beat: 20, stale: 150, answer: 60 })
    ends.push(one)
    return one
  }
  const store = (): LocalStore => {
    const one = createDexieStore('test', { engine, locks: null })
    ends.push(one)
    return one
  }

  it('go to one tab, and to the next when it lets go', async () => {
    const [a, b] = [tab(), tab()]
    expect(await a.take(id)).toBe(true)
    expect(await a.take(id)).toBe(true)
    expect(await b.take(id)).toBe(false)
    expect(await b.take(attemptId(2))).toBe(true)
    a.release(id)
    expect(await b.take(id)).toBe(true)
    expect(await a.take(id)).toBe(false)
  })

  it('stay with a tab whose timers sleep, because it answers', async () => {
    const [a, b] = [tab(), tab()]
    await a.take(id)
    const row = await db.leases.get(id)
    await db.leases.put({ attempt: id, holder: row?.holder ?? '', beat: Date.now() - 60_000 })
    expect(await b.take(id)).toBe(false)
  })

  it('free themselves when the tab is killed, whatever the clock did', async () => {
    await db.leases.bulkAdd([
      { attempt: attemptId(1), holder: 'killed', beat: Date.now() },
      { attempt: attemptId(2), holder: 'killed', beat: Date.now() - 1_000_000 },
      { attempt: attemptId(3), holder: 'killed', beat: Date.now() + 1_000_000 },
    ])
    const a = tab()
    for (const i of [1, 2, 3]) expect(await a.take(attemptId(i))).toBe(true)
  })

  it('fence off a frozen tab that wakes up after another took over', async () => {
    const frozen = store()
    const problems: StorageProblem[] = []
    frozen.onProblem((problem) => problems.push(problem))
    await frozen.create(aHeader(1))
    await frozen.append(id, entriesFrom(0, 2))
    await db.leases.clear()
    expect(await tab().take(id)).toBe(true)
    await expect(frozen.append(id, [anEntry(2)])).rejects.toMatchObject({
      problem: { kind: 'second-tab', attempt: id },
      kept: true,
    })
    expect(problems).toEqual([{ kind: 'second-tab', attempt: id }])
    expect(await db.entries.count()).toBe(2)
    expect(await frozen.exportWaiting()).toContain('"n":2')
  })

  it('serve a store from beginning to end', async () => {
    const [one, other] = [store(), store()]
    await one.create(aHeader(1))
    await one.append(id, entriesFrom(0, 2))
    await expect(other.reopen(id)).rejects.toMatchObject({ problem: { kind: 'second-tab' } })
    await db.leases.clear()
    await one.append(id, [anEntry(2)])
    await one.release(id)
    await other.reopen(id)
    await other.append(id, [anEntry(3)])
    await other.close(id, 'left', null)
    expect(await one.get(id)).toMatchObject({ status: 'left', entries: 4 })
  })
})
