import { jsonOf, textIn } from '../../core/city/json.ts'
import { CARRIED, textsIn } from '../../core/city/texts.ts'
import { textOf } from '../../core/files/files.ts'
import type { DraftStore, PublicationStore } from '../../storage/drafts/ports.ts'
import type { ContentFiles } from '../services.ts'

export interface PublishedFrom {
  readonly drafts: Pick<DraftStore, 'blob'>
  readonly publications: Pick<PublicationStore, 'publications'>
}

const VOICE = /^voice\/(?:zh|en)\/[^/]+$/

/**
 * The files that came with the program, and over them what was published in this browser: each version by its hash, so
 * that an attempt finds its own, whatever came after it.
 */
export function withPublished(content: ContentFiles, from: PublishedFrom): ContentFiles {
  /** By the scenario's hash: addresses of its recordings. They stay for as long as the page does. */
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
      if (!voices.has(hash)) {
        const urls = new Map<string, string>()
        for (const [path, file] of row.files) {
          if (!('blob' in file) || !VOICE.test(path)) continue
          const blob = await from.drafts.blob(file.blob)
          if (blob) urls.set(`${id}/${path}`, URL.createObjectURL(blob))
        }
        voices.set(hash, urls)
      }
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
