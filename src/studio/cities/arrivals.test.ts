import { beforeEach, describe, expect, it } from 'vitest'
import { tinyTexts } from '../../core/city/cityFixtures.ts'
import { CARRIED, type CityTexts, filesOf } from '../../core/city/texts.ts'
import { textOf } from '../../core/files/files.ts'
import { memoryDraftRows } from '../../storage/drafts/memoryRows.ts'
import { makeSightMemory } from '../../storage/drafts/sightMemory.ts'
import { makeDraftStore, makePublicationStore } from '../../storage/drafts/store.ts'
import { memoryLeases } from '../../storage/lease.ts'
import { Draft } from '../draft/draft.ts'
import { packScenarios } from '../package/zip.ts'
import { beginFromFile } from '../shelf/shelf.ts'
import type { AskCities, CityChoice, Clash } from './arrivals.ts'
import { ownCities } from './own.ts'
import { createCity } from './travel.ts'

const MINE = tinyTexts()
/** As it is elsewhere: the shop is called otherwise. */
const THEIRS = {
  ...MINE,
  landmarks: MINE.landmarks.replace('{"zh":"一","en":"One"}', '{"zh":"店","en":"Shop"}'),
}
const YAML = '# a call\nid: my-call\ntitle: { zh: 一, en: One }\ncity: "tiny" # here\nbrief: {}\n'

function browser(shipped: CityTexts | null = null) {
  const rows = memoryDraftRows()
  const held = new Map()
  const tab = () => makeDraftStore({ rows, leases: memoryLeases(held), persist: () => {} })
  const drafts = tab()
  const publications = makePublicationStore(rows, { tell: () => {}, onTold: () => () => {} })
  const files = filesOf(shipped ?? MINE, 'cities/tiny/')
  const content = {
    paths: () => (shipped ? [...files.keys()] : []),
    read: async (path: string) => textOf(files, path),
    url: () => undefined,
  }
  return { drafts, publications, sights: makeSightMemory(rows), content, now: () => 1, tab }
}

function zipWith(...cities: readonly CityTexts[]): File {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const scenarios = cities.map((texts, n) => {
    const files = new Map([['scenario.yaml', bytes(YAML)]])
    for (const [path, file] of filesOf(texts, CARRIED))
      files.set(path, bytes('text' in file ? file.text : ''))
    return { name: `call-${n}`, files }
  })
  return new File([packScenarios(scenarios).slice()], 'theirs.zip')
}

/** Answers with these choices, and remembers what it was asked. */
function answering(...choices: readonly CityChoice[]) {
  const asked: Clash[] = []
  const ask: AskCities = (clashes) => {
    asked.push(...clashes)
    return Promise.resolve(choices)
  }
  return { asked, ask }
}

describe('a city in a zip whose id is here already', () => {
  let here: ReturnType<typeof browser>
  let mine: string
  beforeEach(async () => {
    here = browser()
    mine = await createCity(here, MINE, 'copy', 'x')
  })
  const calls = async () => {
    const infos = (await here.drafts.list()).filter(({ kind }) => kind === 'scenario')
    const files = await Promise.all(infos.map(({ id }) => here.drafts.read(id)))
    return files.map((read) => (read ? textOf(read.files, 'scenario.yaml') : ''))
  }

  it('is taken without a word if it is the same, however it is written', async () => {
    const { ask, asked } = answering()
    const roads = JSON.stringify(JSON.parse(MINE.roads), null, 1)
    expect((await beginFromFile(here, zipWith({ ...MINE, roads }), ask)).ok).toBe(true)
    expect(asked).toEqual([])
    expect(await ownCities(here.drafts)).toMatchObject([{ id: 'tiny', texts: MINE }])
  })

  it('is told with what differs; mine is kept', async () => {
    const { ask, asked } = answering('keep')
    expect((await beginFromFile(here, zipWith(THEIRS), ask)).ok).toBe(true)
    expect(asked).toMatchObject([{ id: 'tiny', here: 'own', choices: ['keep', 'copy', 'replace'] }])
    expect(asked[0]?.changes).toMatchObject([{ kind: 'place', name: { en: 'Shop' } }])
    expect(await ownCities(here.drafts)).toMatchObject([{ id: 'tiny', texts: MINE }])
    expect(await calls()).toEqual([YAML])
  })

  it('becomes a city of its own that its call names, and no second one when it comes again', async () => {
    const { ask } = answering('copy')
    await beginFromFile(here, zipWith(THEIRS), ask)
    await beginFromFile(here, zipWith(THEIRS), ask)
    const cities = await ownCities(here.drafts)
    expect(cities.map(({ id }) => id).sort()).toEqual(['tiny', 'tiny-2'])
    const copy = cities.find(({ id }) => id === 'tiny-2')
    expect(copy).toMatchObject({ name: { zh: '一（导入）', en: 'One (imported)' } })
    expect(copy?.texts.landmarks).toBe(THEIRS.landmarks)
    const renamed = YAML.replace('"tiny"', '"tiny-2"')
    expect(await calls()).toEqual([renamed, renamed])
  })

  it('takes the place of mine as one step, which undo takes back, with a version before it', async () => {
    const { ask } = answering('replace')
    expect((await beginFromFile(here, zipWith(THEIRS), ask)).ok).toBe(true)
    expect(await ownCities(here.drafts)).toMatchObject([{ id: 'tiny', texts: THEIRS }])
    expect(await here.drafts.versions(mine)).toMatchObject([{ why: 'import', note: 'theirs.zip' }])
    const draft = new Draft(await here.drafts.open(mine), here.drafts, here.now)
    draft.undo()
    await draft.close()
    expect(await ownCities(here.drafts)).toMatchObject([{ id: 'tiny', texts: MINE }])
  })

  it('changes nothing at all if it is called off, or if another tab has mine', async () => {
    const before = await here.drafts.list()
    const off = await beginFromFile(here, zipWith(THEIRS), () => Promise.resolve(null))
    expect(off).toEqual({ ok: false, why: null })
    await here.tab().open(mine)
    const busy = await beginFromFile(here, zipWith(THEIRS), answering('replace').ask)
    expect(busy.ok ? '' : busy.why?.en).toContain('open in another tab')
    expect(await here.drafts.list()).toEqual(before)
    expect(await ownCities(here.drafts)).toMatchObject([{ texts: MINE }])
  })

  it('brings back mine that was thrown away: silently if it is the same, else as was chosen', async () => {
    await here.drafts.remove(mine)
    await beginFromFile(here, zipWith(MINE), answering().ask)
    expect(await ownCities(here.drafts)).toMatchObject([{ id: 'tiny', texts: MINE }])
    await here.drafts.remove(mine)
    const { ask, asked } = answering('replace')
    await beginFromFile(here, zipWith(THEIRS), ask)
    expect(asked).toMatchObject([{ here: 'removed' }])
    expect(await ownCities(here.drafts)).toMatchObject([{ id: 'tiny', texts: THEIRS }])
  })
})

it('one that came with the program can’t be replaced', async () => {
  const here = browser(MINE)
  const { ask, asked } = answering('keep')
  await beginFromFile(here, zipWith(THEIRS), ask)
  expect(asked).toMatchObject([{ here: 'shipped', choices: ['keep', 'copy'] }])
  expect(await ownCities(here.drafts)).toEqual([])
})

it('two scenarios that bring different cities of one id are told apart', async () => {
  const here = browser()
  const { ask, asked } = answering('copy')
  await beginFromFile(here, zipWith(MINE, THEIRS), ask)
  expect(asked).toMatchObject([{ here: 'zip', choices: ['keep', 'copy'] }])
  const cities = await ownCities(here.drafts)
  expect(cities.map(({ id }) => id).sort()).toEqual(['tiny', 'tiny-2'])
})
