import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attempt, Header } from './attempt.ts'
import { type FileAttempt, parseAttemptFile } from './file.ts'
import { MAX_FILE_CHARS, serialiseAttempt, serialiseBundle, serialiseSealed } from './fileText.ts'
import type { Entry } from './journal.ts'
import { canonical, firstDifference, sameData } from './same.ts'

const header: Header = {
  id: '018bcfe5-6801-7700-8101-020304050607',
  scenario: { id: 'crying-girl', version: 2, hash: 'ab'.repeat(32) },
  engine: 1,
  seed: 's',
  mode: 'practice',
  lang: 'zh',
  trainee: { id: 't-1', name: '林一', badge: 'S1001' },
  startedAt: 1_700_000_000_000,
}
const entries: Entry[] = [
  { n: 0, at: 0, origin: 'script', happening: { what: 'ringing' } },
  { n: 1, at: 2_100, origin: 'trainee', command: { do: 'answer' } },
  { n: 2, at: 2_100, origin: 'script', happening: { what: 'connected' } },
  {
    n: 3,
    at: 9_000,
    origin: 'trainee',
    command: {
      do: 'set',
      change: { field: 'location', value: { text: '"福"\u2028字灯', x: 3, y: -4 } },
    },
  },
  { n: 4, at: 60_000, origin: 'script', happening: { what: 'finished', left: false } },
]
const one: Attempt = { format: 'first-ring-attempt', formatVersion: 1, header, entries }
const result = {
  total: 90,
  classPoints: 14,
  classMax: 14,
  passed: true,
  redLines: ['late'],
  ending: null,
  firstDispatchMs: 30_000,
}
const item: FileAttempt = { attempt: one, status: 'finished', result }
const trainee = { id: 't-1', name: '林一', badge: 'S1001', createdAt: 5 }

/** The one refusal of a file. */
function refusal(text: string) {
  const read = parseAttemptFile(text)
  expect(read.attempts).toEqual([])
  expect(read.refused).toHaveLength(1)
  return read.refused[0]
}

/** The attempt's text with one part of it changed. */
function edited(from: string, to: string): string {
  const text = serialiseAttempt(one)
  expect(text).toContain(from)
  return text.replace(from, to)
}

describe('attempt files', () => {
  it('come back as they went', () => {
    expect(parseAttemptFile(serialiseAttempt(one))).toEqual({
      attempts: [{ attempt: one, status: 'finished', result: null }],
      trainees: [],
      refused: [],
    })
    const other = {
      ...item,
      status: 'open',
      result: null,
      attempt: { ...one, entries: entries.slice(0, 3) },
    } as const
    expect(parseAttemptFile(`\uFEFF${serialiseBundle([item, other], [trainee])}`)).toEqual({
      attempts: [item, other],
      trainees: [trainee],
      refused: [],
    })
    expect(parseAttemptFile(serialiseBundle([], []))).toEqual({
      attempts: [],
      trainees: [],
      refused: [],
    })
  })

  it('say an entry a line', () => {
    expect(
      serialiseAttempt(one)
        .split('\n')
        .filter((line) => line.startsWith('{"n":')),
    ).toHaveLength(5)
  })

  it('are believed about their end only as far as the journal goes', () => {
    const cut = { ...one, entries: entries.slice(0, 4) }
    const status = (attempt: Attempt, said: FileAttempt['status']) =>
      parseAttemptFile(serialiseBundle([{ attempt, status: said, result: null }], [])).attempts[0]
        ?.status
    expect(status(cut, 'finished')).toBe('interrupted')
    expect(status(cut, 'open')).toBe('open')
    expect(status(one, 'open')).toBe('finished')
    expect(parseAttemptFile(serialiseAttempt(cut)).attempts[0]?.status).toBe('interrupted')
  })

  it('name the entry that is wrong, and why', () => {
    expect(refusal(edited('"do":"answer"', '"do":"fly"'))).toMatchObject({ n: 1, code: 'entry' })
    expect(refusal(edited('"at":9000', '"at":9000.5'))).toMatchObject({ n: 3, code: 'entry' })
    expect(refusal(edited('"at":9000', '"at":100'))).toMatchObject({ n: 3, code: 'time' })
    expect(refusal(edited('"n":2', '"n":3'))).toMatchObject({
      attempt: header.id,
      n: 2,
      code: 'gap',
      why: 'entry 2 is numbered 3',
    })
    expect(refusal(edited('{"n":4', '{"cheat":1,"n":4'))).toMatchObject({ n: 4, code: 'entry' })
    expect(refusal(edited('"mode":"practice"', '"mode":"god"'))).toMatchObject({
      n: null,
      code: 'header',
    })
  })

  it('of another kind or version are refused as such', () => {
    expect(refusal('')?.code).toBe('not-json')
    expect(refusal(serialiseAttempt(one).slice(0, -20))?.code).toBe('not-json')
    for (const other of ['null', '[]', '7', '{}', '{"format":"x","formatVersion":1}']) {
      expect(refusal(other)?.code).toBe('not-ours')
    }
    expect(refusal(edited('"formatVersion":1', '"formatVersion":3'))?.code).toBe('version')
    expect(refusal(edited('"formatVersion":1', '"formatVersion":1,"x":1'))?.code).toBe('shape')
    const bundle = serialiseBundle([item], [])
    expect(refusal(bundle.replace('"readableFrom":1', '"readableFrom":3'))?.code).toBe('version')
    expect(refusal(bundle.replace('"formatVersion":1', '"formatVersion":0'))?.code).toBe('version')
    // A newer file that says we can read it, with something in it that we don't know.
    const newer = bundle.replace('"formatVersion":1', '"formatVersion":3,"cohort":"春"')
    expect(parseAttemptFile(newer).attempts).toEqual([item])
  })

  it('carry a seal beside what it covers, in a version that older programs refuse', () => {
    const seal = {
      station: 'ab'.repeat(32),
      key: 'k'.repeat(87),
      count: 5,
      head: '0f'.repeat(32),
      signature: '_'.repeat(86),
      late: true,
    } as const
    const sealed: FileAttempt = { ...item, seal }
    const single = serialiseSealed(sealed)
    const bundle = serialiseBundle([item, sealed], [])
    expect(parseAttemptFile(single).attempts).toEqual([sealed])
    expect(parseAttemptFile(bundle).attempts).toEqual([item, sealed])
    expect(JSON.parse(bundle)).toMatchObject({ formatVersion: 2, readableFrom: 2 })
    expect(JSON.parse(serialiseBundle([item], []))).toMatchObject({ readableFrom: 1 })
    for (const [from, to] of [
      ['"count":5', '"count":-5'],
      ['abab', 'ABAB'],
      ['"late":true', '"late":false'],
      ['"late":true', '"late":true,"by":"me"'],
      ['kkkk', 'kkk='],
      // the journal says otherwise, and was sealed so
      ['"status":"finished"', '"status":"left"'],
    ] as const) {
      expect(refusal(single.replace(from, to))?.code).toBe('shape')
      const read = parseAttemptFile(serialiseBundle([sealed, item], []).replace(from, to))
      expect(read.attempts).toEqual([item])
      expect(read.refused).toMatchObject([{ code: 'shape' }])
    }
  })

  it('keep the good attempts when one is bad', () => {
    const bundle = JSON.stringify({
      format: 'first-ring-attempts',
      formatVersion: 1,
      readableFrom: 1,
      trainees: [trainee, { id: '' }],
      attempts: [
        7,
        { header, entries: [7], status: 'open', result: null },
        { header, entries, status: 'left', result },
      ],
    })
    const read = parseAttemptFile(bundle)
    expect(read.attempts).toEqual([item])
    expect(read.trainees).toEqual([trainee])
    expect(read.refused).toMatchObject([
      { attempt: '#0', n: null, code: 'shape' },
      { attempt: header.id, n: 0, code: 'entry' },
      { attempt: '', n: null, code: 'shape' },
    ])
  })

  it('can be neither huge nor deep enough to hurt', () => {
    expect(refusal(' '.repeat(MAX_FILE_CHARS + 1))?.code).toBe('too-large')
    const deep = '['.repeat(2_000_000)
    expect(refusal(deep)?.code).toBe('not-json')
    const closed = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    parseAttemptFile(
      `{"format":"first-ring-attempt","formatVersion":1,"header":${closed},"entries":[]}`,
    )
    const many = Array.from({ length: 20_001 }, (_, n) => ({
      n,
      at: n,
      origin: 'script',
      happening: { what: 'held' },
    }))
    expect(refusal(JSON.stringify({ ...one, entries: many }))).toMatchObject({
      n: 20_000,
      code: 'too-large',
    })
  })

  it('cannot reach the prototype of anything', () => {
    for (const place of ['"seed"', '"do"', '"n":2', '"format"', '"trainee"']) {
      parseAttemptFile(
        edited(
          place,
          `"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${place}`,
        ),
      )
    }
    const read = parseAttemptFile(edited('"seed"', '"__proto__":{"polluted":1},"seed"'))
    expect(JSON.stringify(read)).not.toContain('"polluted":1')
    expect('polluted' in {}).toBe(false)
  })

  it('survive any change of their structure', () => {
    const text = serialiseBundle([item, { ...item, status: 'left' }], [trainee])
    const places = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+|true|false|null/g)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }))
    const change = fc.record({
      place: fc.nat(places.length - 1),
      value: fc.jsonValue({ maxDepth: 3 }),
    })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let hostile = text
        for (const { place, value } of [...changes].sort((a, b) => b.place - a.place)) {
          const spot = places[place]
          if (spot)
            hostile = hostile.slice(0, spot.from) + JSON.stringify(value) + hostile.slice(spot.to)
        }
        const read = parseAttemptFile(hostile)
        for (const each of read.attempts) {
          // What is taken is whole: it goes out and comes back the same.
          const again = parseAttemptFile(serialiseBundle([each], []))
          expect(again).toEqual({ attempts: [each], trainees: [], refused: [] })
        }
        for (const each of read.refused) expect(each.why.length).toBeGreaterThan(0)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the same data', () => {
  it('does not depend on the order of keys', () => {
    expect(canonical({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
    expect(sameData({ a: 1, b: { c: 2, d: undefined } }, { b: { c: 2 }, a: 1 })).toBe(true)
    expect(sameData({ a: 1 }, { a: '1' })).toBe(false)
    expect(sameData([1, 2], [2, 1])).toBe(false)
  })

  it('tells where two journals part', () => {
    expect(firstDifference(entries, entries)).toBeNull()
    expect(firstDifference(entries, entries.slice(0, 2))).toBeNull()
    expect(firstDifference(entries, entries.slice(1))).toBe(0)
  })
})
