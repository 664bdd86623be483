import { describe, expect, it, vi } from 'vitest'
import { type FileAttempt, parseAttemptFile } from '../../core/sim/file.ts'
import { serialiseBundle } from '../../core/sim/fileText.ts'
import { verifySeal } from '../../review/intake/verifySeal.ts'
import { fakeBrowser } from '../dexie/fakes.ts'
import { createDexieStore } from '../dexie/store.ts'
import { aHeader, aResult, attemptId, entriesFrom, finishedEntry } from '../fixtures.ts'
import { flakyStore } from '../flaky.ts'
import { createMemoryStore } from '../memory.ts'
import type { LocalStore } from '../ports.ts'
import { memorySeals } from './rows.ts'
import { createSealing } from './sealing.ts'
import { createSigner, type Signer } from './signer.ts'
import { aWorkstation } from './testing.ts'

const result = {
  ...aResult,
  dims: [{ points: 3, id: 'D1', max: 20 }],
  choice: { triage: null, class: null, priority: 'L1', right: { priority: 'L1', class: 'fire' } },
}

/** A finished, a left and an interrupted attempt, and an open one. */
async function work(store: LocalStore, first = 1): Promise<void> {
  const endings = ['finished', 'left', 'interrupted', null] as const
  for (const [i, status] of endings.entries()) {
    const id = attemptId(first + i)
    await store.create(aHeader(first + i))
    await store.append(id, entriesFrom(0, 40))
    if (status === 'finished' || status === 'left') {
      await store.append(id, [finishedEntry(40, status === 'left')])
    }
    if (status !== null) await store.close(id, status, status === 'finished' ? result : null)
  }
}

const ended = [3, 2, 1].map(attemptId)
const read = (text: string): readonly FileAttempt[] => {
  const { attempts, refused } = parseAttemptFile(text)
  expect(refused).toEqual([])
  return attempts
}
const sealsIn = (text: string) =>
  read(text).flatMap(({ attempt, seal }) => (seal ? [{ id: attempt.header.id, seal }] : []))
async function verdicts(text: string) {
  return Promise.all(
    read(text).map(async ({ attempt, status, result: sealed, seal }) =>
      seal ? verifySeal(seal, attempt.header, status, sealed, attempt.entries) : 'unsealed',
    ),
  )
}

const station = (signer: Signer = aWorkstation()) => ({ signer, seals: memorySeals() })
/** A signer that fails for as long as `broken.now`. */
function failing(broken: { now: boolean }): Signer {
  const good = aWorkstation()
  return {
    station: () => good.station(),
    sign: (...given) =>
      broken.now ? Promise.reject(new Error('no key just now')) : good.sign(...given),
  }
}

describe('a store', () => {
  it('seals what ends in it, in files of one attempt and of many', async () => {
    const store = createMemoryStore({ station: station() })
    await work(store)
    const text = await store.export({})
    expect(sealsIn(text).map(({ id }) => id)).toEqual(ended)
    expect(sealsIn(text).every(({ seal }) => seal.late === undefined)).toBe(true)
    expect(await verdicts(text)).toEqual(['unsealed', 'good', 'good', 'good'])
    const own = await store.workstation()
    expect(own).toMatchObject({ ok: true, id: sealsIn(text)[0]?.seal.station })
    for (const id of ended)
      expect(await verdicts(await store.export({ attempt: id }))).toEqual(['good'])
    expect(await store.export({})).toBe(text)
  })

  it('keeps the seals of files, whatever it finds their totals to be, and gives them on', async () => {
    const from = createMemoryStore({ station: station() })
    await work(from)
    const text = await from.export({ status: 'finished' })
    const other = { ...aResult, total: 12 }
    const to = createMemoryStore({
      station: station(),
      verify: () => ({ ok: true, result: other }),
    })
    await to.import(text)
    expect((await to.get(attemptId(1)))?.result).toEqual(other)
    expect(read(await to.export({}))).toEqual(read(text))
    expect(await verdicts(await to.export({}))).toEqual(['good'])
    const all = await from.export({})
    expect((await to.import(all)).known).toEqual([attemptId(1)])
    expect(read(await to.export({}))).toEqual(read(all))
  })

  it('learns the seal of an attempt that it took in before that was sealed', async () => {
    const from = createMemoryStore({ station: station() })
    await work(from)
    const text = await from.export({ attempt: attemptId(1) })
    const unsealed = read(text).map(({ seal: _, ...rest }) => rest)
    const to = createMemoryStore({ station: station() })
    await to.import(serialiseBundle(unsealed, []))
    expect(await verdicts(await to.export({}))).toEqual(['unsealed'])
    expect((await to.import(text)).known).toEqual([attemptId(1)])
    expect(read(await to.export({ attempt: attemptId(1) }))).toEqual(read(text))
  })

  it('never seals what came by a file, nor takes a seal for what ended here', async () => {
    const plain = createMemoryStore()
    await work(plain)
    const to = createMemoryStore({ station: station() })
    await to.import(await plain.export({}))
    expect(sealsIn(await to.export({}))).toEqual([])
    expect(sealsIn(await to.export({ attempt: attemptId(1) }))).toEqual([])

    const broken = { now: true }
    const victim = createMemoryStore({ station: station(failing(broken)) })
    await work(victim)
    const [mine] = read(await victim.export({ attempt: attemptId(1) }))
    const junk = await aWorkstation().sign(aHeader(9), 'finished', null, entriesFrom(0, 41), false)
    if (mine) await victim.import(serialiseBundle([{ ...mine, seal: junk }], []))
    expect(sealsIn(await victim.export({}))).toEqual([])
  })

  it('seals late what it could not seal in time, and loses no attempt by it', async () => {
    const broken = { now: true }
    const store = createMemoryStore({ station: station(failing(broken)) })
    await work(store)
    expect((await store.get(attemptId(1)))?.status).toBe('finished')
    expect(sealsIn(await store.export({}))).toEqual([])
    broken.now = false
    const one = await store.export({ attempt: attemptId(1) })
    expect(sealsIn(one)).toMatchObject([{ seal: { late: true } }])
    const text = await store.export({})
    expect(sealsIn(text)).toMatchObject(ended.map((id) => ({ id, seal: { late: true } })))
    expect(await verdicts(text)).toEqual(['unsealed', 'good', 'good', 'good'])
    expect(sealsIn(text)[2]?.seal).toEqual(sealsIn(one)[0]?.seal)
  })

  it('seals what ended but could not be written, and does not wait for that', async () => {
    const good = flakyStore(undefined, createSealing(aWorkstation(), memorySeals()))
    await work(good.store).catch(() => {})
    await good.store
      .append(attemptId(1), [...entriesFrom(0, 40), finishedEntry(40)])
      .catch(() => {})
    await good.store.close(attemptId(1), 'finished', result).catch(() => {})
    expect(await verdicts((await good.store.exportWaiting()) ?? '')).toEqual(['good'])
    good.store.dispose()

    const never: Signer = {
      station: () => new Promise(() => {}),
      sign: () => new Promise(() => {}),
    }
    const stuck = flakyStore(undefined, createSealing(never, memorySeals()))
    await stuck.store.create(aHeader(1)).catch(() => {})
    await stuck.store.close(attemptId(1), 'interrupted', null).catch(() => {})
    vi.useFakeTimers()
    const text = stuck.store.exportWaiting()
    await vi.advanceTimersByTimeAsync(5_000)
    vi.useRealTimers()
    expect(await verdicts((await text) ?? '')).toEqual(['unsealed'])
    stuck.store.dispose()
  })

  it('says why nothing is sealed where the page has no WebCrypto', async () => {
    const signer = createSigner({ key: (make) => make() }, null)
    const store = createMemoryStore({ station: station(signer) })
    await work(store)
    expect(await store.workstation()).toEqual({ ok: false, why: 'insecure' })
    expect(sealsIn(await store.export({}))).toEqual([])
    expect(await store.list({ status: 'finished' })).toHaveLength(1)
  })
})

describe('this browser', () => {
  it('has one key for good, which nobody can read out', async () => {
    const browser = fakeBrowser()
    const one = browser.open().store
    const two = browser.open().store
    const [first, second] = await Promise.all([one.workstation(), two.workstation()])
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual(first)
    one.dispose()
    two.dispose()
    const later = browser.open().store
    expect(await later.workstation()).toEqual(first)
    const elsewhere = fakeBrowser().open().store
    expect(await elsewhere.workstation()).not.toEqual(first)
    const stored = await storedPair(browser.engine.indexedDB)
    await expect(crypto.subtle.exportKey('pkcs8', stored.privateKey)).rejects.toThrow()
    later.dispose()
  })

  it('keeps seals from one opening to the next', async () => {
    const browser = fakeBrowser()
    const before = browser.open().store
    await work(before)
    const text = await before.export({})
    before.dispose()
    const after = browser.open().store
    expect(await after.export({})).toBe(text)
    expect(await verdicts(text)).toEqual(['unsealed', 'good', 'good', 'good'])
    const other = fakeBrowser().open().store
    await other.import(text)
    expect(read(await other.export({}))).toEqual(read(text))
    expect(await verdicts(await other.export({}))).toEqual(['unsealed', 'good', 'good', 'good'])
    after.dispose()
    other.dispose()
  })

  it('has no key where storage is denied, but gives on what files brought', async () => {
    const from = createMemoryStore({ station: station() })
    await work(from)
    const text = await from.export({})
    const denied = createDexieStore('none', { locks: null })
    expect(await denied.workstation()).toEqual({ ok: false, why: 'no-place' })
    await denied.import(text)
    await work(denied, 11)
    const out = await denied.export({})
    expect(sealsIn(out)).toEqual(sealsIn(text))
    expect(read(out)).toHaveLength(8)
    denied.dispose()
  })

  it('seals late what a killed tab had closed', async () => {
    const { engine } = fakeBrowser()
    const killed = createDexieStore('test', {
      engine,
      locks: null,
      signer: failing({ now: true }),
    })
    await work(killed)
    killed.dispose()
    const next = createDexieStore('test', { engine, locks: null })
    expect(sealsIn(await next.export({}))).toMatchObject(
      ended.map((id) => ({ id, seal: { late: true } })),
    )
    next.dispose()
  })
})

function storedPair(indexedDB: IDBFactory): Promise<CryptoKeyPair> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('test-station')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const asked = opening.result.transaction('keys').objectStore('keys').get('own')
      asked.onerror = () => reject(asked.error)
      asked.onsuccess = () => resolve(asked.result.pair)
    }
  })
}
