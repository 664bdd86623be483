import { jsonOf, textIn } from '../../core/city/json.ts'
import { CARRIED, type CityTexts, textsIn } from '../../core/city/texts.ts'
import { type Files, textOf } from '../../core/files/files.ts'
import type { DraftStore, PublicationStore } from '../../storage/drafts/ports.ts'
import type { ContentFiles } from '../services.ts'

export interface PublishedFrom {
  readonly drafts: Pick<DraftStore, 'blob'>
  readonly publications: Pick<PublicationStore, 'publications'>
}

const VOICE = /^voice\/(?:zh|en)\/[^/]+$/

/** Path under `scenarios/` → address, of each recording among a scenario's files. They stay for as long as the page does. */
export async function voiceAddresses(
  id: string,
  files: Files,
  drafts: Pick<DraftStore, 'blob'>,
): Promise<ReadonlyMap<string, string>> {
  const urls = new Map<string, string>()
  for (const [path, file] of files) {
    if (!('blob' in file) || !VOICE.test(path)) continue
    const blob = await drafts.blob(file.blob)
    if (blob) urls.set(`${id}/${path}`, URL.createObjectURL(blob))
  }
  return urls
}

/**
 * The files that came with the program, and over them what was published in this browser: each version by its hash, so
 * that an attempt finds its own, whatever came after it.
 */
export function withPublished(content: ContentFiles, from: PublishedFrom): ContentFiles {
  /** By the scenario's hash: addresses of its recordings. */
  const voices = new Map<string, ReadonlyMap<string, string>>()
  return {
    ...content,
    url(path, hash) {
      const own = hash === undefined ? undefined : voices.get(hash)?.get(path)
      return own ?? content.url(path)
    },
    async pinned(id, hash) {
      const rows = await from.publications.publications()
      const row = rows.find((one) => one.kind === 'scenario' && one.id === id && one.hash === hash)
      if (!row) return null
      if (!voices.has(hash)) voices.set(hash, await voiceAddresses(id, row.files, from.drafts))
      return textOf(row.files, 'scenario.yaml')
    },
    async carried(hash, city) {
      const rows = await from.publications.publications()
      const row = rows.find((one) => one.kind === 'scenario' && one.hash === hash)
      const texts = row && textsIn(row.files, CARRIED)
      return texts && idIn(texts.city) === city ? texts : null
    },
  }
}

/** The id in a city.json; empty if it says none. */
function idIn(text: string): string {
  return textIn(jsonOf(text), 'id')
}

export interface PreviewedDraft {
  /** The scenario's id. */
  readonly id: string
  readonly text: string
  /** SHA-256 of the text. */
  readonly hash: string
  /** The city of one's own that it plays in; null: one that came with the program. */
  readonly city: CityTexts | null
  /** See `voiceAddresses`. */
  readonly voices: ReadonlyMap<string, string>
}

/** The same files with one draft over them, as if it were published: for trying it, in this page alone. */
export function withDraft(content: ContentFiles, draft: PreviewedDraft): ContentFiles {
  const isIts = (path: string): boolean => path === `${draft.id}/scenario.yaml`
  return {
    ...content,
    paths: () => [...new Set([...content.paths(), `${draft.id}/scenario.yaml`])].sort(),
    read: (path) => (isIts(path) ? Promise.resolve(draft.text) : content.read(path)),
    url(path, hash) {
      const own = hash === draft.hash ? draft.voices.get(path) : undefined
      return own ?? content.url(path, hash)
    },
    pinned: async (id, hash) =>
      id === draft.id && hash === draft.hash
        ? draft.text
        : ((await content.pinned?.(id, hash)) ?? null),
    carried: async (hash, city) =>
      hash === draft.hash ? draft.city : ((await content.carried?.(hash, city)) ?? null),
  }
}
