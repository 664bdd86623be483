import { describe, expect, it } from 'vitest'
import {
  type AttemptFilter,
  StorageError,
  type StoredAttempt,
  type Trainee,
} from '../../storage/ports.ts'
import { exportAll } from './transfer.ts'

const PEOPLE: readonly Trainee[] = [
  { id: 't-1', name: '陈晓', badge: '01/12 07', createdAt: 1 },
  { id: 't-2', name: '林一', badge: 'S2', createdAt: 2 },
]

function attempt(scenario: string): StoredAttempt {
  return {
    header: {
      id: `x-${scenario}`,
      scenario: { id: scenario, version: 1, hash: '' },
      engine: 1,
      seed: 's',
      mode: 'practice',
      lang: 'zh',
      trainee: PEOPLE[0] ?? { id: '', name: '', badge: '' },
      startedAt: 1,
    },
    status: 'finished',
    entries: 1,
    result: null,
  }
}

/** A store that can't put these into one file. */
function store(isTooLarge: (filter: AttemptFilter) => boolean) {
  return {
    trainees: async () => PEOPLE,
    list: async () => [attempt('pylon'), attempt('noise'), attempt('pylon')],
    export: async (filter: AttemptFilter) => {
      if (isTooLarge(filter)) throw new StorageError({ kind: 'too-large' })
      return JSON.stringify(filter)
    },
  }
}

const names = async (isTooLarge: (filter: AttemptFilter) => boolean) =>
  (await exportAll(store(isTooLarge), '2025-12-15')).map(({ name }) => name)

describe('exporting everything', () => {
  it('makes one file if it can', async () => {
    expect(await names(() => false)).toEqual(['first-ring-all-2025-12-15.json'])
  })

  it('makes one for each trainee, then for each scenario, if it must', async () => {
    expect(await names(({ trainee }) => trainee === undefined)).toEqual([
      'first-ring-011207-2025-12-15.json',
      'first-ring-S2-2025-12-15.json',
    ])
    expect(
      await names(({ trainee, scenario }) => trainee !== 't-2' && scenario === undefined),
    ).toEqual([
      'first-ring-011207-pylon-2025-12-15.json',
      'first-ring-011207-noise-2025-12-15.json',
      'first-ring-S2-2025-12-15.json',
    ])
  })

  it('passes other troubles on', async () => {
    const broken = {
      ...store(() => false),
      export: async () => {
        throw new StorageError({ kind: 'closed' })
      },
    }
    await expect(exportAll(broken, '2025-12-15')).rejects.toThrow('closed')
  })
})
