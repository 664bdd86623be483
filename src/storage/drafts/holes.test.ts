import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { textOf } from '../../core/files/files.ts'
import { dexieDraftRows } from '../dexie/draftRows.ts'
import { StudioDatabase } from '../dexie/studioDatabase.ts'
import { memoryLeases } from '../lease.ts'
import type { DraftChange, DraftStore } from './ports.ts'
import type { DraftRows } from './rows.ts'
import { makeDraftStore } from './store.ts'

const FILE = 'scenario.yaml'
const NAMES = { name: 'tiny', title: { zh: '小', en: 'Tiny' } }

const letter = (n: number, insert: string): DraftChange => ({
  n,
  at: n,
  label: { zh: '打字', en: 'typing' },
  files: [{ path: FILE, patches: [{ from: 0, to: 0, insert }] }],
})

/** Changes are sent one after the other without waiting; here one of them is lost on the way. */
describe('a change that never arrives', () => {
  let rows: DraftRows
  let lost: number | null
  const tab = (): DraftStore =>
    makeDraftStore({ rows, leases: memoryLeases(new Map()), persist: () => {} })
  let drafts: DraftStore
  beforeEach(async () => {
    const db = new StudioDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange })
    await db.open()
    const sound = dexieDraftRows(db)
    lost = 1
    rows = {
      ...sound,
      follow: (id, changes, names) =>
        changes.some(({ n }) => n === lost)
          ? Promise.reject(new Error('no room'))
          : sound.follow(id, changes, names),
    }
    drafts = tab()
    const origin = { from: 'template' as const, of: 'empty' }
    const files = new Map([[FILE, { text: '' }]])
    await drafts.create({ id: 'd', kind: 'scenario', origin, createdAt: 0 }, NAMES, files)
    await drafts.open('d')
    const sent = ['a', 'b', 'c'].map((text, n) => drafts.append('d', [letter(n, text)], NAMES))
    expect((await Promise.allSettled(sent)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ])
  })
  const text = async (store: DraftStore) =>
    textOf((await store.read('d'))?.files ?? new Map(), FILE)

  it('is put in its place when it is sent again, with those after it', async () => {
    lost = null
    await drafts.append('d', [letter(1, 'b'), letter(2, 'c')], NAMES)
    await drafts.append('d', [letter(3, 'd')], NAMES)
    expect(await text(drafts)).toBe('dcba')
    const { changes } = await tab().open('d')
    expect(changes.map(({ n }) => n)).toEqual([0, 1, 2, 3])
  })

  it('takes with it what builds on it, if its tab dies first, and nothing of what is typed later', async () => {
    expect(await text(drafts)).toBe('a')
    const later = tab()
    const { info, base, changes } = await later.open('d')
    expect([textOf(base, FILE), changes, info.changes]).toEqual(['a', [], 3])
    await later.append('d', [letter(3, 'd')], NAMES)
    expect(await text(later)).toBe('da')
    await later.release('d')
    expect((await tab().open('d')).changes).toEqual([letter(3, 'd')])
  })
})
