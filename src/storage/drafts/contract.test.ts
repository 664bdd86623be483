import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { applyChanges, type Files, textOf } from '../../core/files/files.ts'
import { createStudioStores, type StudioStores } from '../dexie/studioStores.ts'
import { fakeLocks } from '../fakeLocks.ts'
import { memoryLeases } from '../lease.ts'
import { makeDiskMemory } from './diskMemory.ts'
import { memoryDraftRows } from './memoryRows.ts'
import type { DraftChange, NewDraft, OpenedDraft, Publication } from './ports.ts'
import { makeSightMemory } from './sightMemory.ts'
import { makeDraftStore, makePublicationStore } from './store.ts'

/** One browser: each call opens another tab of it. */
type Stores = Pick<StudioStores, 'drafts' | 'publications' | 'disk' | 'sights'>
type Browser = () => () => Stores

const memory: Browser = () => {
  const rows = memoryDraftRows()
  const held = new Map<string, object>()
  return () => ({
    drafts: makeDraftStore({ rows, leases: memoryLeases(held), persist: () => {} }),
    publications: makePublicationStore(rows, { tell: () => {}, onTold: () => () => {} }),
    disk: makeDiskMemory(rows),
    sights: makeSightMemory(rows),
  })
}
const dexie: Browser = () => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange }
  const locks = fakeLocks()
  return () => createStudioStores('test', { engine, locks: locks.tab() })
}

const LABEL = { zh: '打字', en: 'typing' }
const NAMES = { name: 'tiny', title: { zh: '小', en: 'Tiny' } }
const FILE = 'scenario.yaml'

function aDraft(id: string): NewDraft {
  return { id, kind: 'scenario', origin: { from: 'template', of: 'empty' }, createdAt: 10 }
}

const files = (text: string): Files => new Map([[FILE, { text }]])

function typed(n: number, text = 'x'): DraftChange {
  return {
    n,
    at: 100 + n,
    label: LABEL,
    files: [{ path: FILE, patches: [{ from: n, to: n, insert: text }] }],
  }
}

function textNow({ base, changes }: OpenedDraft): string {
  return textOf(
    changes.reduce((all, { files: each }) => applyChanges(all, each).files, base),
    FILE,
  )
}

function published(version: number): Publication {
  return {
    kind: 'scenario',
    id: 'tiny',
    version,
    hash: String(version).repeat(64),
    at: version,
    note: '',
    draft: 'd',
    entry: null,
    files: files(`version: ${version}`),
  }
}

describe.each([
  ['memory', memory],
  ['dexie', dexie],
])('drafts in %s', (_name, browser) => {
  let tab: () => Stores
  let drafts: StudioStores['drafts']
  beforeEach(async () => {
    tab = browser()
    ;({ drafts } = tab())
    await drafts.create(aDraft('d'), NAMES, files(''))
  })

  it('gives back what was written, in a tab opened later', async () => {
    await drafts.open('d')
    await drafts.append('d', [typed(0), typed(1)], NAMES)
    await drafts.append('d', [typed(2)], { ...NAMES, name: 'other' })
    await drafts.release('d')
    const again = await tab().drafts.open('d')
    expect(textNow(again)).toBe('xxx')
    expect(again.changes).toEqual([typed(0), typed(1), typed(2)])
    expect(again.info).toMatchObject({ name: 'other', changes: 3, changedAt: 102, removed: false })
  })

  it('opens a long draft from a base near its end, with steps enough to undo', async () => {
    await drafts.open('d')
    for (let n = 0; n < 1000; n += 50)
      await drafts.append(
        'd',
        Array.from({ length: 50 }, (_, i) => typed(n + i)),
        NAMES,
      )
    await drafts.release('d')
    const again = await tab().drafts.open('d')
    expect(textNow(again)).toBe('x'.repeat(1000))
    expect(again.changes.length).toBeGreaterThanOrEqual(300)
    expect(again.changes.length).toBeLessThan(600)
  })

  it('takes the same change twice, and refuses another one in its place, or after a gap', async () => {
    await drafts.open('d')
    await drafts.append('d', [typed(0)], NAMES)
    await drafts.append('d', [typed(0), typed(1)], NAMES)
    await expect(drafts.append('d', [typed(1, 'y')], NAMES)).rejects.toMatchObject({
      problem: { kind: 'conflict', n: 1 },
    })
    await expect(drafts.append('d', [typed(7)], NAMES)).rejects.toMatchObject({
      problem: { kind: 'gap', expected: 2 },
    })
    expect((await drafts.list())[0]?.changes).toBe(2)
  })

  it('may be cities: told apart from scenarios, changed and taken back in the same way', async () => {
    const city: NewDraft = {
      ...aDraft('c'),
      kind: 'city',
      origin: { from: 'copy', of: 'saijiang' },
    }
    const path = 'landmarks.geojson'
    await drafts.create(city, NAMES, new Map([[path, { text: 'one' }]]))
    await drafts.open('c')
    const change = { ...typed(0), files: [{ path, patches: [{ from: 0, to: 3, insert: 'two' }] }] }
    const back = {
      ...typed(1),
      files: [{ path, patches: [{ from: 0, to: 3, insert: 'one' }] }],
      turn: { kind: 'undo' as const, of: 0 },
    }
    await drafts.append('c', [change], NAMES)
    expect(textOf((await drafts.read('c'))?.files ?? new Map(), path)).toBe('two')
    await drafts.append('c', [back], NAMES)
    await drafts.release('c')
    const later = tab().drafts
    expect(textOf((await later.read('c'))?.files ?? new Map(), path)).toBe('one')
    expect((await later.open('c')).changes).toEqual([change, back])
    const kinds = (await later.list()).map(({ id, kind }) => [id, kind])
    expect(new Map(kinds.map(([id, kind]) => [id, kind]))).toEqual(
      new Map([
        ['d', 'scenario'],
        ['c', 'city'],
      ]),
    )
  })

  it('lets one tab write a draft at a time', async () => {
    await drafts.open('d')
    const other = tab().drafts
    await expect(other.open('d')).rejects.toMatchObject({ problem: { kind: 'second-tab' } })
    await expect(other.append('d', [typed(0)], NAMES)).rejects.toMatchObject({
      problem: { kind: 'not-held' },
    })
    await drafts.release('d')
    expect((await other.open('d')).info.id).toBe('d')
  })

  it('is opened anew in the same tab only when all that was still to be written is there', async () => {
    await drafts.open('d')
    let isOpen = false
    const again = drafts.open('d').then((opened) => {
      isOpen = true
      return opened
    })
    await drafts.append('d', [typed(0)], NAMES)
    expect(isOpen).toBe(false)
    await drafts.release('d')
    expect((await again).changes).toEqual([typed(0)])
    await drafts.append('d', [typed(1)], NAMES)
  })

  it('can be read while another tab writes it', async () => {
    await drafts.open('d')
    await drafts.append('d', [typed(0), typed(1)], NAMES)
    const read = await tab().drafts.read('d')
    expect(textOf(read?.files ?? new Map(), FILE)).toBe('xx')
    expect(read?.info.changes).toBe(2)
    expect(await drafts.read('nobody')).toBeNull()
    await drafts.append('d', [typed(2)], NAMES)
  })

  it('throws a draft away and brings it back, whole', async () => {
    await drafts.remove('d')
    expect((await drafts.list())[0]?.removed).toBe(true)
    await drafts.bringBack('d')
    expect((await drafts.list())[0]?.removed).toBe(false)
    expect(textNow(await drafts.open('d'))).toBe('')
  })

  it('lists the last changed first', async () => {
    await drafts.create({ ...aDraft('e'), createdAt: 50 }, NAMES, files(''))
    expect((await drafts.list()).map(({ id }) => id)).toEqual(['e', 'd'])
    await drafts.open('d')
    await drafts.append('d', [typed(0)], NAMES)
    expect((await drafts.list()).map(({ id }) => id)).toEqual(['d', 'e'])
  })

  it('refuses a draft, and a version, whose name is taken', async () => {
    await expect(drafts.create(aDraft('d'), NAMES, files('y'))).rejects.toMatchObject({
      problem: { kind: 'exists' },
    })
    const version = {
      number: 1,
      at: 5,
      why: 'kept' as const,
      note: 'first',
      change: 0,
      files: files('v1'),
    }
    await drafts.addVersion('d', version)
    await expect(drafts.addVersion('d', version)).rejects.toMatchObject({
      problem: { kind: 'exists' },
    })
    expect(await drafts.versions('d')).toEqual([version])
  })

  it('remembers what was written to the disk, draft by draft', async () => {
    const { disk } = tab()
    expect(await disk.folder()).toBeNull()
    expect(await disk.written('d')).toEqual({})
    await disk.setWritten('d', { 'scenario.yaml': 'aa' })
    await disk.setWritten('d', { 'scenario.yaml': 'bb', 'plans/a.yaml': 'cc' })
    expect(await tab().disk.written('d')).toEqual({ 'scenario.yaml': 'bb', 'plans/a.yaml': 'cc' })
    expect(await disk.written('e')).toEqual({})
  })

  it('remembers what was last shown, draft by draft', async () => {
    const { sights } = tab()
    expect(await sights.recall('d')).toBeUndefined()
    await sights.keep('d', { text: 'a' })
    await sights.keep('d', { text: 'b', offsets: Int32Array.from([1, 2]) })
    expect(await tab().sights.recall('d')).toEqual({ text: 'b', offsets: Int32Array.from([1, 2]) })
    expect(await sights.recall('e')).toBeUndefined()
  })

  it('keeps bytes by their content', async () => {
    const bytes = new Blob([new Uint8Array([1, 2, 3])], { type: 'audio/webm' })
    const kept = await drafts.putBlob(bytes)
    // SHA-256 of 01 02 03
    expect(kept).toEqual({
      blob: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
      type: 'audio/webm',
      size: 3,
    })
    expect((await drafts.blob(kept.blob))?.size).toBe(3)
    expect(await drafts.blob('0')).toBeNull()
  })

  it('publishes upwards only, and keeps what was withdrawn', async () => {
    const { publications } = tab()
    let heard = 0
    publications.onPublished(() => {
      heard += 1
    })
    await publications.publish(published(1))
    await publications.publish(published(3))
    for (const version of [1, 2, 3])
      await expect(publications.publish(published(version))).rejects.toMatchObject({
        problem: { kind: 'exists' },
      })
    await publications.withdraw('tiny', 3, 99)
    await publications.withdraw('tiny', 3, 100)
    const all = await tab().publications.publications()
    expect(all.map(({ version, withdrawnAt }) => [version, withdrawnAt])).toEqual([
      [3, 99],
      [1, null],
    ])
    expect(textOf(all[0]?.files ?? new Map(), FILE)).toBe('version: 3')
    expect(heard).toBe(4)
  })
})
