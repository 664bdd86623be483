import { CARRIED, type CityTexts, filesOf, textsIn } from '../../core/city/texts.ts'
import type { FileContent, Files } from '../../core/files/files.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Services } from '../../ui/services.ts'
import type { ScenarioFiles } from '../package/zip.ts'
import { namesIn, type OwnCity, takenCityIds } from './own.ts'

/** Cities that travel with the scenarios that play in them. */

const decoded = (bytes: Uint8Array | undefined): string =>
  bytes ? new TextDecoder().decode(bytes) : ''

/** The id of the city that a scenario's files name; empty if that can't be told. */
export function cityIn(files: ReadonlyMap<string, Uint8Array>): string {
  const text = decoded(files.get('scenario.yaml'))
  return /^city:\s*([a-z][a-z0-9-]*)\s*(?:#.*)?$/m.exec(text)?.[1] ?? ''
}

/** A city's files as they go into a zip. */
export function bytesOf({ texts }: OwnCity): readonly (readonly [string, Uint8Array])[] {
  return [...filesOf(texts, CARRIED)].map(([path, file]) => [
    path,
    new TextEncoder().encode('text' in file ? file.text : ''),
  ])
}

/** Keeps a new city of one's own; resolves with the id of its draft. */
export async function createCity(
  { drafts, now }: Pick<Services, 'drafts' | 'now'>,
  texts: CityTexts,
  from: 'copy' | 'import',
  of: string,
): Promise<string> {
  const id = drafts.newId()
  const origin = { from, of: of.slice(0, 80) }
  await drafts.create(
    { id, kind: 'city', origin, createdAt: now() },
    namesIn(texts),
    filesOf(texts),
  )
  return id
}

/**
 * Keeps the cities that scenarios of a zip bring along, unless one of that id is here already. Resolves with why nothing
 * of the zip may be taken, or null.
 */
export async function takeCities(
  parts: Pick<Services, 'drafts' | 'content' | 'now'>,
  scenarios: readonly ScenarioFiles[],
  file: string,
): Promise<Text | null> {
  const found = new Map<string, CityTexts>()
  for (const { files } of scenarios) {
    const own: Files = new Map(
      [...files]
        .filter(([path]) => path.startsWith(CARRIED))
        .map(([path, bytes]): [string, FileContent] => [path, { text: decoded(bytes) }]),
    )
    if (own.size === 0) continue
    const texts = textsIn(own, CARRIED)
    const { diagnoseCity } = await import('../../core/city/diagnose.ts')
    const { city, diagnostics } = diagnoseCity(texts)
    const [first] = diagnostics
    if (!city)
      return {
        zh: `包里的城市不能用：${first?.message.zh ?? ''}`,
        en: `A city in it can't be used: ${first?.message.en ?? ''}`,
      }
    found.set(city.id, texts)
  }
  const taken = await takenCityIds(parts.drafts, parts.content)
  for (const [id, texts] of found)
    if (!taken.includes(id)) await createCity(parts, texts, 'import', file)
  return null
}
