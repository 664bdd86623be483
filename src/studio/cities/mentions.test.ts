import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Files } from '../../core/files/files.ts'
import { memoryDraftRows } from '../../storage/drafts/memoryRows.ts'
import { makeDraftStore } from '../../storage/drafts/store.ts'
import { memoryLeases } from '../../storage/lease.ts'
import { mentionsOf, namedIn } from './mentions.ts'

const YAML = `id: my-call
city: tiny
vary: { spot: [shop, { at: mall, zh: 里面 }] }
caller:
  shows: { number: '138', sector: { around: tower }, pin: { at: gate } }
facts:
  where: { record: location, is: [$spot, kiln] }
  who: { record: people, is: nobody }
talk: { start: lake }
`
const PLAN = `title: 走完
steps:
  - find: park
  - set: { field: location, value: { place: square, text: square } }
  - dispatch: one-1
  - chase: two-1
  - answer
`
const files = (yaml: string): Files =>
  new Map([
    ['scenario.yaml', { text: yaml }],
    ['plans/best.yaml', { text: PLAN }],
    ['plans/broken.yaml', { text: 'steps: [' }],
  ])

it('a scenario names places where it says where things are, and units in its test plans', () => {
  const named = namedIn(files(YAML), 'tiny')
  for (const id of ['shop', 'mall', 'tower', 'gate', 'kiln', 'park', 'square'])
    expect(named?.places.has(id), id).toBe(true)
  for (const id of ['nobody', 'lake', 'my-call']) expect(named?.places.has(id), id).toBe(false)
  expect([...(named?.units ?? [])]).toEqual(['one-1', 'two-1'])
  expect(namedIn(files(YAML), 'tin')).toBeNull()
  expect(namedIn(files('city: tiny: broken ['), 'tiny')).toBeNull()
})

it('a shipped scenario names the places of its city', () => {
  const text = readFileSync('scenarios/lost-child/scenario.yaml', 'utf8')
  const named = namedIn(new Map([['scenario.yaml', { text }]]), 'saijiang')
  const landmarks = readFileSync('scenarios/cities/saijiang/landmarks.geojson', 'utf8')
  const known = [...(named?.places ?? [])].filter((id) => landmarks.includes(`"id":"${id}"`))
  expect(known.length).toBeGreaterThan(2)
})

it('only the shelf’s drafts of that city are told, without those thrown away', async () => {
  const leases = memoryLeases(new Map())
  const drafts = makeDraftStore({ rows: memoryDraftRows(), leases, persist: () => {} })
  const add = async (zh: string, kind: 'scenario' | 'city', yaml: string) => {
    const id = drafts.newId()
    const origin = { from: 'template', of: 'empty' } as const
    const names = { name: 'my-call', title: { zh, en: zh } }
    await drafts.create({ id, kind, origin, createdAt: 1 }, names, files(yaml))
    return id
  }
  await add('甲', 'scenario', YAML)
  await add('乙', 'scenario', YAML.replace('city: tiny', 'city: other'))
  await add('丙', 'city', YAML)
  await drafts.remove(await add('丁', 'scenario', YAML))
  const mentions = await mentionsOf(drafts, 'tiny')
  expect(mentions.map(({ title }) => title.zh)).toEqual(['甲'])
})
