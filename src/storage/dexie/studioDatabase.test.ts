import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { fakeLocks } from '../fakeLocks.ts'
import { createStudioStores } from './studioStores.ts'

it('takes over the drafts of the first form of its tables', async () => {
  const engine = { indexedDB: new IDBFactory(), IDBKeyRange }
  const old = new Dexie('studio', engine)
  old.version(1).stores({
    drafts: '&id',
    changes: '[draft+n]',
    bases: '[draft+n]',
    marks: '++, draft',
    versions: '[draft+number]',
    blobs: '&hash',
    publications: '[id+version]',
    withdrawals: '[id+version]',
    leases: '&attempt',
  })
  const names = { name: 'tiny', title: { zh: '小', en: 'Tiny' } }
  const origin = { from: 'template', of: 'empty' }
  await old.table('drafts').add({ id: 'd', kind: 'scenario', origin, createdAt: 1, names })
  await old.table('bases').add({ draft: 'd', n: 0, files: [['scenario.yaml', { text: 'kept' }]] })
  old.close()

  const { drafts, disk } = createStudioStores('studio', { engine, locks: fakeLocks().tab() })
  const read = await drafts.read('d')
  expect(read?.info).toMatchObject({ ...names, changes: 0 })
  expect(read?.files.get('scenario.yaml')).toEqual({ text: 'kept' })
  await disk.setWritten('d', { 'scenario.yaml': 'aa' })
  expect(await disk.written('d')).toEqual({ 'scenario.yaml': 'aa' })
})
