import { describe, expect, it } from 'vitest'
import type { Entry } from '../../core/sim/journal.ts'
import { StorageError, type StorageProblem, type StorageRefusal } from '../../storage/ports.ts'
import { JournalWriter } from './journalWriter.ts'

const entries = (count: number): Entry[] =>
  Array.from({ length: count }, (_, n) => ({
    n,
    at: n,
    origin: 'script',
    happening: { what: 'silence', count: n },
  }))

const failure = (problem: StorageProblem | StorageRefusal, kept = false) =>
  new StorageError(problem, { kept })

/** A store that answers each append when told to. */
function slowStore(answers: (Error | null)[] = []) {
  const asked: number[][] = []
  const open: (() => void)[] = []
  let reopened = 0
  return {
    asked,
    get reopened() {
      return reopened
    },
    go: () => open.shift()?.(),
    store: {
      append: (_: string, batch: readonly Entry[]) => {
        asked.push(batch.map(({ n }) => n))
        return new Promise<void>((resolve, reject) => {
          open.push(() => {
            const answer = answers.shift() ?? null
            if (answer) reject(answer)
            else resolve()
          })
        })
      },
      reopen: async () => {
        reopened += 1
      },
    },
  }
}

const tick = () => new Promise<void>((done) => setTimeout(done))

describe('journal writer', () => {
  it('appends one batch at a time, and what gathered meanwhile next', async () => {
    const slow = slowStore()
    const writer = new JournalWriter(slow.store, 'a', 0, () => {})
    const journal = entries(6)
    writer.take(journal.slice(0, 1))
    writer.take(journal.slice(0, 3))
    writer.take(journal.slice(0, 4))
    expect(slow.asked).toEqual([[0]])
    slow.go()
    await tick()
    expect(slow.asked).toEqual([[0], [1, 2, 3]])
    slow.go()
    await writer.settled()
    writer.take(journal)
    slow.go()
    await writer.settled()
    expect(slow.asked).toEqual([[0], [1, 2, 3], [4, 5]])
  })

  it('starts behind what is stored already', async () => {
    const slow = slowStore()
    const writer = new JournalWriter(slow.store, 'a', 2, () => {})
    writer.take(entries(2))
    expect(slow.asked).toEqual([])
    writer.take(entries(3))
    expect(slow.asked).toEqual([[2]])
    slow.go()
    await writer.settled()
  })

  it('goes on when the store keeps what it could not write yet', async () => {
    const lost: unknown[] = []
    const slow = slowStore([failure({ kind: 'full' }, true), null])
    const writer = new JournalWriter(slow.store, 'a', 0, (error) => lost.push(error))
    writer.take(entries(1))
    slow.go()
    await writer.settled()
    writer.take(entries(2))
    slow.go()
    await writer.settled()
    expect([slow.asked, lost]).toEqual([[[0], [1]], []])
  })

  it('takes the attempt up again once if this tab does not hold it', async () => {
    const lost: unknown[] = []
    const away = failure({ kind: 'not-held', attempt: 'a' })
    const slow = slowStore([away, null])
    const writer = new JournalWriter(slow.store, 'a', 0, (error) => lost.push(error))
    writer.take(entries(2))
    slow.go()
    await tick()
    slow.go()
    await writer.settled()
    expect([slow.asked, slow.reopened, lost]).toEqual([
      [
        [0, 1],
        [0, 1],
      ],
      1,
      [],
    ])
  })

  it('tells once when another tab has it, and stops', async () => {
    const lost: unknown[] = []
    const taken = failure({ kind: 'second-tab', attempt: 'a' }, true)
    const slow = slowStore([taken])
    const writer = new JournalWriter(slow.store, 'a', 0, (error) => lost.push(error))
    writer.take(entries(1))
    slow.go()
    await writer.settled()
    writer.take(entries(4))
    await writer.settled()
    expect([slow.asked, lost]).toEqual([[[0]], [taken]])
  })
})
