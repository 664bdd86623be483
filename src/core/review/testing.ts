import type { Sheet } from './sheet.ts'

/** A sheet for tests: all right unless said otherwise. */
export function sheetFor(some: Partial<Sheet> & { readonly attempt: string }): Sheet {
  return {
    trainee: 't1',
    name: '演甲01',
    badge: 'D0001',
    scenario: 'one',
    version: 1,
    hash: '0'.repeat(64),
    seed: 's',
    mode: 'practice',
    at: 0,
    demo: true,
    total: 100,
    raw: 100,
    passed: true,
    dims: [20, 10, 20, 15, 15, 15, 5],
    dimMax: [20, 10, 20, 15, 15, 15, 5],
    choice: {
      first: 'P02',
      firstRight: 'P02',
      final: 'P02',
      right: 'P02',
      priority: 'L1',
      rightPriority: 'L1',
      owner: '110',
      rightOwner: '110',
      triage: 0,
      n: 4,
      atMs: 20_000,
    },
    times: [],
    redLines: [],
    satisfaction: 10,
    ending: 'safe',
    ...some,
  }
}
