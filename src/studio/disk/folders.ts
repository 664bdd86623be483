import type { DiskFolder } from '../../storage/drafts/ports.ts'

/** Files below a folder of the disk, by paths with `/`. */

/** The folder in which a draft's files stand: found by the draft's own sign at its end, whatever it is called meanwhile. */
export async function draftFolder(
  root: DiskFolder,
  name: string,
  draft: string,
): Promise<DiskFolder> {
  const sign = `-${draft.replaceAll('-', '').slice(-8)}`
  for await (const entry of root.keys())
    if (entry.endsWith(sign)) return root.getDirectoryHandle(entry, { create: false })
  return root.getDirectoryHandle(name.slice(0, 31) + sign, { create: true })
}

/** The file's bytes; null if it isn't there. */
export async function readFile(folder: DiskFolder, path: string): Promise<Blob | null> {
  try {
    const { parent, name } = await at(folder, path, false)
    const file = await parent.getFileHandle(name, { create: false })
    return await file.getFile()
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Puts the bytes there, all or nothing: the browser writes beside the file and then puts it in its place. */
export async function writeFile(folder: DiskFolder, path: string, bytes: Blob): Promise<void> {
  const { parent, name } = await at(folder, path, true)
  const file = await parent.getFileHandle(name, { create: true })
  const stream = await file.createWritable()
  await stream.write(bytes)
  await stream.close()
}

/** Takes the file away, if it is there. */
export async function removeFile(folder: DiskFolder, path: string): Promise<void> {
  try {
    const { parent, name } = await at(folder, path, false)
    await parent.removeEntry(name)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

async function at(
  folder: DiskFolder,
  path: string,
  create: boolean,
): Promise<{ readonly parent: DiskFolder; readonly name: string }> {
  const steps = path.split('/')
  const name = steps.pop() ?? ''
  let parent = folder
  for (const step of steps) parent = await parent.getDirectoryHandle(step, { create })
  return { parent, name }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && error.name === 'NotFoundError'

/** SHA-256 of bytes, as 64 hex digits. The browser's own: where there are handles there is that. */
export async function hashOf(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
