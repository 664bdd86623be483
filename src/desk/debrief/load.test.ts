import { describe, expect, it } from 'vitest'
import type { Header } from '../../core/sim/attempt.ts'
import type { Entry } from '../../core/sim/journal.ts'
import { scenarioFrom } from '../../core/testing/drive.ts'
import { createMemoryStore } from '../../storage/memory.ts'
import { LibraryError } from '../../ui/library/fault.ts'
import type { Library } from '../../ui/library/library.ts'
import { judges, played } from './fixtures.ts'
import { loadDebrief } from './load.ts'

const { header, journal, atlas, city } = played(
  [
    [2000, { do: 'answer' }],
    [7000, { do: 'say', reply: 'open.calm' }],
    [15_000, { do: 'hang-up' }],
    [20_000, { do: 'finish' }],
  ],
  undefined,
  30_000,
)

const library: Library = {
  taxonomy: async () => judges.taxonomy,
  rubric: async () => judges.rubric,
  scenario: async () => ({ scenario: scenarioFrom(), hash: '0'.repeat(64) }),
  city: async () => ({ city, atlas }),
}

type Ending = 'finished' | 'left' | 'interrupted' | null

async function load(
  changes: Partial<Header> = {},
  entries: readonly Entry[] = journal,
  ending: Ending = 'finished',
  files: Library = library,
) {
  const store = createMemoryStore()
  const made = { ...header, ...changes }
  await store.create(made)
  await store.append(made.id, entries)
  if (ending) await store.close(made.id, ending, null)
  const loaded = await loadDebrief(store, files, made.id)
  store.dispose()
  return loaded
}

describe('opening a debrief', () => {
  it('scores a finished attempt from its journal', async () => {
    const loaded = await load()
    expect(loaded.kind).toBe('whole')
    if (loaded.kind !== 'whole') return
    expect(loaded.unscored).toBeNull()
    expect(loaded.ground.card?.redLines.map(({ kind }) => kind)).toContain('trainee-hung-up')
    expect(loaded.siblings).toHaveLength(1)
  })

  it('shows one that was left or interrupted without a score', async () => {
    const left = await load({}, journal, 'left')
    expect(left).toMatchObject({ kind: 'whole', unscored: 'left', ground: { card: null } })
    const cut = await load({}, journal.slice(0, 6), 'interrupted')
    expect(cut).toMatchObject({ kind: 'whole', unscored: 'interrupted', ground: { card: null } })
  })

  it('gives no answers away while the attempt is open, and says when there is none', async () => {
    expect((await load({}, journal.slice(0, 4), null)).kind).toBe('open')
    const store = createMemoryStore()
    expect(await loadDebrief(store, library, header.id)).toEqual({ kind: 'missing' })
    store.dispose()
  })

  it('shows the journal alone where it can’t be replayed, and says why', async () => {
    const hash = 'f'.repeat(64)
    expect(await load({ scenario: { ...header.scenario, hash } })).toMatchObject({
      kind: 'journal',
      obstacle: { kind: 'changed' },
      journal,
    })
    expect(await load({ engine: 99 })).toMatchObject({ obstacle: { kind: 'engine' } })
    const edited = journal.map((entry, n): Entry => {
      const lie = { what: 'moods', moods: { trust: 99, arousal: 0, patience: 0 } } as const
      return n === 5 ? { n, at: entry.at, origin: 'script', happening: lie } : entry
    })
    expect(await load({}, edited)).toMatchObject({ obstacle: { kind: 'differs', n: 5 } })
  })

  it('lives without the scenario’s file', async () => {
    const gone = async () => {
      throw new LibraryError([
        {
          file: 'gate/scenario.yaml',
          line: 3,
          column: 1,
          message: { zh: '坏', en: 'bad' },
          fix: null,
        },
      ])
    }
    const loaded = await load({}, journal, 'finished', { ...library, scenario: gone })
    expect(loaded).toMatchObject({
      kind: 'journal',
      scenario: null,
      obstacle: { kind: 'no-scenario', detail: expect.stringContaining('gate/scenario.yaml:3') },
    })
  })
})
