import type { FileContent } from '../../core/files/files.ts'
import { patchesBetween } from '../../core/scenario/compare/lines.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { isText, mostBytes, typeOf } from '../package/paths.ts'
import { keepBefore } from '../versions/useVersions.ts'
import type { Workroom } from '../workroom.ts'

/**
 * Takes the file that somebody changed on the disk into the draft, as one step; what stood there is kept as a version
 * first. Null if it was done, or if the reason why it wasn't is on the screen already.
 */
export async function takeFromDisk(room: Workroom): Promise<Text | null> {
  const { disk, draft, services } = room
  const found = await disk.theirs()
  if (!found) {
    await disk.retry()
    return null
  }
  const { path, bytes } = found
  const content = await contentOf(path, bytes, (blob) => services.drafts.putBlob(blob))
  if ('zh' in content) return content
  if (!(await keepBefore(room, 'import', path))) return null
  const label = { zh: `读入磁盘上的 ${path}`, en: `take ${path} from the disk` }
  const before = draft.state.files.get(path)
  if (before && 'text' in before && 'text' in content)
    draft.change(label, [{ path, patches: patchesBetween(before.text, content.text) }])
  else draft.put(label, path, content)
  await disk.retry()
  return null
}

/** What a file of the disk holds, or why it isn't taken. */
async function contentOf(
  path: string,
  bytes: Blob,
  keep: (blob: Blob) => Promise<FileContent>,
): Promise<FileContent | Text> {
  if (bytes.size > mostBytes(path)) return { zh: '文件太大。', en: 'The file is too large.' }
  if (!isText(path)) return keep(new Blob([bytes], { type: typeOf(path) }))
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await bytes.arrayBuffer()) }
  } catch {
    return { zh: '不是 UTF-8 文字。', en: 'It is no UTF-8 text.' }
  }
}
