import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../core/sim/journal.ts'
import { aHeader, attemptId, entriesFrom } from '../fixtures.ts'
import { fakeBrowser } from './fakes.ts'

const id = attemptId(1)

/** One life of a tab: batches appended, some without waiting, a pause in turns of the event loop, then the kill. */
const life = fc.record({
  batches: fc.array(fc.record({ size: fc.integer({ min: 1, max: 6 }), wait: fc.boolean() }), {
    maxLength: 8,
  }),
  pause: fc.nat(12),
})

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve))
}

describe('tabs killed at random moments', () => {
  it('lose no entry whose append had resolved, and leave no gap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 5 }), async (lives) => {
        const browser = fakeBrowser()
        let safe = 0
        let most = 0
        for (const [i, { batches, pause }] of lives.entries()) {
          const { store, locks } = browser.open()
          if (i === 0) await store.create(aHeader(1))
          else await store.reopen(id)
          const found: readonly Entry[] = await store.entries(id)
          expect(found.length).toBeGreaterThanOrEqual(safe)
          expect(found.length).toBeLessThanOrEqual(most)
          expect(found).toEqual(entriesFrom(0, found.length))
          safe = found.length
          let next = found.length
          for (const { size, wait } of batches) {
            const end = next + size
            const done = store.append(id, entriesFrom(next, end)).then(
              () => {
                safe = Math.max(safe, end)
              },
              () => {},
            )
            next = end
            most = Math.max(most, end)
            if (wait) await done
          }
          await turns(pause)
          // What had resolved by now must be there in the next life; the rest may be.
          const resolved = safe
          locks.kill()
          store.dispose()
          safe = resolved
        }
        const { store } = browser.open()
        const left = await store.entries(id)
        expect(left.length).toBeGreaterThanOrEqual(safe)
        expect(left).toEqual(entriesFrom(0, left.length))
        await store.reopen(id)
        await store.close(id, 'interrupted', null)
        expect(await store.get(id)).toMatchObject({ status: 'interrupted', entries: left.length })
        store.dispose()
      }),
      { numRuns: 60 },
    )
  })
})
