import { expect, it } from 'vitest'
import { tinyTexts } from '../../core/city/cityFixtures.ts'
import { editFeatures } from '../../core/city/edits.ts'
import { textsIn } from '../../core/city/texts.ts'
import { memoryDraftRows } from '../../storage/drafts/memoryRows.ts'
import { makeDraftStore, makePublicationStore } from '../../storage/drafts/store.ts'
import { memoryLeases } from '../../storage/lease.ts'
import { createCity } from '../cities/travel.ts'
import { Draft } from '../draft/draft.ts'
import { cityDifference } from './difference.ts'
import { Versions } from './versions.ts'

const name = { zh: '店', en: 'Shop' }

async function openCity() {
  const rows = memoryDraftRows()
  const drafts = makeDraftStore({ rows, leases: memoryLeases(new Map()), persist: () => {} })
  const publications = makePublicationStore(rows, { tell: () => {}, onTold: () => () => {} })
  const now = () => 1
  const id = await createCity({ drafts, now }, tinyTexts(), 'copy', 'x')
  const draft = new Draft(await drafts.open(id), drafts, now)
  return { draft, versions: new Versions({ draft, drafts, publications, now }) }
}

it('a city’s version is kept, compared in a trainer’s words and by lines, and gone back to as one step', async () => {
  const { draft, versions } = await openCity()
  await versions.keep('kept', 'before')
  const edits = editFeatures(textsIn(draft.state.files), [
    { kind: 'set', layer: 'landmarks', index: 0, properties: { name }, at: [100.0055, 39.99] },
    { kind: 'remove', layer: 'land', index: 0 },
  ])
  if (!edits) throw new Error('not done')
  draft.change({ zh: '改', en: 'change' }, edits)
  const [kept] = versions.kept.get() ?? []
  if (!kept) throw new Error('not kept')
  const difference = await cityDifference(kept.files, draft.state.files)
  expect(difference.places).toMatchObject([
    { kind: 'place', name, was: { zh: '一', en: 'One' }, moved: 100 },
    { kind: 'land', change: 'removed' },
  ])
  expect(difference.texts.map(({ path }) => path)).toEqual(['land.geojson', 'landmarks.geojson'])
  expect([difference.linesOut, difference.linesIn]).toEqual([2, 2])

  expect(await versions.restore(kept)).toBe(true)
  expect(textsIn(draft.state.files)).toEqual(tinyTexts())
  expect(
    versions.kept
      .get()
      ?.map(({ why }) => why)
      .sort(),
  ).toEqual(['kept', 'restore'])
  draft.undo()
  expect((await cityDifference(kept.files, draft.state.files)).places).toHaveLength(2)
  await draft.close()
})
