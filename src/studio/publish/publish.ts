import { CARRIED, filesOf, textsIn } from '../../core/city/texts.ts'
import type { Files } from '../../core/files/files.ts'
import { entryOf } from '../../core/scenario/entry.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { sameData } from '../../core/sim/same.ts'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import type { Findings } from '../checker/findings.ts'
import type { OwnCity } from '../cities/own.ts'
import type { Studio } from '../studio.ts'

/** Giving a draft to the desk. Only a text that was proved whole, robots included, is given, and exactly that one. */

/** What keeps a draft from being published just now. */
export type Hindrance =
  | { readonly kind: 'checking' }
  | { readonly kind: 'errors'; readonly count: number }
  /** It has not changed since it was published. */
  | { readonly kind: 'same' }

/** Null: nothing does. */
export function hindranceOf(
  { revision, report, diagnostics, scenario }: Findings,
  draft: { readonly revision: number; readonly text: string; readonly files: Files },
  published: PublishedRow | null,
  own: readonly OwnCity[],
): Hindrance | null {
  const count = diagnostics.filter(({ severity }) => severity === 'error').length
  if (revision === draft.revision && (count > 0 || !scenario))
    return { kind: 'errors', count: Math.max(1, count) }
  if (revision !== draft.revision || !report?.last) return { kind: 'checking' }
  if (!report.ok) return { kind: 'errors', count: Math.max(1, count) }
  if (
    published &&
    published.hash === sha256(draft.text) &&
    !cityChanged(published, scenario, own) &&
    sameData(blobsOf(published.files), blobsOf(draft.files))
  )
    return { kind: 'same' }
  return null
}

/** The recordings, by path, each by its content. */
const blobsOf = (files: Files): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files].flatMap(([path, file]) => ('blob' in file ? [[path, file.blob] as const] : [])),
  )

/** Has the city of one's own that a scenario plays in changed since it was published with it? */
function cityChanged(
  { files }: PublishedRow,
  scenario: Findings['scenario'],
  own: readonly OwnCity[],
): boolean {
  const city = own.find(({ id }) => id === scenario?.city)
  return city !== undefined && !sameData(textsIn(files, CARRIED), city.texts)
}

/** The greatest that the format takes. */
export const MAX_VERSION = 9999

/** The least version number that may be given: above all that went before. */
export function nextVersion(
  own: number,
  published: readonly PublishedRow[],
  shipped: number,
): number {
  const newest = Math.max(shipped, 0, ...published.map(({ version }) => version))
  return Math.max(own, newest + 1)
}

/** Resolves when the draft's text as it stands has been proved, to its last stage. */
export function proved({ findings, draft }: Pick<Studio, 'findings' | 'draft'>): Promise<Findings> {
  const isDone = ({ revision, report }: Findings) =>
    revision === draft.state.revision && report?.last === true
  return new Promise((resolve) => {
    const now = findings.get()
    if (isDone(now)) {
      resolve(now)
      return
    }
    const stop = findings.subscribe(() => {
      const next = findings.get()
      if (!isDone(next)) return
      stop()
      resolve(next)
    })
  })
}

export type Published =
  | { readonly ok: true; readonly row: { readonly id: string; readonly version: number } }
  | { readonly ok: false; readonly why: Text }

/** Writes the version into the file, waits for the proof of that text, and publishes it with all its files. */
export async function publish(studio: Studio, version: number, note: string): Promise<Published> {
  const { draft, findings, services, ground, edit } = studio
  const own = findings.get().scenario?.version
  if (own !== version) {
    const label = { zh: `版本号改为 ${version}`, en: `version ${version}` }
    if (!(await edit(label, [{ kind: 'set', path: ['version'], value: version }])))
      return { ok: false, why: { zh: '版本号写不进去。', en: "The version can't be written." } }
  }
  const { scenario, report } = await proved(studio)
  const { text, files } = draft.state
  if (!scenario || !report?.ok)
    return {
      ok: false,
      why: { zh: '还有错误，先改好再发布。', en: 'There are errors; mend them first.' },
    }
  await draft.written()
  const city = ground.own.find(({ id }) => id === scenario.city)
  const hash = sha256(text)
  await services.publications.publish({
    kind: 'scenario',
    id: scenario.id,
    version,
    hash,
    at: services.now(),
    note,
    draft: draft.id,
    entry: { ...entryOf(scenario, hash, ground.taxonomy), proven: true },
    // a city of one's own goes with it: the desk knows no other way to find it
    files: city ? new Map([...files, ...filesOf(city.texts, CARRIED)]) : files,
  })
  return { ok: true, row: { id: scenario.id, version } }
}
