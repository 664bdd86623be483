import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { SCENARIOS } from '../../cli/content.ts'
import { type Files, textOf } from '../../core/files/files.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import { headingOf } from '../../core/scenario/heading.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import { memoryDraftRows } from '../../storage/drafts/memoryRows.ts'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import { makeSightMemory } from '../../storage/drafts/sightMemory.ts'
import { makeDraftStore, makePublicationStore } from '../../storage/drafts/store.ts'
import { memoryLeases } from '../../storage/lease.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'
import {
  beginAsAnother,
  beginFromCall,
  beginFromFile,
  beginFromTemplate,
  callsThere,
  exportDrafts,
} from './shelf.ts'

const read = (path: string) => readFileSync(`${SCENARIOS}${path}`, 'utf8')
const PATHS = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.yaml$/.test(path))
  .sort()
const SOURCE = read('lost-child/scenario.yaml')

const ask = () => Promise.reject(new Error('no city is asked about'))

function shelf() {
  const rows = memoryDraftRows()
  const drafts = makeDraftStore({ rows, leases: memoryLeases(new Map()), persist: () => {} })
  const publications = makePublicationStore(rows, { tell: () => {}, onTold: () => () => {} })
  const content = {
    paths: () => PATHS,
    read: async (path: string) => read(path),
    url: () => undefined,
  }
  return { drafts, publications, sights: makeSightMemory(rows), content, now: () => 5 }
}

/** A publication of a text, made here. */
function row(text: string, version: number, withdrawnAt: number | null = null): PublishedRow {
  const files: Files = new Map([
    [SCENARIO_FILE, { text }],
    ['voice/zh/a.webm', { blob: 'b', type: 'audio/webm', size: 1 }],
    ['city/city.json', { text: '{}' }],
  ])
  const id = headingOf(text).id ?? ''
  const hash = sha256(text)
  const more = { at: version, note: '', draft: 'd', entry: null, files, withdrawnAt }
  return { kind: 'scenario', id, version, hash, ...more }
}

describe('the shelf', () => {
  let parts: ReturnType<typeof shelf>
  beforeEach(() => {
    parts = shelf()
  })
  const draft = async (id: string) => {
    const found = await parts.drafts.read(id)
    if (!found) throw new Error('no such draft')
    return { ...found, text: textOf(found.files, SCENARIO_FILE) }
  }

  it('begins with a template under a free id and a title to be replaced', async () => {
    const first = await draft(await beginFromTemplate(parts, 'empty', []))
    expect(first.info).toMatchObject({ name: 'my-call-1', title: { zh: '未命名来电 1' } })
    const known = await parts.drafts.list()
    const second = await draft(await beginFromTemplate(parts, 'simple-report', known))
    expect(second.info).toMatchObject({ name: 'my-call-2', title: { en: 'Simple report 2' } })
    expect(headingOf(second.text)).toEqual({ id: 'my-call-2', title: second.info.title })
    expect(parseScenario(second.text).ok).toBe(true)
  })

  it('calls what is there by its title, published or shipped', async () => {
    const calls = await callsThere(parts.content, [])
    expect(calls.map(({ id }) => id)).toEqual(['crying-girl', 'life-noise', 'lost-child', 'pylon'])
    expect(calls[2]).toEqual({ id: 'lost-child', title: headingOf(SOURCE).title, version: null })
    const other = SOURCE.replace('id: lost-child', 'id: found-child').replace(
      'title: { zh: 商场里不见的孩子, en: The boy who was just here }',
      'title:\n  zh: 找到了\n  en: Found',
    )
    const published = [row(other, 2), row(other, 5, 9), row(other, 1), row(SOURCE, 3)]
    const now = await callsThere(parts.content, published)
    expect(now.find(({ id }) => id === 'found-child')).toEqual({
      id: 'found-child',
      title: { zh: '找到了', en: 'Found' },
      version: 2,
    })
    expect(now.find(({ id }) => id === 'lost-child')?.version).toBe(3)
  })

  it('begins the next version of a call with the very text that recruits have, and its plans', async () => {
    const [call] = (await callsThere(parts.content, [])).filter(({ id }) => id === 'lost-child')
    if (!call) throw new Error('not shipped')
    const { info, files, text } = await draft(await beginFromCall(parts, call, []))
    expect(text).toBe(SOURCE)
    expect(info).toMatchObject({ name: 'lost-child', title: headingOf(SOURCE).title })
    expect([...files.keys()].filter((path) => path.startsWith('plans/'))).not.toEqual([])

    const published = [row(`# mine\n${SOURCE}`, 2), row(SOURCE, 1)]
    const later = await draft(await beginFromCall(parts, call, published))
    expect(later.text).toBe(`# mine\n${SOURCE}`)
    // the recording came along; the city has a draft of its own
    expect(later.files.has('voice/zh/a.webm')).toBe(true)
    expect(later.files.has('city/city.json')).toBe(false)
  })

  it('begins another call like one that is there, under an id and a title of its own', async () => {
    const [call] = (await callsThere(parts.content, [])).filter(({ id }) => id === 'lost-child')
    if (!call) throw new Error('not shipped')
    const begin = async () => beginAsAnother(parts, call, [], await parts.drafts.list())
    const first = await draft(await begin())
    expect(first.info.name).toBe('lost-child-1')
    expect(first.info.title).toEqual({
      zh: '商场里不见的孩子（副本）',
      en: 'Copy of The boy who was just here',
    })
    const parsed = parseScenario(first.text)
    expect(parsed.ok && [parsed.scenario.id, parsed.scenario.version]).toEqual(['lost-child-1', 1])
    expect((await draft(await begin())).info.name).toBe('lost-child-2')
  })

  it('takes a file and gives back the same in a zip, title on many lines and all', async () => {
    const text = SOURCE.replace(
      'title: { zh: 商场里不见的孩子, en: The boy who was just here }',
      'title:\n  zh: 很长的\n  en: >-\n    A long\n    title',
    )
    const done = await beginFromFile(parts, new File([text], 'a.yaml'), ask)
    if (!done.ok) throw new Error(done.why?.en)
    const infos = await parts.drafts.list()
    expect(infos[0]).toMatchObject({
      name: 'lost-child',
      title: { zh: '很长的', en: 'A long title' },
    })
    // it can be exported while this or another tab writes it
    await parts.drafts.open(infos[0]?.id ?? '')
    const zip = await exportDrafts(parts.drafts, infos)
    const again = await beginFromFile(parts, new File([zip.slice()], 'a.zip'), ask)
    if (!again.ok) throw new Error(again.why?.en)
    expect((await draft(again.ids[0] ?? '')).text).toBe(text)
    await parts.drafts.append(
      infos[0]?.id ?? '',
      [{ n: 0, at: 6, label: { zh: '', en: '' }, files: [] }],
      { name: 'lost-child', title: { zh: '', en: '' } },
    )
  })

  it('refuses a file that is no scenario, and makes nothing of it', async () => {
    for (const file of [new File(['PK nonsense'], 'a.zip'), new File([], 'b.zip')])
      expect((await beginFromFile(parts, file, ask)).ok).toBe(false)
    const large = new File(['x'.repeat(1_200_001)], 'c.yaml')
    expect((await beginFromFile(parts, large, ask)).ok).toBe(false)
    expect(await parts.drafts.list()).toEqual([])
  })
})
