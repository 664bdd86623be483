import { MOST_BYTES, type ReadFile } from './exchange/exchange.ts'
import type { Incoming } from './ImportDialog.tsx'

/** Reads a file that was chosen; one that is far too large is not even loaded. */
export async function bytesOf(file: File): Promise<Incoming> {
  const name = file.name.slice(0, 80)
  const bytes = new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer())
  return { name, read: await readBytes(name, bytes) }
}

async function readBytes(name: string, bytes: Uint8Array): Promise<ReadFile> {
  if (/\.xli?ff?$/i.test(name)) {
    const { readXliff } = await import('./exchange/xliff.ts')
    return readXliff(bytes)
  }
  const { readCsv } = await import('./exchange/csv.ts')
  return readCsv(bytes)
}
