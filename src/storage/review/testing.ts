import type { AttemptRow } from './ports.ts'

/** A row for tests: of a trainee's attempt that waits, unless said otherwise. */
export function rowFor(some: Partial<AttemptRow> & { readonly id: string }): AttemptRow {
  return {
    digest: `d-${some.id}`,
    trainee: 't1',
    name: '演甲01',
    badge: 'D0001',
    scenario: 'one',
    version: 1,
    at: 1,
    demo: false,
    station: null,
    file: 'a.json',
    standing: 'waiting',
    detail: '',
    n: null,
    ...some,
  }
}
