import { expect, test } from 'vitest'
import type { ScenarioEntry } from '../../core/scenario/entry.ts'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import type { Catalogue } from './catalogue.ts'
import { isHere, withPublications } from './useCatalogue.ts'

function entry(id: string, version: number): ScenarioEntry {
  return {
    id,
    version,
    hash: `${id}-${version}`,
    title: { zh: id, en: id },
    summary: { zh: '', en: '' },
    level: 1,
    minutes: 2,
    channel: 'phone',
    goals: [],
    notices: [],
    varies: false,
    proven: true,
  }
}

function row(id: string, version: number, withdrawnAt: number | null = null): PublishedRow {
  const files = new Map()
  const shown = entry(id, version)
  return {
    kind: 'scenario',
    id,
    version,
    hash: shown.hash,
    at: version,
    note: '',
    draft: 'd',
    entry: shown,
    files,
    withdrawnAt,
  }
}

const shipped: Catalogue = {
  scenarios: [entry('b', 1), entry('d', 1)],
  broken: [],
  classes: {},
  dimensions: {},
  targets: { firstDispatchMs: null },
}
const listed = (rows: readonly PublishedRow[]) =>
  withPublications(shipped, rows).scenarios.map(({ hash }) => hash)

test('the newest published version stands in for the shipped one; new calls are sorted in', () => {
  expect(listed([row('b', 2), row('b', 3), row('c', 1)])).toEqual(['b-3', 'c-1', 'd-1'])
})

test('what was withdrawn gives way to the version before it, and last to the shipped one', () => {
  expect(listed([row('b', 3, 9), row('b', 2)])).toEqual(['b-2', 'd-1'])
  expect(listed([row('b', 3, 9), row('b', 2, 9), row('c', 1, 9)])).toEqual(['b-1', 'd-1'])
})

test('a city is no call', () => {
  expect(listed([{ ...row('x', 2), kind: 'city', entry: null }])).toEqual(['b-1', 'd-1'])
})

test('an attempt goes on with its own version: the shipped one under a newer, a withdrawn one', async () => {
  const rows = [row('b', 3), row('b', 2, 9)]
  const content = {
    pinned: async (id: string, hash: string) =>
      rows.some((one) => one.id === id && one.hash === hash) ? 'text' : null,
  }
  const here = (hash: string) => isHere(shipped, content, { id: 'b', hash })
  expect(await Promise.all(['b-1', 'b-2', 'b-3', 'b-4'].map(here))).toEqual([
    true,
    true,
    true,
    false,
  ])
})
