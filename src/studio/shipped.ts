import type { FileContent, Files } from '../core/files/files.ts'
import type { ContentFiles } from '../ui/services.ts'
import { isText, mayTravel } from './package/paths.ts'

/** Ids of the calls that came with the program. */
export const shippedIds = (content: Pick<ContentFiles, 'paths'>): readonly string[] =>
  content.paths().flatMap((path) => /^([a-z][a-z0-9-]*)\/scenario\.yaml$/.exec(path)?.[1] ?? [])

/** The files of such a call that a draft may hold. Rejects if one can't be read. */
export async function shippedFiles(
  content: Pick<ContentFiles, 'paths' | 'read'>,
  id: string,
): Promise<Files> {
  const files = new Map<string, FileContent>()
  for (const path of content.paths()) {
    const own = path.startsWith(`${id}/`) ? path.slice(id.length + 1) : ''
    if (mayTravel(own) && isText(own)) files.set(own, { text: await content.read(path) })
  }
  return files
}
