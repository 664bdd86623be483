import { describe, expect, it } from 'vitest'
import { makeDiskMemory } from '../../storage/drafts/diskMemory.ts'
import { memoryDraftRows } from '../../storage/drafts/memoryRows.ts'
import type { DiskFolder } from '../../storage/drafts/ports.ts'
import { makeDraftStore } from '../../storage/drafts/store.ts'
import { memoryLeases } from '../../storage/lease.ts'
import { Draft, SCENARIO_FILE } from '../draft/draft.ts'
import { DiskCopy } from './diskCopy.ts'

const LABEL = { zh: '改', en: 'change' }
const ID = '019a0000-0000-7000-8000-0000cafe0001'

/** A folder in memory: what a browser's handle does, and what may go wrong with it. */
function fakeDisk() {
  const files = new Map<string, Blob>()
  const disk = { files, may: 'granted' as PermissionState, fails: false, writes: 0 }
  const missing = () => Object.assign(new Error('not there'), { name: 'NotFoundError' })
  const folder = (path: string, name: string): DiskFolder => ({
    name,
    getDirectoryHandle: async (below, { create }) => {
      const at = `${path}${below}/`
      if (!create && ![...files.keys()].some((one) => one.startsWith(at))) throw missing()
      return folder(at, below)
    },
    getFileHandle: async (below, { create }) => {
      const at = path + below
      if (!create && !files.has(at)) throw missing()
      return {
        getFile: async () => files.get(at) ?? new Blob([]),
        createWritable: async () => {
          if (disk.may !== 'granted')
            throw Object.assign(new Error('denied'), { name: 'NotAllowedError' })
          if (disk.fails) throw new Error('the disk is full')
          let bytes = new Blob([])
          return {
            write: async (data) => {
              bytes = data
            },
            close: async () => {
              disk.writes += 1
              files.set(at, bytes)
            },
          }
        },
      }
    },
    removeEntry: async (below) => {
      if (!files.delete(path + below)) throw missing()
    },
    keys: async function* () {
      const names = [...files.keys()].filter((one) => one.startsWith(path))
      yield* new Set(names.map((one) => one.slice(path.length).split('/')[0] ?? ''))
    },
    queryPermission: async () => disk.may,
    requestPermission: async () => {
      disk.may = 'granted'
      return disk.may
    },
  })
  const read = async () =>
    Object.fromEntries(
      await Promise.all([...files].map(async ([path, blob]) => [path, await blob.text()] as const)),
    )
  return { ...disk, disk, root: folder('', 'calls'), read }
}

async function opened() {
  const rows = memoryDraftRows()
  const drafts = makeDraftStore({ rows, leases: memoryLeases(new Map()), persist: () => {} })
  const files = new Map([
    [SCENARIO_FILE, { text: 'one' }],
    ['plans/a.yaml', { text: 'plan' }],
  ])
  const names = { name: 'tiny', title: { zh: '小', en: 'Tiny' } }
  const origin = { from: 'template', of: 'empty' } as const
  await drafts.create({ id: ID, kind: 'scenario', origin, createdAt: 1 }, names, files)
  const draft = new Draft(await drafts.open(ID), drafts, () => 1)
  const memory = makeDiskMemory(rows)
  const fake = fakeDisk()
  const copy = () => new DiskCopy({ draft, memory, drafts, pick: async () => fake.root })
  const write = (text: string) => draft.put(LABEL, SCENARIO_FILE, { text })
  return { draft, drafts, memory, fake, copy, write }
}

const HOME = 'tiny-cafe0001'
const kindOf = (copy: DiskCopy) => copy.state.get().kind

describe('a draft on the disk', () => {
  it('is written into a folder of its own, and after each change, nothing twice', async () => {
    const { draft, fake, copy, write } = await opened()
    const disk = copy()
    expect(kindOf(disk)).toBe('off')
    expect(await disk.choose()).toBe(true)
    expect(kindOf(disk)).toBe('written')
    expect(await fake.read()).toEqual({
      [`${HOME}/scenario.yaml`]: 'one',
      [`${HOME}/plans/a.yaml`]: 'plan',
    })
    const before = fake.disk.writes
    write('two')
    await expect.poll(async () => (await fake.read())[`${HOME}/scenario.yaml`]).toBe('two')
    expect(fake.disk.writes).toBe(before + 1)
    draft.put(LABEL, 'plans/a.yaml', null)
    await expect.poll(() => [...fake.files.keys()]).toEqual([`${HOME}/scenario.yaml`])
    draft.undo()
    await expect.poll(async () => (await fake.read())[`${HOME}/plans/a.yaml`]).toBe('plan')
  })

  it('keeps its folder when it is called something else', async () => {
    const { draft, fake, copy, write } = await opened()
    await copy().choose()
    draft.rename({ name: 'another', title: { zh: '', en: '' } })
    const later = copy()
    write('two')
    await later.start()
    expect((await fake.read())[`${HOME}/scenario.yaml`]).toBe('two')
    expect([...fake.files.keys()].every((path) => path.startsWith(`${HOME}/`))).toBe(true)
  })

  it('asks again on a later visit, and writes what was missed once it may', async () => {
    const { fake, copy, write } = await opened()
    const first = copy()
    await first.choose()
    await first.close()
    fake.disk.may = 'prompt'
    const later = copy()
    await later.start()
    expect(later.state.get()).toEqual({ kind: 'asks', folder: 'calls' })
    write('two')
    await later.close()
    expect((await fake.read())[`${HOME}/scenario.yaml`]).toBe('one')
    await later.allow()
    expect(kindOf(later)).toBe('written')
    expect((await fake.read())[`${HOME}/scenario.yaml`]).toBe('two')
  })

  it('writes over nothing that somebody else changed there until it is told to', async () => {
    const { fake, copy, write } = await opened()
    const disk = copy()
    await disk.choose()
    fake.files.set(`${HOME}/scenario.yaml`, new Blob(['theirs']))
    write('two')
    await expect
      .poll(() => disk.state.get())
      .toMatchObject({ kind: 'differs', path: SCENARIO_FILE })
    expect((await fake.read())[`${HOME}/scenario.yaml`]).toBe('theirs')
    expect(await (await disk.theirs())?.bytes.text()).toBe('theirs')
    await disk.overwrite()
    expect(kindOf(disk)).toBe('written')
    expect((await fake.read())[`${HOME}/scenario.yaml`]).toBe('two')
    // the next foreign change is not covered by that
    fake.files.set(`${HOME}/scenario.yaml`, new Blob(['theirs again']))
    await disk.look()
    expect(kindOf(disk)).toBe('differs')
  })

  it('is at rest again once the draft says what the disk says', async () => {
    const { fake, copy, write } = await opened()
    const disk = copy()
    await disk.choose()
    fake.files.set(`${HOME}/scenario.yaml`, new Blob(['theirs']))
    await disk.look()
    expect(kindOf(disk)).toBe('differs')
    write('theirs')
    await expect.poll(() => kindOf(disk)).toBe('written')
  })

  it('says why it failed, and goes on when it can', async () => {
    const { fake, copy, write } = await opened()
    const disk = copy()
    await disk.choose()
    fake.disk.fails = true
    write('two')
    await expect
      .poll(() => disk.state.get())
      .toMatchObject({ kind: 'failed', why: 'the disk is full' })
    fake.disk.fails = false
    await disk.retry()
    expect(kindOf(disk)).toBe('written')
    expect((await fake.read())[`${HOME}/scenario.yaml`]).toBe('two')
    await disk.forget()
    expect(kindOf(disk)).toBe('off')
    await copy().start()
    expect((await fake.read())[`${HOME}/scenario.yaml`]).toBe('two')
  })

  it('has nothing to offer where the browser has no way to the disk', async () => {
    const { draft, memory, drafts } = await opened()
    const disk = new DiskCopy({ draft, memory, drafts })
    await disk.start()
    expect(kindOf(disk)).toBe('absent')
    expect(await disk.choose()).toBe(false)
  })
})
