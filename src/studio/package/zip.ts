import { strFromU8, strToU8, zipSync } from 'fflate'
import { z } from 'zod'
import { CARRIED } from '../../core/city/texts.ts'
import { sha256Bytes } from '../../core/scenario/hash.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { entriesOf, inflated, type ZipEntry } from './entries.ts'
import { FOLDER, isText, mayTravel, mostBytes } from './paths.ts'

/**
 * Scenarios as one zip: a folder each, and a manifest with the SHA-256 of every file. A city that no scenario in it brings
 * along has a folder of its own, with nothing but the city. A zip is untrusted: what it may hold is a closed list of paths,
 * its size is bounded by what really comes out of it, and one thing amiss refuses it whole.
 */
export interface ScenarioFiles {
  /** The folder's name: the scenario's id. */
  readonly name: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type Unpacked =
  | {
      readonly ok: true
      readonly scenarios: readonly ScenarioFiles[]
      /** Cities that travel by themselves; their files stand below `city/` as in a scenario's folder. */
      readonly cities: readonly ScenarioFiles[]
    }
  | { readonly ok: false; readonly why: Text }

const MANIFEST = 'manifest.json'
const MOST_BYTES = 80_000_000
const MOST_FILES = 5_000
const MOST_ONE = 20_000_000

const manifest = z.strictObject({
  format: z.literal('first-ring-scenarios'),
  formatVersion: z.literal(1),
  files: z.record(z.string().max(300), z.string().regex(/^[0-9a-f]{64}$/)),
})

/** The zip of some scenarios; files that may not travel are left out. The same files give the same zip. */
export function packScenarios(scenarios: readonly ScenarioFiles[]): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  for (const { name, files: own } of [...scenarios].sort((a, b) => (a.name < b.name ? -1 : 1)))
    for (const [path, bytes] of [...own].sort(([a], [b]) => (a < b ? -1 : 1)))
      if (FOLDER.test(name) && mayTravel(path)) files[`${name}/${path}`] = bytes
  const hashes = Object.fromEntries(
    Object.entries(files).map(([path, bytes]) => [path, sha256Bytes(bytes)]),
  )
  const list = { format: 'first-ring-scenarios', formatVersion: 1, files: hashes }
  const all = { ...files, [MANIFEST]: strToU8(`${JSON.stringify(list, null, 2)}\n`) }
  // the oldest time that a zip can hold, so that packing twice gives the same bytes
  return zipSync(all, { level: 6, mtime: '1980-01-01T00:00:00' })
}

class Refusal extends Error {
  readonly why: Text

  constructor(zh: string, en: string) {
    super(en)
    this.why = { zh, en }
  }
}

/** Reads a zip. Never throws: what is wrong comes back as the reason why nothing was taken. */
export function unpackScenarios(bytes: Uint8Array): Unpacked {
  try {
    return { ok: true, ...unpack(bytes) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, why: error.why }
    return {
      ok: false,
      why: {
        zh: '这不是能读的 zip 文件，可能不完整或加了密。请重新导出一份。',
        en: 'This is no zip that can be read; it may be cut short or encrypted. Export it once more.',
      },
    }
  }
}

function unpack(bytes: Uint8Array): Omit<Extract<Unpacked, { ok: true }>, 'ok'> {
  if (bytes.length > MOST_BYTES) throw new Refusal('文件太大。', 'The file is too large.')
  const entries = listed(bytes)
  const out: Record<string, Uint8Array> = {}
  for (const entry of entries) {
    const data = inflated(entry)
    if (!data)
      throw new Refusal(
        `“${shown(entry.name)}”的大小对不上。`,
        `'${shown(entry.name)}' is not as large as it says.`,
      )
    out[entry.name] = data
  }
  checkManifest(out)
  const scenarios = new Map<string, Map<string, Uint8Array>>()
  for (const [name, data] of Object.entries(out)) {
    if (name === MANIFEST) continue
    const cut = name.indexOf('/')
    const path = name.slice(cut + 1)
    if (isText(path)) mustBeUtf8(data, name)
    const files = scenarios.get(name.slice(0, cut)) ?? new Map<string, Uint8Array>()
    files.set(path, data)
    scenarios.set(name.slice(0, cut), files)
  }
  for (const [name, files] of scenarios)
    if (!files.has('scenario.yaml') && !isCityAlone(files))
      throw new Refusal(`“${name}”里没有 scenario.yaml。`, `'${name}' has no scenario.yaml.`)
  if (scenarios.size === 0) throw new Refusal('包里没有脚本。', 'There is no scenario in it.')
  const folders = [...scenarios].map(([name, files]) => ({ name, files }))
  return {
    scenarios: folders.filter(({ files }) => files.has('scenario.yaml')),
    cities: folders.filter(({ files }) => !files.has('scenario.yaml')),
  }
}

const isCityAlone = (files: ReadonlyMap<string, Uint8Array>): boolean =>
  files.has(`${CARRIED}city.json`) && [...files.keys()].every((path) => path.startsWith(CARRIED))

/** The files it announces, once every one of them may be unpacked. */
function listed(bytes: Uint8Array): readonly ZipEntry[] {
  const entries = new Map<string, ZipEntry>()
  let total = 0
  let packed = 0
  for (const entry of entriesOf(bytes)) {
    const { name, size, method } = entry
    if (name.endsWith('/')) continue
    if (entries.has(name))
      throw new Refusal(`“${shown(name)}”在包里有两份。`, `'${shown(name)}' stands in it twice.`)
    mustBeAllowed(name)
    entries.set(name, entry)
    total += size
    packed += entry.packed.length
    // files that share the same packed bytes would cost their unpacking again and again
    if (entries.size > MOST_FILES || total > MOST_BYTES || size > MOST_ONE || packed > bytes.length)
      throw new Refusal('展开后太大。', 'It is too large when unpacked.')
    if (isText(name) && name !== MANIFEST && size > mostBytes(name))
      throw new Refusal(`“${shown(name)}”的文字太多。`, `'${shown(name)}' holds too much text.`)
    if (entry.isEncrypted) throw new Refusal('包加了密。', 'It is encrypted.')
    if (entry.isLink) throw new Refusal(`“${shown(name)}”是链接。`, `'${shown(name)}' is a link.`)
    if (method !== 0 && method !== 8)
      throw new Refusal('压缩方式不认识。', 'It is compressed in an unknown way.')
  }
  return [...entries.values()]
}

function mustBeAllowed(name: string): void {
  if (name === MANIFEST) return
  const cut = name.indexOf('/')
  if (cut < 0 || !FOLDER.test(name.slice(0, cut)) || !mayTravel(name.slice(cut + 1)))
    throw new Refusal(
      `包里有不该有的文件：“${shown(name)}”。`,
      `It holds a file that has no place there: '${shown(name)}'.`,
    )
}

function mustBeUtf8(data: Uint8Array, name: string): void {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(data)
  } catch {
    throw new Refusal(`“${shown(name)}”不是 UTF-8 文字。`, `'${shown(name)}' is no UTF-8 text.`)
  }
}

function checkManifest(files: Readonly<Record<string, Uint8Array>>): void {
  const raw = files[MANIFEST]
  // without it nobody can tell a file that was cut short from a whole one
  if (!raw)
    throw new Refusal(
      '包里没有清单。请用工作室的“导出”或 pack 命令打包。',
      "It has no manifest. Pack it with the studio's export or the pack command.",
    )
  const read = manifest.safeParse(JSON.parse(strFromU8(raw)))
  if (!read.success) throw new Refusal('清单读不懂。', "The manifest can't be read.")
  const hashes = new Map(Object.entries(read.data.files))
  for (const [name, data] of Object.entries(files)) {
    if (name === MANIFEST) continue
    if (hashes.get(name) !== sha256Bytes(data))
      throw new Refusal(
        `“${shown(name)}”和清单对不上，可能传坏了。`,
        `'${shown(name)}' differs from the manifest; it may have been damaged on the way.`,
      )
    hashes.delete(name)
  }
  const [missing] = hashes.keys()
  if (missing !== undefined)
    throw new Refusal(`缺了“${shown(missing)}”。`, `'${shown(missing)}' is missing.`)
}

/** A name from the file, short and without anything that could be taken for more than a name. */
const shown = (name: string): string => name.replace(/[^\p{L}\p{N}._/-]/gu, '?').slice(0, 60)
