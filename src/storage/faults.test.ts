import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aHeader, anEntry, attemptId, entriesFrom } from './fixtures.ts'
import { type Flaky, flakyStore } from './flaky.ts'
import { createMemoryStore } from './memory.ts'
import type { StorageProblem, StorageState } from './ports.ts'

const id = attemptId(1)
const full: StorageProblem = { kind: 'full' }

describe('a store whose disk fails', () => {
  let flaky: Flaky
  const problems: StorageProblem[] = []
  const states: StorageState[] = []
  beforeEach(async () => {
    vi.useFakeTimers()
    flaky = flakyStore()
    flaky.fail(null)
    problems.length = 0
    states.length = 0
    flaky.store.onProblem((problem) => problems.push(problem))
    flaky.store.onState((state) => states.push(state))
    await flaky.store.create(aHeader(1))
    await flaky.store.append(id, entriesFrom(0, 3))
  })
  afterEach(() => {
    flaky.store.dispose()
    vi.useRealTimers()
  })

  it('keeps what it cannot write, shows it, and writes it later by itself', async () => {
    const { store, world } = flaky
    flaky.fail(full)
    const kept = { problem: full, kept: true }
    await expect(store.append(id, entriesFrom(3, 5))).rejects.toMatchObject(kept)
    await expect(store.append(id, entriesFrom(5, 6))).rejects.toMatchObject(kept)
    expect(problems).toEqual([full])
    expect(store.state()).toEqual({ waiting: 3, problem: full })
    expect(await store.entries(id)).toEqual(entriesFrom(0, 6))
    expect(world.attempts.get(id)?.entries).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(store.state().waiting).toBe(3)
    flaky.fail(null)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(world.attempts.get(id)?.entries).toEqual(entriesFrom(0, 6))
    expect(store.state()).toEqual({ waiting: 0, problem: null })
    expect(states.at(-1)).toEqual({ waiting: 0, problem: null })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('writes what waits with the next entry, in order', async () => {
    const { store, world } = flaky
    flaky.fail({ kind: 'closed' })
    await expect(store.append(id, [anEntry(3)])).rejects.toThrow('closed')
    flaky.fail(null)
    await store.append(id, [anEntry(4)])
    expect(world.attempts.get(id)?.entries).toEqual(entriesFrom(0, 5))
    expect(await store.retry()).toBe(true)
  })

  it('keeps an attempt that could not even be begun', async () => {
    const { store, world } = flaky
    flaky.fail(full)
    await expect(store.create(aHeader(2))).rejects.toMatchObject({ problem: full, kept: true })
    await expect(store.append(attemptId(2), [anEntry(0)])).rejects.toMatchObject({ kept: true })
    await expect(store.close(attemptId(2), 'left', null)).rejects.toMatchObject({ kept: true })
    expect((await store.list({})).map((one) => one.header.id)).toEqual([attemptId(2), id])
    expect((await store.list({ status: 'left' })).map((one) => one.header.id)).toEqual([
      attemptId(2),
    ])
    flaky.fail(null)
    expect(await store.retry()).toBe(true)
    expect(world.attempts.get(attemptId(2))).toMatchObject({ close: { status: 'left' } })
    expect(store.holds(attemptId(2))).toBe(false)
  })

  it('tells a late listener of the problem that stands', async () => {
    flaky.fail(full)
    await flaky.store.append(id, [anEntry(3)]).catch(() => {})
    const seen: StorageProblem[] = []
    flaky.store.onProblem((problem) => seen.push(problem))
    const stop = flaky.store.onProblem((problem) => seen.push(problem))
    stop()
    await vi.advanceTimersByTimeAsync(0)
    expect(seen).toEqual([full])
  })

  it('writes everything again when the rows vanish under it', async () => {
    const { store, world } = flaky
    world.attempts.clear()
    await store.append(id, [anEntry(3)])
    expect(world.attempts.get(id)?.entries).toEqual(entriesFrom(0, 4))
    world.attempts.get(id)?.entries.splice(2)
    await store.append(id, [anEntry(4)])
    expect(world.attempts.get(id)?.entries).toEqual(entriesFrom(0, 5))
  })

  it('stops, and keeps its own journal, when the stored one went another way', async () => {
    const { store, world } = flaky
    world.leases.clear()
    const other = createMemoryStore({ world })
    await other.reopen(id)
    await other.append(id, [anEntry(3, 1)])
    const conflict = { problem: { kind: 'conflict', attempt: id, n: 3 }, kept: true }
    await expect(store.append(id, [anEntry(3)])).rejects.toMatchObject(conflict)
    await expect(store.append(id, [anEntry(4)])).rejects.toMatchObject(conflict)
    await expect(store.release(id)).rejects.toMatchObject(conflict)
    expect(await store.retry()).toBe(false)
    expect(await store.exportWaiting()).toContain('"n":3')
    expect(await other.entries(id)).toEqual([...entriesFrom(0, 3), anEntry(3, 1)])
  })

  it('fails a read with the problem and recovers', async () => {
    const { store } = flaky
    const unknown: StorageProblem = { kind: 'unknown', detail: 'odd' }
    flaky.fail(unknown)
    await expect(store.list({})).rejects.toMatchObject({ problem: unknown, kept: false })
    expect(problems).toEqual([unknown])
    flaky.fail(null)
    expect(await store.list({})).toHaveLength(1)
    expect(store.state().problem).toBeNull()
  })

  it('leaves an attempt for later', async () => {
    const { store, world } = flaky
    expect(store.holds(id)).toBe(true)
    await store.release(id)
    expect(store.holds(id)).toBe(false)
    expect(world.leases.size).toBe(0)
    await store.release(id)
    const other = createMemoryStore({ world })
    await other.reopen(id)
    await other.append(id, [anEntry(3)])
  })
})
