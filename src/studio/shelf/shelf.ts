import { CARRIED } from '../../core/city/texts.ts'
import { type FileContent, type Files, textOf } from '../../core/files/files.ts'
import { fromTemplate, isScenarioId } from '../../core/scenario/fromTemplate.ts'
import { MAX_SOURCE, parseScenario } from '../../core/scenario/parse.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { textsOf } from '../../core/scenario/texts/texts.ts'
import { startTrack, TRACK_FILE, writeTrack } from '../../core/scenario/texts/track.ts'
import type { DraftInfo, DraftOrigin, DraftStore } from '../../storage/drafts/ports.ts'
import type { Services } from '../../ui/services.ts'
import { ownCities } from '../cities/own.ts'
import { bytesOf, cityIn, takeCities } from '../cities/travel.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'
import { freeName } from '../names.ts'
import { isText, mayTravel, typeOf } from '../package/paths.ts'
import type { ScenarioFiles } from '../package/zip.ts'

/** What can be done on the shelf: drafts begin, travel, and are thrown away. */

export type Begun =
  | { readonly ok: true; readonly ids: readonly string[] }
  | { readonly ok: false; readonly why: Text }

type Parts = Pick<Services, 'drafts' | 'content' | 'now'>

async function create(
  { drafts, now }: Parts,
  origin: DraftOrigin,
  name: string,
  title: Text,
  files: Files,
): Promise<string> {
  const id = drafts.newId()
  const watched = watchedFromNow(files)
  await drafts.create({ id, kind: 'scenario', origin, createdAt: now() }, { name, title }, watched)
  return id
}

/** What a call that is new here says in both languages counts as agreed: from now on it shows what has changed. */
function watchedFromNow(files: Files): Files {
  if (files.has(TRACK_FILE)) return files
  const track = startTrack(textsOf(parseScenario(textOf(files, SCENARIO_FILE)).tree))
  return new Map([...files, [TRACK_FILE, { text: writeTrack(track) }]])
}

const only = (text: string): Files => new Map([[SCENARIO_FILE, { text }]])

/** The file's id and titles, told without reading it whole; what can't be told is the name given. */
function namesIn(text: string, name: string): { name: string; title: Text } {
  const id = /^id:\s*([a-z][a-z0-9-]*)\s*$/m.exec(text)?.[1] ?? name
  const title = /^title:\s*\{\s*zh:\s*(.+?),\s*en:\s*(.+?)\s*\}\s*$/m.exec(text)
  const bare = (value: string) => value.replace(/^(['"])(.*)\1$/, '$2')
  return {
    name: id,
    title: title ? { zh: bare(title[1] ?? id), en: bare(title[2] ?? id) } : { zh: id, en: id },
  }
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
  const own = fromTemplate(text, id) ?? text
  const names = namesIn(own, id)
  return create(parts, { from: 'template', of: template }, id, names.title, only(own))
}

/** A draft that begins as a copy of a call that came with the program, its test plans too. */
export async function beginFromCopy(parts: Parts, scenario: string): Promise<string> {
  const files = new Map<string, FileContent>()
  for (const path of parts.content.paths()) {
    const own = path.startsWith(`${scenario}/`) ? path.slice(scenario.length + 1) : ''
    if (mayTravel(own)) files.set(own, { text: await parts.content.read(path) })
  }
  const names = namesIn(textOf(files, SCENARIO_FILE), scenario)
  return create(parts, { from: 'copy', of: scenario }, names.name, names.title, files)
}

/** Drafts from a file: a zip of scenarios, or one scenario's YAML. Nothing is taken if anything in it is amiss. */
export async function beginFromFile(parts: Parts, file: File): Promise<Begun> {
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
    return { ok: true, ids: [id] }
  }
  const { unpackScenarios } = await import('../package/zip.ts')
  const read = unpackScenarios(new Uint8Array(await file.arrayBuffer()))
  if (!read.ok) return read
  const refused = await takeCities(parts, read.scenarios, file.name)
  if (refused) return { ok: false, why: refused }
  const ids: string[] = []
  for (const { name, files } of read.scenarios) {
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
  return { ok: true, ids }
}

/** Drafts as a zip; two drafts of one id are told apart by a number. */
export async function exportDrafts(
  drafts: DraftStore,
  infos: readonly DraftInfo[],
): Promise<Uint8Array> {
  const { packScenarios } = await import('../package/zip.ts')
  const { filesNow } = await import('./filesNow.ts')
  const taken: string[] = []
  const all: ScenarioFiles[] = []
  // a city of one's own travels with the scenarios that play in it
  const cities = await ownCities(drafts)
  for (const info of infos) {
    const front = isScenarioId(info.name) ? info.name : 'draft'
    const name = taken.includes(front) ? freeName(front.slice(0, 34), taken) : front
    taken.push(name)
    const files = await filesNow(drafts, info.id)
    const city = cities.find(({ id }) => id === cityIn(files))
    all.push({ name, files: city ? new Map([...files, ...bytesOf(city)]) : files })
  }
  return packScenarios(all)
}
