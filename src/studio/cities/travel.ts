import { CARRIED, type CityTexts, filesOf } from '../../core/city/texts.ts'
import type { Services } from '../../ui/services.ts'
import { namesIn, type OwnCity } from './own.ts'

/** Cities that travel with the scenarios that play in them. */

const decoded = (bytes: Uint8Array | undefined): string =>
  bytes ? new TextDecoder().decode(bytes) : ''

/** The id of the city that a scenario's files name; empty if that can't be told. */
export function cityIn(files: ReadonlyMap<string, Uint8Array>): string {
  const text = decoded(files.get('scenario.yaml'))
  return /^city:\s*(['"]?)([a-z][a-z0-9-]*)\1\s*(?:#.*)?$/m.exec(text)?.[2] ?? ''
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
