import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tinyTexts } from '../../core/city/cityFixtures.ts'
import { CARRIED, type CityTexts, filesOf } from '../../core/city/texts.ts'
import type { FileContent } from '../../core/files/files.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import type { ContentFiles } from '../services.ts'
import { LibraryError } from './fault.ts'
import { createLibrary } from './library.ts'
import { withPublished } from './published.ts'

const ID = 'life-noise'
const SHIPPED = readFileSync(`scenarios/${ID}/scenario.yaml`, 'utf8')
const PATH = `${ID}/scenario.yaml`
const VOICE = 'voice/zh/a.line.webm'
const BYTES = 'the sound of a line'

const shipped: ContentFiles = {
  paths: () => [PATH],
  read: (path) =>
    path === PATH ? Promise.resolve(SHIPPED) : Promise.reject(new Error(`no ${path}`)),
  url: (path) => (path.endsWith('.mp3') ? `/shipped/${path}` : undefined),
}

const textOfVersion = (version: number) => SHIPPED.replace(/^version: .*$/m, `version: ${version}`)

function published(version: number, withdrawnAt: number | null = null): PublishedRow {
  const text = textOfVersion(version)
  const voice: FileContent = { blob: `voice-${version}`, type: 'audio/webm', size: BYTES.length }
  return {
    kind: 'scenario',
    id: ID,
    version,
    hash: sha256(text),
    at: version,
    note: '',
    draft: 'd',
    entry: null,
    files: new Map<string, FileContent>([
      ['scenario.yaml', { text }],
      [VOICE, voice],
      ['plans/a.webm', voice],
    ]),
    withdrawnAt,
  }
}

/** The content and its library over `rows`, which may grow. */
function over(rows: PublishedRow[]) {
  const content = withPublished(shipped, {
    publications: { publications: () => Promise.resolve(rows) },
    drafts: {
      blob: (hash) => Promise.resolve(new Blob([hash, BYTES])),
    },
  })
  return { content, library: createLibrary(content) }
}

describe('what was published, over what came with the program', () => {
  it('gives each attempt the version that it is pinned to, withdrawn or not', async () => {
    const rows = [published(8), published(7, 99)]
    const { library } = over(rows)
    for (const { hash, version } of rows) {
      const loaded = await library.scenario(ID, hash)
      expect(loaded.hash).toBe(hash)
      expect(loaded.scenario.version).toBe(version)
    }
    expect((await library.scenario(ID)).hash).toBe(sha256(SHIPPED))
    expect((await library.scenario(ID, sha256(SHIPPED))).hash).toBe(sha256(SHIPPED))
  })

  it('shows by the hash that a version is not here, and finds it once it was published', async () => {
    const rows: PublishedRow[] = []
    const { library } = over(rows)
    const late = published(8)
    expect((await library.scenario(ID, late.hash)).hash).toBe(sha256(SHIPPED))
    rows.push(late)
    expect((await library.scenario(ID, late.hash)).hash).toBe(late.hash)
  })

  it('takes a version only under its own id', async () => {
    const { content } = over([published(8)])
    expect(await content.pinned?.('another', published(8).hash)).toBeNull()
    expect(await content.pinned?.(ID, sha256('another text'))).toBeNull()
  })

  it('plays in the city that the version was published with, whatever its own has become', async () => {
    const own = tinyTexts()
    const withCity = (version: number, texts: CityTexts): PublishedRow => {
      const row = published(version)
      return { ...row, files: new Map([...row.files, ...filesOf(texts, CARRIED)]) }
    }
    const moved = { ...own, landmarks: own.landmarks.replace('39.991', '39.992') }
    const [old, fresh] = [withCity(7, own), withCity(8, moved)]
    const { library } = over([fresh, old, published(9)])
    const shopIn = async (hash: string) =>
      (await library.city('tiny', hash)).city.landmarks.get('shop')
    expect((await shopIn(old.hash))?.y).toBe(900)
    expect((await shopIn(fresh.hash))?.y).toBe(800)
    expect((await library.city('tiny', old.hash)).atlas.place('shop')?.y).toBe(900)
    // no version of that text carries it, nor did it come with the program
    await expect(library.city('tiny', published(9).hash)).rejects.toBeInstanceOf(LibraryError)
    await expect(library.city('tiny')).rejects.toBeInstanceOf(LibraryError)
    // a version carries its own city, and no other under that name
    await expect(library.city('other', old.hash)).rejects.toBeInstanceOf(LibraryError)
  })

  it('plays the recordings of that very version, and the shipped ones otherwise', async () => {
    const [old, fresh] = [published(7), published(8)]
    const { content } = over([fresh, old])
    const path = `${ID}/${VOICE}`
    expect(content.url(path, old.hash)).toBeUndefined()
    await Promise.all([
      content.pinned?.(ID, old.hash),
      content.pinned?.(ID, old.hash),
      content.pinned?.(ID, fresh.hash),
    ])
    const heard = async (hash: string) => (await fetch(content.url(path, hash) ?? '')).text()
    expect(await heard(old.hash)).toBe(`voice-7${BYTES}`)
    expect(await heard(fresh.hash)).toBe(`voice-8${BYTES}`)
    expect(content.url(path)).toBeUndefined()
    // only what is a line's recording has an address
    expect(content.url(`${ID}/plans/a.webm`, old.hash)).toBeUndefined()
    const shippedVoice = `${ID}/voice/zh/b.line.mp3`
    expect(content.url(shippedVoice, old.hash)).toBe(`/shipped/${shippedVoice}`)
  })
})
