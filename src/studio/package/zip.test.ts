import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { sha256Bytes } from '../../core/scenario/hash.ts'
import { packScenarios, type ScenarioFiles, unpackScenarios } from './zip.ts'

const yaml = strToU8('id: tiny\n')
const tiny: ScenarioFiles = {
  name: 'tiny',
  files: new Map([
    ['scenario.yaml', yaml],
    ['plans/good.yaml', strToU8('title: 好\n')],
    ['voice/zh/open.caller.webm', new Uint8Array([0, 255, 7])],
  ]),
}

const why = (bytes: Uint8Array): string => {
  const read = unpackScenarios(bytes)
  return read.ok ? 'taken' : read.why.en
}

/** A zip with a true manifest of whatever is in it. */
function zip(files: Record<string, Uint8Array>): Uint8Array {
  const hashes = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, sha256Bytes(bytes)]),
  )
  const list = { format: 'first-ring-scenarios', formatVersion: 1, files: hashes }
  return zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(list)) })
}

/** Puts another number into the announced sizes of a zip's only file. */
function announcing(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let i = 0; i + 4 < copy.length; i += 1) {
    const mark = view.getUint32(i, true)
    if (mark === 0x04034b50) view.setUint32(i + 22, size, true)
    if (mark === 0x02014b50) view.setUint32(i + 24, size, true)
  }
  return copy
}

/** Where each entry of a zip's directory begins. */
function entriesAt(view: DataView): readonly number[] {
  const all: number[] = []
  for (let i = 0; i + 46 < view.byteLength; i += 1)
    if (view.getUint32(i, true) === 0x02014b50) all.push(i)
  return all
}

/** A zip with two bytes put into each entry of its directory. */
function marked(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (const at of entriesAt(view)) view.setUint16(at + offset, value, true)
  return copy
}

/** A zip whose files all lie where its largest one lies. */
function sharing(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const all = entriesAt(view)
  const packed = (at: number) => view.getUint32(at + 20, true)
  const largest = all.reduce((one, at) => (packed(at) > packed(one) ? at : one))
  for (const at of all)
    for (const field of [20, 42])
      view.setUint32(at + field, view.getUint32(largest + field, true), true)
  return copy
}

describe('scenarios in a zip', () => {
  it('come out as they went in, and packing them again gives the same bytes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), { minLength: 1, maxLength: 4 }),
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (names, sound, text) => {
          const all = names.map((name) => ({
            name,
            files: new Map([
              ['scenario.yaml', strToU8(text)],
              ['voice/en/a.b.wav', sound],
            ]),
          }))
          const packed = packScenarios(all)
          const read = unpackScenarios(packed)
          if (!read.ok) throw new Error(read.why.en)
          const sorted = [...all].sort((a, b) => (a.name < b.name ? -1 : 1))
          expect(read.scenarios.map(({ name }) => name)).toEqual(sorted.map(({ name }) => name))
          for (const [i, { files }] of read.scenarios.entries())
            for (const [path, bytes] of files)
              expect([...bytes]).toEqual([...(sorted[i]?.files.get(path) ?? [])])
          expect([...packScenarios(read.scenarios)]).toEqual([...packed])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leave behind what may not travel', () => {
    const files = new Map([
      ...tiny.files,
      ['.secret', yaml],
      ['../up.yaml', yaml],
      ['run.sh', yaml],
    ])
    const read = unpackScenarios(packScenarios([{ name: 'tiny', files }]))
    expect(read.ok && [...(read.scenarios[0]?.files.keys() ?? [])].sort()).toEqual(
      [...tiny.files.keys()].sort(),
    )
  })

  it.each([
    '../scenario.yaml',
    'tiny/../../scenario.yaml',
    '/etc/scenario.yaml',
    'C:/tiny/scenario.yaml',
    'tiny\\scenario.yaml',
    'tiny/scenario.yaml\u0000.png',
    'tiny/<script>alert(1)</script>.yaml',
    'tiny/plans/../x.yaml',
    'TINY/scenario.yaml',
    'tiny/voice/zh/a.exe',
    'scenario.yaml',
    '__proto__/scenario.yaml',
  ])('are refused whole with a file called %j', (name) => {
    expect(why(zip({ 'tiny/scenario.yaml': yaml, [name]: yaml }))).toMatch(/no place there/)
  })

  it('are refused when they are a bomb, whatever they announce', () => {
    const bomb = zip({ 'tiny/scenario.yaml': new Uint8Array(30_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(why(bomb)).toMatch(/too large|too much/)
    expect(why(announcing(bomb, 9))).not.toBe('taken')
    const many = Object.fromEntries(
      Array.from({ length: 5001 }, (_, i) => [`tiny/plans/p${i}.yaml`, yaml]),
    )
    expect(why(zip(many))).toMatch(/too large/)
  })

  it('are refused when more comes out than is announced, though the manifest fits what is', () => {
    const whole = new Uint8Array(1_000_000).fill(97)
    const list = {
      format: 'first-ring-scenarios',
      formatVersion: 1,
      files: { 'tiny/scenario.yaml': sha256Bytes(whole.slice(0, 300)) },
    }
    const manifest = strToU8(JSON.stringify(list).padEnd(300))
    const lying = zipSync({ 'tiny/scenario.yaml': whole, 'manifest.json': manifest })
    expect(why(announcing(lying, 300))).toMatch(/not as large as it says/)
  })

  it('are refused when encrypted, links, or several files of the same bytes', () => {
    const good = packScenarios([tiny])
    expect(why(good)).toBe('taken')
    expect(why(marked(good, 8, 1))).toMatch(/encrypted/)
    expect(why(marked(good, 40, 0xa1ff))).toMatch(/is a link/)
    const sound = Uint8Array.from(
      { length: 9000 },
      (_, i) => Math.imul(i ^ (i >>> 5), 0x9e3779b1) >>> 24,
    )
    const two = zip({
      'tiny/scenario.yaml': yaml,
      'tiny/voice/zh/a.a.wav': sound,
      'tiny/voice/zh/b.b.wav': sound,
      'tiny/voice/zh/c.c.wav': sound,
    })
    expect(why(two)).toBe('taken')
    expect(why(sharing(two))).toMatch(/too large/)
  })

  it('are refused with too much text, or with bytes that are no text', () => {
    expect(why(zip({ 'tiny/scenario.yaml': new Uint8Array(10_000_000).fill(97) }))).toMatch(
      /too much text/,
    )
    expect(why(zip({ 'tiny/scenario.yaml': new Uint8Array([0xff, 0xfe, 0x00]) }))).toMatch(/UTF-8/)
  })

  it('are refused when cut short, damaged, empty, or something else', () => {
    const whole = packScenarios([tiny])
    expect(why(whole.slice(0, whole.length - 30))).not.toBe('taken')
    for (const at of [50, 55, 60]) {
      const hurt = whole.slice()
      hurt[at] = (hurt[at] ?? 0) ^ 0x55
      expect(why(hurt)).not.toBe('taken')
    }
    expect(why(new Uint8Array())).not.toBe('taken')
    expect(why(strToU8('id: not a zip'))).not.toBe('taken')
    expect(why(zip({ 'tiny/plans/a.yaml': yaml }))).toMatch(/no scenario.yaml/)
    expect(why(zip({}))).toMatch(/no scenario/)
    // a city may travel by itself, but nothing else without a scenario
    expect(why(zip({ 'tiny/city/city.json': yaml }))).toBe('taken')
    expect(why(zip({ 'tiny/city/roads.geojson': yaml }))).toMatch(/no scenario.yaml/)
    const mixed = { 'tiny/city/city.json': yaml, 'tiny/plans/a.yaml': yaml }
    expect(why(zip(mixed))).toMatch(/no scenario.yaml/)
    expect(why(zipSync({ 'tiny/scenario.yaml': yaml }))).toMatch(/no manifest/)
  })

  it('are refused when a file is not the one of the manifest', () => {
    const read = unpackScenarios(packScenarios([tiny]))
    expect(read.ok).toBe(true)
    const list = {
      format: 'first-ring-scenarios',
      formatVersion: 1,
      files: { 'tiny/scenario.yaml': '0'.repeat(64) },
    }
    const wrong = zipSync({
      'tiny/scenario.yaml': yaml,
      'manifest.json': strToU8(JSON.stringify(list)),
    })
    expect(why(wrong)).toMatch(/differs from the manifest/)
  })
})
