import { describe, expect, it } from 'vitest'
import { aHeader, aResult, attemptId, entriesFrom, finishedEntry, someone } from './fixtures.ts'
import { createMemoryStore } from './memory.ts'
import { createMemoryWorld } from './memoryRows.ts'
import type { Able } from './ports.ts'

const able: Able = {
  engine: 1,
  hasScenario: (scenario) => scenario.id === 'crying-girl',
  resultOf: () => aResult,
}

describe('what a killed tab left behind', () => {
  it('is sorted into what goes on, what is elsewhere and what is over', async () => {
    const world = createMemoryWorld()
    const killed = createMemoryStore({ world })
    const shop = { id: 'shop', version: 1, hash: 'cd'.repeat(32) }
    await killed.create(aHeader(1))
    await killed.append(attemptId(1), entriesFrom(0, 4))
    await killed.create(aHeader(2, { engine: 2 }))
    await killed.create(aHeader(3, { scenario: shop }))
    await killed.create(aHeader(4))
    await killed.append(attemptId(4), [...entriesFrom(0, 4), finishedEntry(4)])
    await killed.create(aHeader(5))
    await killed.append(attemptId(5), [finishedEntry(0, true)])
    killed.dispose()
    const busy = createMemoryStore({ world })
    await busy.create(aHeader(6))
    const store = createMemoryStore({ world })
    await store.create(aHeader(7))

    const found = await store.sortOpen(someone.id, able)
    const ids = (list: readonly { header: { id: string } }[]) => list.map((one) => one.header.id)
    expect(ids(found.resumable)).toEqual([attemptId(7), attemptId(1)])
    expect(ids(found.elsewhere)).toEqual([attemptId(6)])
    expect(found.closed.map((one) => [one.header.id, one.status, one.result])).toEqual([
      [attemptId(5), 'left', null],
      [attemptId(4), 'finished', aResult],
      [attemptId(3), 'interrupted', null],
      [attemptId(2), 'interrupted', null],
    ])
    expect(store.holds(attemptId(7))).toBe(true)
    expect(store.holds(attemptId(1))).toBe(false)
    await store.reopen(attemptId(1))
    expect(await store.entries(attemptId(1))).toEqual(entriesFrom(0, 4))
  })
})
