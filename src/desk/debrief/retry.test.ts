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

  it('sets in before the chosen one of several in the same millisecond', () => {
    const { journal: busy } = played([
      [2000, { do: 'answer' }],
      [7000, { do: 'tell', partner: 'power' }],
      [7000, { do: 'say', reply: 'open.calm' }],
    ])
    const said = busy.find((entry) => entry.origin === 'script' && entry.happening.what === 'said')
    expect(busy[retryEntry(busy, 7000)]).toMatchObject({ command: { do: 'tell' } })
    expect(busy[retryEntry(busy, 7000, said?.n)]).toMatchObject({ command: { do: 'say' } })
  })

  it('is a new attempt of the same variant that names its parent', async () => {
    const store = createMemoryStore()
    const at = { time: 7000, chosen: null }
    const id = await createRetry(store, { ...header, demo: true }, journal, at, 1_800_000_000_000)
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
