import { describe, expect, it } from 'vitest'
import { createMemoryStore } from '../../storage/memory.ts'
import { played } from './fixtures.ts'
import { createRetry, mayRetry, retryEntry } from './retry.ts'

const { header, journal } = played([
  [2000, { do: 'answer' }],
  [7000, { do: 'say', reply: 'open.calm' }],
])

describe('a retry from a moment', () => {
  it('sets in before what was done at that moment', () => {
    const n = retryEntry(journal, 7000)
    expect(journal[n]).toMatchObject({ origin: 'trainee', command: { do: 'say' } })
    expect(retryEntry(journal, 999_999)).toBe(journal.length)
  })

  it('is a new attempt of the same variant that names its parent', async () => {
    const store = createMemoryStore()
    const id = await createRetry(store, { ...header, demo: true }, journal, 7000, 1_800_000_000_000)
    const made = (await store.get(id))?.header
    expect(made).toMatchObject({
      seed: header.seed,
      mode: 'practice',
      from: { attempt: header.id, n: retryEntry(journal, 7000) },
      startedAt: 1_800_000_000_000 - 7000,
    })
    expect(made?.demo).toBeUndefined()
    store.dispose()
  })

  it('is not for exams', () => {
    expect(mayRetry({ mode: 'exam' })).toBe(false)
    expect(mayRetry({ mode: 'practice' })).toBe(true)
  })
})
