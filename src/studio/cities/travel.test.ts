import { expect, it } from 'vitest'
import { tinyTexts } from '../../core/city/cityFixtures.ts'
import { CARRIED, filesOf } from '../../core/city/texts.ts'
import { memoryDraftRows } from '../../storage/drafts/memoryRows.ts'
import { makeSightMemory } from '../../storage/drafts/sightMemory.ts'
import { makeDraftStore, makePublicationStore } from '../../storage/drafts/store.ts'
import { memoryLeases } from '../../storage/lease.ts'
import { loadGround } from '../ground.ts'
import { packScenarios, unpackScenarios } from '../package/zip.ts'
import { beginFromFile, exportDrafts } from '../shelf/shelf.ts'
import { ownCities, takenCityIds } from './own.ts'
import { createCity } from './travel.ts'

const YAML = 'id: my-call\ntitle: { zh: 一, en: One }\ncity: tiny\n'

/** A browser with a studio of its own. */
function browser() {
  const rows = memoryDraftRows()
  const drafts = makeDraftStore({ rows, leases: memoryLeases(new Map()), persist: () => {} })
  const publications = makePublicationStore(rows, { tell: () => {}, onTold: () => () => {} })
  const content = {
    paths: () => ['cities/saijiang/city.json'],
    read: () => Promise.resolve(''),
    url: () => undefined,
  }
  return { drafts, publications, sights: makeSightMemory(rows), content, now: () => 1 }
}

async function withScenario() {
  const parts = browser()
  const files = new Map([['scenario.yaml', { text: YAML }]])
  const id = parts.drafts.newId()
  const names = { name: 'my-call', title: { zh: '一', en: 'One' } }
  const origin = { from: 'template', of: 'empty' } as const
  await parts.drafts.create({ id, kind: 'scenario', origin, createdAt: 1 }, names, files)
  return parts
}

const zipOf = async ({ drafts }: ReturnType<typeof browser>) =>
  exportDrafts(
    drafts,
    (await drafts.list()).filter(({ kind }) => kind === 'scenario'),
  )

const noQuestion = () => Promise.reject(new Error('nothing to ask'))
const asFile = (bytes: Uint8Array, name = 'all.zip') => new File([bytes.slice()], name)

it('a city of one’s own goes into the zip of its scenario, and comes out of it elsewhere as the same', async () => {
  const here = await withScenario()
  await createCity(here, tinyTexts(), 'import', 'tiny.geojson')
  const there = browser()
  const begun = await beginFromFile(there, asFile(await zipOf(here)), noQuestion)
  expect(begun.ok).toBe(true)
  const [city, ...more] = await ownCities(there.drafts)
  expect(city).toMatchObject({ id: 'tiny', texts: tinyTexts() })
  expect(more).toEqual([])
  // taken again, it is not doubled, and the scenario's draft holds none of its files
  await beginFromFile(there, asFile(await zipOf(here)), noQuestion)
  expect(await ownCities(there.drafts)).toHaveLength(1)
  for (const { id, kind } of await there.drafts.list()) {
    const read = await there.drafts.read(id)
    const paths = [...(read?.files.keys() ?? [])]
    if (kind === 'scenario') expect(paths.filter((path) => path.startsWith(CARRIED))).toEqual([])
  }
})

it('a zip whose city can’t be read is refused whole', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const bad = { ...tinyTexts(), roads: '{"type":' }
  const files = new Map([['scenario.yaml', bytes(YAML)]])
  for (const [path, file] of filesOf(bad, CARRIED))
    files.set(path, bytes('text' in file ? file.text : ''))
  const zip = packScenarios([{ name: 'my-call', files }])
  expect(unpackScenarios(zip).ok).toBe(true)
  const there = browser()
  const begun = await beginFromFile(there, asFile(zip), noQuestion)
  expect(begun.ok ? '' : begun.why?.en).toContain("A city in it can't be used")
  expect(await there.drafts.list()).toEqual([])
})

it('all drafts as a zip hold a city that no call plays in, faults and all, and it comes back as it was', async () => {
  const here = await withScenario()
  const { city, ...more } = tinyTexts()
  const called = (id: string) => ({ ...more, city: city.replace('"tiny"', `"${id}"`) })
  await createCity(here, called('tiny'), 'import', 'tiny.geojson')
  // its id is the scenario's too, and it is not finished: a place names a road that is not there
  const alone = { ...called('my-call'), landmarks: more.landmarks.replace('"down"', '"gone"') }
  await createCity(here, alone, 'copy', 'tiny')
  const gone = await createCity(here, called('gone'), 'copy', 'tiny')
  await here.drafts.remove(gone)
  const all = (await here.drafts.list()).filter(({ removed }) => !removed)
  const zip = await exportDrafts(here.drafts, all)

  const there = browser()
  const begun = await beginFromFile(there, asFile(zip), noQuestion)
  expect(begun).toMatchObject({ ok: true, cities: 1 })
  const cities = (await ownCities(there.drafts)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(cities.map(({ texts }) => texts)).toEqual([alone, called('tiny')])
  const calls = (await there.drafts.list()).filter(({ kind }) => kind === 'scenario')
  expect(calls.map(({ id }) => id)).toEqual(begun.ok && begun.ids)
  expect(calls.map(({ name }) => name)).toEqual(['my-call'])
  // taken again, nothing is asked and no city is doubled
  expect((await beginFromFile(there, asFile(zip), noQuestion)).ok).toBe(true)
  expect(await ownCities(there.drafts)).toHaveLength(2)

  // a shelf with nothing but a city
  const cityOnly = await exportDrafts(
    here.drafts,
    all.filter(({ kind, name }) => kind === 'city' && name === 'tiny'),
  )
  const third = browser()
  const only = await beginFromFile(third, asFile(cityOnly), noQuestion)
  expect(only).toEqual({ ok: true, ids: [], cities: 1 })
  expect(await ownCities(third.drafts)).toMatchObject([{ id: 'tiny', texts: tinyTexts() }])
})

it('a city that was thrown away keeps its id, and can’t be chosen', async () => {
  const parts = browser()
  const id = await createCity(parts, tinyTexts(), 'copy', 'tiny')
  await parts.drafts.remove(id)
  expect(await ownCities(parts.drafts)).toEqual([])
  expect(await takenCityIds(parts.drafts, parts.content)).toEqual(['saijiang', 'tiny'])
})

it('a scenario is written on one’s own cities as they are stored, and on no other under a shipped name', async () => {
  const parts = browser()
  await createCity(parts, tinyTexts(), 'copy', 'tiny')
  const texts = tinyTexts()
  await createCity(
    parts,
    { ...texts, city: texts.city.replace('"tiny"', '"saijiang"') },
    'copy',
    'x',
  )
  const files = { 'taxonomy.yaml': '', 'rubric.yaml': '' }
  const { readFileSync } = await import('node:fs')
  const read = (path: string) =>
    path in files
      ? Promise.resolve(readFileSync(`scenarios/${path}`, 'utf8'))
      : Promise.reject(new Error(path))
  const ground = await loadGround({ ...parts.content, read }, parts.drafts)
  expect(ground.cities).toEqual(['saijiang', 'tiny'])
  expect((await ground.library.city('tiny')).city.landmarks.get('shop')?.y).toBe(900)
  await expect(ground.library.city('saijiang')).rejects.toThrow()
})
