import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridAtlas } from '../testing/atlas.ts'
import { scenarioFrom } from '../testing/drive.ts'
import { source } from '../testing/scenario.ts'
import { compile } from './compile.ts'
import { draw, sha256 } from './hash.ts'
import { drawVariant, RollError, roll, rollVariant, structuralNames, variants } from './roll.ts'

const scenario = scenarioFrom()
const names = (id: string) => gridAtlas.place(id)?.name
const textOf = (text: string, seed: string) => roll(scenarioFrom(text), seed, names).scenario

test('SHA-256 agrees with the published vectors', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
})

test('one more draw shifts no other, and every value can come up', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 24 }), (seed, below) => {
      const value = draw(seed, 'a', below)
      expect(Number.isInteger(value) && value >= 0 && value < below).toBe(true)
    }),
  )
  const more = scenarioFrom(source.replace('vary:\n', 'vary:\n  extra: [one, two, three]\n'))
  for (let i = 0; i < 50; i += 1) {
    const { extra, ...rest } = drawVariant(more, `s${i}`)
    expect(extra).toBeDefined()
    expect(rest).toEqual(drawVariant(scenario, `s${i}`))
  }
  const seen = new Set(Array.from({ length: 200 }, (_, i) => draw(`s${i}`, 'spot', 5)))
  expect(seen.size).toBe(5)
})

test('names, places and texts are filled in both languages', () => {
  for (let i = 0; i < 20; i += 1) {
    const { talk, facts } = textOf(source, `s${i}`)
    const line = JSON.stringify(talk.nodes.open?.caller)
    expect(line).toMatch(/老马.*Old Ma|老田.*Old Tian/)
    const place = String(facts.place?.is)
    expect(JSON.stringify(talk.nodes.tells?.caller)).toContain(names(place)?.en)
  }
})

test('a drawn text in both languages stands for itself', () => {
  const text = source
    .replace(
      'who: [{ name: { zh: 老马, en: Old Ma } }, { name: { zh: 老田, en: Old Tian } }]',
      'who: [{ zh: 老马, en: Old Ma }]',
    )
    .replaceAll('{who.name}', '{who}')
  expect(JSON.stringify(textOf(text, 's').talk.nodes.open?.caller)).toMatch(/老马.*Old Ma/)
})

test('what belongs to another truth is gone', () => {
  expect(structuralNames(scenario)).toEqual(['truth'])
  const [quiet, loud] = variants(scenario).map(
    (variant) => rollVariant(scenario, variant, 's', names).scenario,
  )
  expect(Object.keys(quiet?.facts ?? {})).toEqual(['place'])
  expect(Object.keys(loud?.facts ?? {})).toEqual(['place', 'knife'])
  expect(quiet?.key.answers).toHaveLength(1)
  expect(loud?.key.answers).toHaveLength(2)
})

test('a reference that leads nowhere says which', () => {
  expect(() => textOf(source.replace('{who.name}', '{who.age}'), 's')).toThrow(RollError)
})

test('compiled, every reply keeps its stable id and every text can be found', () => {
  const script = compile(roll(scenario, 's', names))
  expect(script.replies.map(({ id }) => id)).toContain('ground.where')
  for (const reply of script.replies) expect(script.texts.get(reply.id)).toEqual(reply.text)
  expect(script.texts.has('ending.settled')).toBe(true)
})
