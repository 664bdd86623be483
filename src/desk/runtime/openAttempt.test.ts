import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../core/city/graph.ts'
import type { Header } from '../../core/sim/attempt.ts'
import { gridAtlas } from '../../core/testing/atlas.ts'
import { scenarioFrom } from '../../core/testing/drive.ts'
import { createMemoryStore } from '../../storage/memory.ts'
import { createMemoryWorld } from '../../storage/memoryRows.ts'
import type { LocalStore } from '../../storage/ports.ts'
import { LibraryError } from '../../ui/library/fault.ts'
import type { Library } from '../../ui/library/library.ts'
import { fakeRun, fakeSession } from './fakes.ts'
import { headerFrom } from './newAttempt.ts'
import { type OpenedCall, openAttempt } from './openAttempt.ts'

const HASH = '0'.repeat(64)
const never = () => Promise.reject(new Error('not needed here'))

function libraryWith(hash = HASH): Library {
  return {
    taxonomy: never,
    rubric: never,
    scenario: async () => ({ scenario: scenarioFrom(), hash }),
    // the simulation needs only the atlas of a city
    city: async () => ({
      atlas: gridAtlas,
      city: {
        id: 'grid',
        name: { zh: '格子镇', en: 'Grid' },
        bounds: { width: 5000, height: 5000 },
        plane: {
          west: 0,
          north: 0,
          metresPerDegreeLon: 1,
          metresPerDegreeLat: 1,
          width: 1,
          height: 1,
        },
        districts: [],
        roads: [],
        water: [],
        land: [],
        landmarks: new Map(),
        stations: [],
        units: [],
        partners: [],
        graph: buildGraph([]),
      },
    }),
  }
}

async function opened(store: LocalStore, id: string): Promise<OpenedCall> {
  const result = await openAttempt(store, libraryWith(), id)
  if (result.kind !== 'call') throw new Error(`opened as ${result.kind}`)
  return result.call
}

/** Plays a while and leaves, as a killed tab does: with all that was stored. */
async function played(store: LocalStore): Promise<Header> {
  const session = fakeSession('coaching')
  await store.create(session.header)
  const { runner, frames } = fakeRun('coaching', store, 0, session)
  runner.start()
  frames.run(2500)
  runner.do({ do: 'answer' }, frames.wall())
  frames.run(7000)
  runner.do({ do: 'say', reply: 'open.calm' }, frames.wall())
  frames.run(9000)
  runner.do({ do: 'set', change: { field: 'priority', value: 'L2' } }, frames.wall())
  frames.run(1000)
  runner.observe({ saw: 'hidden' }, frames.wall())
  runner.do({ do: 'send', unit: 'north-1' }, frames.wall())
  frames.run(8000)
  await runner.stop()
  return session.header
}

describe('opening an attempt', () => {
  it('begins a new one at its first ring', async () => {
    const store = createMemoryStore()
    const { header } = fakeSession('practice')
    await store.create(header)
    const call = await opened(store, header.id)
    expect([call.resumed, call.written, call.session.now]).toEqual([false, 0, 0])
    expect(call.session.view().line.state).toBe('ringing')
  })

  it('takes a killed one up where its journal ends, whatever entry was the last', async () => {
    const store = createMemoryStore()
    const { id } = await played(store)
    const all = await store.entries(id)
    expect(all.length).toBeGreaterThan(15)
    for (let kept = 1; kept <= all.length; kept += 1) {
      const other = createMemoryStore()
      const { header } = fakeSession('coaching')
      await other.create(header)
      await other.append(header.id, all.slice(0, kept))
      const call = await opened(other, header.id)
      expect([kept, call.written, call.resumed]).toEqual([kept, kept, true])
      expect(call.session.journal.slice(0, kept)).toEqual(all.slice(0, kept))
      expect(call.session.now).toBe(all[kept - 1]?.at)
      // and it goes on: what comes next is stored behind
      const { runner, frames } = fakeRun('coaching', other, kept, call.session)
      runner.start()
      runner.observe({ saw: 'resumed-after-kill', gap: 7 }, frames.wall())
      frames.run(3000)
      await runner.stop()
      expect(await other.entries(header.id)).toEqual(call.session.journal)
    }
  })

  it('marks one interrupted that another engine or another text made', async () => {
    const store = createMemoryStore()
    const old = { ...fakeSession('practice').header, engine: 999 }
    await store.create(old)
    expect(await openAttempt(store, libraryWith(), old.id)).toEqual({
      kind: 'interrupted',
      why: 'engine',
    })
    expect((await store.get(old.id))?.status).toBe('interrupted')

    const changed = createMemoryStore()
    const { id } = await played(changed)
    expect(await openAttempt(changed, libraryWith('f'.repeat(64)), id)).toEqual({
      kind: 'interrupted',
      why: 'scenario',
    })
    expect(await openAttempt(changed, libraryWith(), id)).toEqual({
      kind: 'over',
      status: 'interrupted',
    })
  })

  it('marks one interrupted whose journal replays differently', async () => {
    const store = createMemoryStore()
    const { header } = fakeSession('practice')
    await store.create(header)
    await store.append(header.id, [
      { n: 0, at: 0, origin: 'script', happening: { what: 'ringing' } },
      { n: 1, at: 10, origin: 'script', happening: { what: 'connected' } },
    ])
    expect(await openAttempt(store, libraryWith(), header.id)).toEqual({
      kind: 'interrupted',
      why: 'replay',
    })
  })

  it('leaves alone what another tab works on, and says when there is none', async () => {
    const world = createMemoryWorld()
    const { header } = fakeSession('practice')
    await createMemoryStore({ world }).create(header)
    const here = createMemoryStore({ world })
    expect(await openAttempt(here, libraryWith(), header.id)).toEqual({ kind: 'elsewhere' })
    expect(await openAttempt(here, libraryWith(), 'nothing')).toEqual({ kind: 'missing' })
  })

  it('hands over the faults of a broken file and leaves the attempt open', async () => {
    const store = createMemoryStore()
    const { header } = fakeSession('practice')
    await store.create(header)
    const error = new LibraryError([])
    const broken = { ...libraryWith(), scenario: () => Promise.reject(error) }
    expect(await openAttempt(store, broken, header.id)).toEqual({ kind: 'broken', error })
    expect((await store.get(header.id))?.status).toBe('open')
  })

  it('goes on from a moment of another attempt with its inputs before', async () => {
    const store = createMemoryStore()
    const old = await played(store)
    const journal = await store.entries(old.id)
    const set = journal.find((entry) => entry.origin === 'trainee' && entry.command.do === 'set')
    if (!set) throw new Error('nothing was set')
    const header = headerFrom(old, store.newId(), set.n, set.at, 1_700_000_100_000)
    expect(header.startedAt).toBe(1_700_000_100_000 - set.at)
    await store.create(header)
    const call = await opened(store, header.id)
    expect(call.session.now).toBe(set.at)
    expect(call.session.view().record.priority).toBe(null)
    const said = call.session.journal.filter((entry) => entry.origin === 'trainee')
    expect(said).toEqual(journal.slice(0, set.n).filter((entry) => entry.origin === 'trainee'))

    // killed while the first inputs were being stored: nothing is lost
    await store.append(header.id, call.session.journal.slice(0, 2))
    const again = await opened(store, header.id)
    expect(again.session.journal).toEqual(call.session.journal)
    expect(again.written).toBe(2)
  })
})
