import { CARRIED } from '../../core/city/texts.ts'
import { type FileContent, type Files, textOf } from '../../core/files/files.ts'
import {
  fromTemplate,
  isScenarioId,
  renamed,
  TEMPLATES,
  UNTITLED,
} from '../../core/scenario/fromTemplate.ts'
import { headingOf } from '../../core/scenario/heading.ts'
import { MAX_SOURCE, parseScenario } from '../../core/scenario/parse.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { textsOf } from '../../core/scenario/texts/texts.ts'
import { startTrack, TRACK_FILE, writeTrack } from '../../core/scenario/texts/track.ts'
import type {
  DraftInfo,
  DraftOrigin,
  DraftStore,
  NewDraft,
  PublishedRow,
} from '../../storage/drafts/ports.ts'
import type { Services } from '../../ui/services.ts'
import { type AskCities, takeCities } from '../cities/arrivals.ts'
import { isCity, ownCities } from '../cities/own.ts'
import { bytesOf, cityIn } from '../cities/travel.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'
import { freeName } from '../names.ts'
import { isText, typeOf } from '../package/paths.ts'
import type { ScenarioFiles } from '../package/zip.ts'
import { PROGRAM } from '../program.ts'
import { shippedFiles, shippedIds } from '../shipped.ts'
import { firstSight } from '../sight.ts'
import { draftFiles } from '../versions/versions.ts'

/** What can be done on the shelf: drafts begin, travel, and are thrown away. */

export type Begun =
  /** The drafts of scenarios, and how many cities came by themselves. */
  | { readonly ok: true; readonly ids: readonly string[]; readonly cities: number }
  /** `why` is null if it was called off. */
  | { readonly ok: false; readonly why: Text | null }

type Parts = Pick<Services, 'drafts' | 'sights' | 'content' | 'now'>

async function create(
  { drafts, sights, now }: Parts,
  origin: DraftOrigin,
  name: string,
  title: Text,
  files: Files,
): Promise<string> {
  const id = drafts.newId()
  const draft: NewDraft = { id, kind: 'scenario', origin, createdAt: now() }
  if (files.has(TRACK_FILE)) {
    await drafts.create(draft, { name, title }, files)
    return id
  }
  // what a call that is new here says in both languages counts as agreed: from now on it shows what has changed
  const text = textOf(files, SCENARIO_FILE)
  const parsed = parseScenario(text)
  const track = writeTrack(startTrack(textsOf(parsed.tree)))
  await drafts.create(draft, { name, title }, new Map([...files, [TRACK_FILE, { text: track }]]))
  // it was read, and need not be read again to be seen
  const sight = firstSight(PROGRAM, text, parsed)
  if (sight) await sights.keep(id, sight).catch(() => undefined)
  return id
}

const only = (text: string): Files => new Map([[SCENARIO_FILE, { text }]])

/** What lists call a file; what it doesn't tell is the name given. */
function namesIn(text: string, name: string): { readonly name: string; readonly title: Text } {
  const { id, title } = headingOf(text)
  const own = id !== null && isScenarioId(id) ? id : name
  return { name: own, title: title ?? { zh: own, en: own } }
}

/** A draft from a template, under an id that no other draft or call here has. */
export async function beginFromTemplate(
  parts: Parts,
  template: string,
  known: readonly DraftInfo[],
): Promise<string> {
  const text = await parts.content.read(`templates/${template}/scenario.yaml`)
  const shipped = parts.content.paths().map((path) => path.split('/')[0] ?? '')
  const id = freeName('my-call', [...shipped, ...known.map(({ name }) => name)])
  const n = id.slice('my-call-'.length)
  // several drafts without a name of their own yet are told apart by what they began as
  const kind = TEMPLATES.find(({ id }) => id === template && id !== 'empty')
  const name = kind?.name ?? UNTITLED
  const title = { zh: `${name.zh} ${n}`, en: `${name.en} ${n}` }
  const own = fromTemplate(text, id, title) ?? text
  const names = namesIn(own, id)
  return create(parts, { from: 'template', of: template }, id, names.title, only(own))
}

/** A call that recruits have: it came with the program, or was published here. */
export interface CallThere {
  readonly id: string
  readonly title: Text
  /** As which version it was published here; null: it came with the program. */
  readonly version: number | null
}

/** The calls that are there, by their id; what was published last stands for what came with the program. */
export async function callsThere(
  content: Parts['content'],
  published: readonly PublishedRow[],
): Promise<readonly CallThere[]> {
  const calls = new Map<string, CallThere>()
  for (const id of shippedIds(content)) {
    const text = await content.read(`${id}/scenario.yaml`)
    calls.set(id, { id, title: namesIn(text, id).title, version: null })
  }
  for (const row of newest(published))
    calls.set(row.id, {
      id: row.id,
      title: row.entry?.title ?? namesIn(textOf(row.files, SCENARIO_FILE), row.id).title,
      version: row.version,
    })
  return [...calls.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Of each scenario the version that recruits find: the newest that was not withdrawn. */
function newest(published: readonly PublishedRow[]): readonly PublishedRow[] {
  const rows = new Map<string, PublishedRow>()
  for (const row of published) {
    if (row.kind !== 'scenario' || row.withdrawnAt !== null) continue
    const known = rows.get(row.id)
    if (!known || known.version < row.version) rows.set(row.id, row)
  }
  return [...rows.values()]
}

async function filesOfCall(
  { content }: Parts,
  call: CallThere,
  published: readonly PublishedRow[],
): Promise<Files> {
  const row = newest(published).find(({ id }) => id === call.id)
  return row ? draftFiles(row) : shippedFiles(content, call.id)
}

/** A draft of the next version of a call that is there, its test plans and recordings too. */
export async function beginFromCall(
  parts: Parts,
  call: CallThere,
  published: readonly PublishedRow[],
): Promise<string> {
  const files = await filesOfCall(parts, call, published)
  const names = namesIn(textOf(files, SCENARIO_FILE), call.id)
  return create(parts, { from: 'copy', of: call.id }, names.name, names.title, files)
}

/** A draft of another call that begins as this one: it has an id and a title of its own. */
export async function beginAsAnother(
  parts: Parts,
  call: CallThere,
  published: readonly PublishedRow[],
  known: readonly DraftInfo[],
): Promise<string> {
  const files = await filesOfCall(parts, call, published)
  const taken = [
    ...shippedIds(parts.content),
    ...published.map(({ id }) => id),
    ...known.map(({ name }) => name),
  ]
  const id = freeName(call.id.slice(0, 34).replace(/-+$/, ''), taken)
  const title = {
    zh: `${call.title.zh.slice(0, 590)}（副本）`,
    en: `Copy of ${call.title.en.slice(0, 880)}`,
  }
  const text = renamed(textOf(files, SCENARIO_FILE), id, title)
  if (text === null) return beginFromCall(parts, call, published)
  const own = new Map([...files, [SCENARIO_FILE, { text }]])
  return create(parts, { from: 'copy', of: call.id }, id, title, own)
}

/**
 * Drafts from a file: a zip of scenarios, or one scenario's YAML. Nothing is taken if anything in it is amiss. `ask` is
 * called if a city in it has the id of another one here.
 */
export async function beginFromFile(
  parts: Parts & Pick<Services, 'publications'>,
  file: File,
  ask: AskCities,
): Promise<Begun> {
  if (/\.ya?ml$/i.test(file.name)) {
    if (file.size > MAX_SOURCE * 4)
      return { ok: false, why: { zh: '文件太大，不像脚本。', en: 'Too large for a scenario.' } }
    const text = await file.text()
    const names = namesIn(text, 'imported')
    const id = await create(
      parts,
      { from: 'import', of: file.name.slice(0, 80) },
      names.name,
      names.title,
      only(text),
    )
    return { ok: true, ids: [id], cities: 0 }
  }
  const { unpackScenarios } = await import('../package/zip.ts')
  const read = unpackScenarios(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return read
  const arriving = [...read.scenarios, ...read.cities]
  const taken = await takeCities(parts, arriving, file.name, ask)
  if (!taken.ok) return taken
  const ids: string[] = []
  for (const { name, files } of taken.scenarios) {
    // a city that came by itself
    if (!files.has(SCENARIO_FILE)) continue
    const contents = new Map<string, FileContent>()
    for (const [path, bytes] of files) {
      if (path.startsWith(CARRIED)) continue
      contents.set(
        path,
        isText(path)
          ? { text: new TextDecoder().decode(bytes) }
          : await parts.drafts.putBlob(new Blob([bytes.slice()], { type: typeOf(path) })),
      )
    }
    const scenario = contents.get(SCENARIO_FILE)
    const names = namesIn(scenario && 'text' in scenario ? scenario.text : '', name)
    ids.push(
      await create(
        parts,
        { from: 'import', of: file.name.slice(0, 80) },
        names.name,
        names.title,
        contents,
      ),
    )
  }
  return { ok: true, ids, cities: read.cities.length }
}

/**
 * Drafts as a zip; two drafts of one id are told apart by a number. A city of one's own travels with the scenarios that
 * play in it, and by itself if it is among the drafts and none of them does.
 */
export async function exportDrafts(
  drafts: DraftStore,
  infos: readonly DraftInfo[],
): Promise<Uint8Array> {
  const { packScenarios } = await import('../package/zip.ts')
  const { filesNow } = await import('./filesNow.ts')
  const taken: string[] = []
  const all: ScenarioFiles[] = []
  const folderOf = (info: DraftInfo): string => {
    const front = isScenarioId(info.name) ? info.name : 'draft'
    const name = taken.includes(front) ? freeName(front.slice(0, 34), taken) : front
    taken.push(name)
    return name
  }
  const cities = await ownCities(drafts)
  const carried = new Set<string>()
  for (const info of infos.filter((one) => !isCity(one))) {
    const name = folderOf(info)
    const files = await filesNow(drafts, info.id)
    const city = cities.find(({ id }) => id === cityIn(files))
    if (city) carried.add(city.draft)
    all.push({ name, files: city ? new Map([...files, ...bytesOf(city)]) : files })
  }
  for (const info of infos) {
    const city = carried.has(info.id) ? null : cities.find(({ draft }) => draft === info.id)
    if (city) all.push({ name: folderOf(info), files: new Map(bytesOf(city)) })
  }
  return packScenarios(all)
}
