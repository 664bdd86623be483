import { IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aHeader, anEntry, attemptId, entriesFrom, someone } from '../fixtures.ts'
import type { LocalStore, StorageProblem } from '../ports.ts'
import { Database } from './database.ts'
import { type FakeBrowser, fakeBrowser } from './fakes.ts'
import { createDexieStore } from './store.ts'

const id = attemptId(1)
const soon = () => new Promise((resolve) => setTimeout(resolve, 30))

describe('the database under the store', () => {
  let browser: FakeBrowser
  let store: LocalStore
  let problems: StorageProblem[]
  beforeEach(() => {
    browser = fakeBrowser()
    store = browser.open().store
    problems = []
    store.onProblem((problem) => problems.push(problem))
  })
  afterEach(() => {
    store.dispose()
    vi.restoreAllMocks()
  })

  /** A newer program in another tab. */
  function newer(): Database {
    const db = new Database('test', browser.engine)
    db.version(2).stores({ notes: '&id' })
    db.on('blocked', () => false)
    return db
  }

  it('is written strictly, and only ever added to', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete')
    await store.addTrainee(someone)
    await store.create(aHeader(1))
    await store.append(id, entriesFrom(0, 5))
    await store.close(id, 'left', null)
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.length).toBeGreaterThanOrEqual(4)
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' })
    expect(put).not.toHaveBeenCalled()
    expect(remove).not.toHaveBeenCalled()
  })

  it('says so when it is full, and loses nothing', async () => {
    await store.create(aHeader(1))
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    await expect(store.append(id, [anEntry(0)])).rejects.toMatchObject({
      problem: { kind: 'full' },
      kept: true,
    })
    expect(problems).toEqual([{ kind: 'full' }])
    add.mockRestore()
    await store.append(id, [anEntry(1)])
    expect(await browser.open().store.entries(id)).toEqual(entriesFrom(0, 2))
    expect(store.state()).toEqual({ waiting: 0, problem: null })
  })

  it('makes way for a newer program at once when nothing is being worked on', async () => {
    await store.list({})
    const next = newer()
    await next.open()
    expect(problems).toEqual([{ kind: 'closed' }])
    // Our tables are the newer program's now: we neither read nor write them.
    await expect(store.list({})).rejects.toMatchObject({ problem: { kind: 'closed' } })
    await expect(store.create(aHeader(1))).rejects.toMatchObject({ problem: { kind: 'closed' } })
    expect(await store.entries(id)).toEqual([])
    next.close()
  })

  it('makes the newer program wait until the call is over', async () => {
    await store.create(aHeader(1))
    const next = newer()
    const opening = next.open()
    await soon()
    await store.append(id, entriesFrom(0, 3))
    expect(problems).toEqual([])
    await store.close(id, 'left', null)
    await opening
    expect(problems).toEqual([{ kind: 'closed' }])
    expect(await next.entries.count()).toBe(3)
    next.close()
  })

  it('tells when an older tab blocks it, and goes on when that tab closes', async () => {
    const older = await new Promise<{ close(): void }>((resolve, reject) => {
      const request = browser.engine.indexedDB.open('test', 5)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const listing = store.list({})
    await soon()
    expect(problems).toEqual([{ kind: 'blocked-upgrade' }])
    older.close()
    expect(await listing).toEqual([])
    expect(store.state().problem).toBeNull()
  })

  it('comes back after site data was cleared in the middle of a call', async () => {
    await store.create(aHeader(1))
    await store.append(id, entriesFrom(0, 3))
    const clear = new Database('test', browser.engine)
    await clear.open()
    await clear.entries.clear()
    await clear.attempts.clear()
    clear.close()
    await store.append(id, [anEntry(3)])
    expect(await browser.open().store.entries(id)).toEqual(entriesFrom(0, 4))
  })
})

describe('a browser that denies storage', () => {
  it.each(['SecurityError', 'InvalidStateError'])(
    'by %s leaves us memory, and says so',
    async (name) => {
      const indexedDB = new IDBFactory()
      vi.spyOn(indexedDB, 'open').mockImplementation(() => {
        throw new DOMException('denied', name)
      })
      const store = createDexieStore('test', { engine: { indexedDB, IDBKeyRange }, locks: null })
      const problems: StorageProblem[] = []
      store.onProblem((problem) => problems.push(problem))
      await store.addTrainee(someone)
      await store.create(aHeader(1))
      await store.append(id, entriesFrom(0, 3))
      await store.release(id)
      await store.reopen(id)
      await store.close(id, 'left', null)
      expect(await store.get(id)).toMatchObject({ status: 'left', entries: 3 })
      expect(await store.list({})).toHaveLength(1)
      expect(await store.export({})).toContain(id)
      expect(problems).toEqual([{ kind: 'private-mode' }])
      expect(store.state()).toEqual({ waiting: 0, problem: { kind: 'private-mode' } })
      store.dispose()
    },
  )

  it('by having none leaves us memory too', async () => {
    const store = createDexieStore('none', { locks: null })
    await store.create(aHeader(1))
    expect(store.state().problem).toEqual({ kind: 'private-mode' })
    store.dispose()
  })
})
