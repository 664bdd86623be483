import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { applyChanges, type FileContent, type Files } from '../../core/files/files.ts'
import { memoryDraftRows } from '../../storage/drafts/memoryRows.ts'
import { makeDraftStore, makePublicationStore } from '../../storage/drafts/store.ts'
import { memoryLeases } from '../../storage/lease.ts'
import { Draft, SCENARIO_FILE } from '../draft/draft.ts'
import { trackChange, unlock } from '../draft/tracking.ts'
import { changesBetween, filesThatDiffer, sameFiles } from './changes.ts'
import { RestoreRefused, Versions } from './versions.ts'

const LABEL = { zh: '改', en: 'change' }
const NAMES = { name: 'tiny', title: { zh: '小', en: 'Tiny' } }
const sound: FileContent = { blob: 'b', type: 'audio/webm', size: 3 }

async function opened() {
  const rows = memoryDraftRows()
  const drafts = makeDraftStore({ rows, leases: memoryLeases(new Map()), persist: () => {} })
  const publications = makePublicationStore(rows, { tell: () => {}, onTold: () => () => {} })
  const origin = { from: 'template', of: 'empty' } as const
  const files = new Map([[SCENARIO_FILE, { text: 'one\ntwo\n' }]])
  await drafts.create({ id: 'd', kind: 'scenario', origin, createdAt: 1 }, NAMES, files)
  const clock = { now: 10 }
  const now = () => (clock.now += 1)
  const draft = new Draft(await drafts.open('d'), drafts, now)
  return {
    drafts,
    publications,
    draft,
    versions: new Versions({ draft, drafts, publications, now }),
  }
}

describe('the versions of a draft', () => {
  let made: Awaited<ReturnType<typeof opened>>
  beforeEach(async () => {
    made = await opened()
  })
  const write = (text: string) => made.draft.put(LABEL, SCENARIO_FILE, { text })
  const listed = () =>
    made.versions.kept.get()?.map(({ why, number, note }) => `${why} ${number} ${note}`)

  it('are numbered as they are kept, and found again', async () => {
    const { versions, drafts, publications, draft } = made
    expect(await versions.keep('kept', 'first')).toBe(1)
    write('changed')
    expect(await versions.keep('import', 'a.csv')).toBe(2)
    expect(listed()).toEqual(['import 2 a.csv', 'kept 1 first'])
    const others = new Versions({ draft, drafts, publications, now: () => 99 })
    expect(await others.load()).toEqual(versions.kept.get())
  })

  it('stand beside what was published of this draft', async () => {
    const { versions, publications, draft } = made
    await versions.keep('kept', '')
    const row = {
      kind: 'scenario',
      id: 'tiny',
      hash: 'h',
      note: 'to the desk',
      entry: null,
    } as const
    const { files } = draft.state
    // a version carries the city it was published with; the draft never held that
    const carried = new Map([...files, ['city/city.json', { text: '{}' }]])
    await publications.publish({ ...row, version: 4, at: 500, draft: 'd', files: carried })
    await publications.publish({ ...row, id: 'x', version: 1, at: 600, draft: 'other', files })
    await versions.load()
    expect(listed()).toEqual(['published 4 to the desk', 'kept 1 '])
    expect(versions.kept.get()?.[0]?.files).toEqual(files)
  })

  it('are gone back to as one step; what stood before is kept and can be had back both ways', async () => {
    const { versions, draft } = made
    await versions.keep('kept', 'first')
    const first = versions.kept.get()?.[0]
    if (!first) throw new Error('nothing kept')
    write('one\nother\n')
    draft.put(LABEL, 'voice/zh/a.webm', sound)
    draft.put(LABEL, 'plans/a.yaml', { text: 'steps: []' })
    const before = draft.state.files
    expect(await versions.restore(first)).toBe(true)
    expect(sameFiles(draft.state.files, first.files)).toBe(true)
    expect(listed()).toEqual(['restore 2 ', 'kept 1 first'])
    draft.undo()
    expect(sameFiles(draft.state.files, before)).toBe(true)
    draft.redo()
    const second = versions.kept.get()?.[0]
    if (!second) throw new Error('nothing kept')
    await versions.restore(second)
    expect(sameFiles(draft.state.files, before)).toBe(true)
    // what stood there was kept already: not twice
    expect(listed()).toHaveLength(2)
    expect(await versions.restore(second)).toBe(false)
  })

  it('are not gone back to while the structure is locked; once it is unlocked they are', async () => {
    const { versions, draft } = made
    await versions.keep('kept', '')
    const [first] = versions.kept.get() ?? []
    if (!first) throw new Error('nothing kept')
    write('other')
    draft.change(
      LABEL,
      trackChange(draft.state.files, (track) => ({ ...track, isLocked: true })),
    )
    const { revision } = draft.state
    await expect(versions.restore(first)).rejects.toThrow(RestoreRefused)
    expect(draft.state.revision).toBe(revision)
    expect(versions.kept.get()).toHaveLength(1)
    unlock(draft)
    expect(await versions.restore(first)).toBe(true)
    expect(sameFiles(draft.state.files, first.files)).toBe(true)
  })

  it('change nothing if what stands now could not be kept', async () => {
    const { versions, draft, drafts } = made
    await versions.keep('kept', '')
    const [first] = versions.kept.get() ?? []
    if (!first) throw new Error('nothing kept')
    write('precious')
    drafts.addVersion = () => Promise.reject(new Error('no room'))
    await expect(versions.restore(first)).rejects.toThrow('no room')
    expect(draft.state.text).toBe('precious')
  })
})

const content = fc.oneof(
  fc.constantFrom('a\nb\nc\n', 'a\nx\nc\n', '', 'c').map((text): FileContent => ({ text })),
  fc.constantFrom(sound, { ...sound, blob: 'c' }),
)
const anyFiles: fc.Arbitrary<Files> = fc
  .dictionary(fc.constantFrom('scenario.yaml', 'plans/a.yaml', 'voice/zh/a.webm'), content)
  .map((all) => new Map(Object.entries(all)))

describe('two sets of files', () => {
  it('are made one of the other', () => {
    fc.assert(
      fc.property(anyFiles, anyFiles, (before, after) => {
        const made = applyChanges(before, changesBetween(before, after))
        expect(filesThatDiffer(made.files, after)).toEqual([])
        expect(filesThatDiffer(applyChanges(made.files, made.back).files, before)).toEqual([])
      }),
    )
  })
})
