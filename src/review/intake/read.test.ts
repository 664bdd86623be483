import { describe, expect, it } from 'vitest'
import { cohortScenarios, playTerm } from '../../cli/demo/term.ts'
import { type FileAttempt, parseAttemptFile } from '../../core/sim/file.ts'
import { serialiseAttempt, serialiseBundle } from '../../core/sim/fileText.ts'
import { isPlain } from '../../core/sim/same.ts'
import { type ReadAttempt, readFile, sameAttempt } from './read.ts'
import { readJson } from './skim.ts'

const { attempts } = playTerm({
  seed: 'read',
  trainees: 2,
  attempts: 2,
  from: Date.UTC(2026, 8, 1),
  days: 2,
  scenarios: cohortScenarios().slice(0, 2),
  learning: false,
})
const over = attempts.filter(({ status }) => status === 'finished' || status === 'left')
const [first] = over
if (!first) throw new Error('no attempt')

function read(text: string) {
  const parts = [...readFile('a.json', new TextEncoder().encode(text))]
  return {
    attempts: parts.flatMap((one) => ('why' in one ? [] : [one])),
    refused: parts.flatMap((one) => ('why' in one ? [one] : [])),
  }
}
const contents = (list: readonly ReadAttempt[]) =>
  list.map(({ text }) => {
    const data = readJson(text, { from: 0, to: text.length })
    return isPlain(data) ? data : null
  })
const contentOf = ({ attempt: { header, entries }, ...rest }: FileAttempt) => ({
  header,
  entries,
  ...rest,
})

describe('a file of attempts, taken apart', () => {
  it('holds what the reader of every part finds, in any layout', () => {
    const text = serialiseBundle(over, [])
    for (const layout of [text, `\uFEFF${text}`, JSON.stringify(JSON.parse(text), null, 2)]) {
      const { attempts: found, refused } = read(layout)
      expect(refused).toEqual([])
      expect(contents(found)).toEqual(parseAttemptFile(layout).attempts.map(contentOf))
      expect(found.map(({ head }) => head.header)).toEqual(
        over.map(({ attempt }) => attempt.header),
      )
    }
    const single = read(serialiseAttempt(first.attempt))
    expect(contents(single.attempts)).toEqual([{ ...contentOf(first), result: null }])
  })

  it('takes the journal’s word for how it ended', () => {
    const open = serialiseBundle([{ ...first, status: 'open' }], [])
    expect(read(open).attempts[0]?.head.status).toBe(first.status)
    const entries = first.attempt.entries.slice(0, 3)
    const cut = { ...first, status: 'open', attempt: { ...first.attempt, entries } } as const
    expect(read(serialiseBundle([cut], []))).toMatchObject({
      attempts: [],
      refused: [{ code: 'unfinished', attempt: first.attempt.header.id }],
    })
  })

  it('says of each part that is none why it was not taken, and takes the others', () => {
    const text = serialiseBundle(over, [])
    const edited = (from: string, to: string) => read(text.replace(from, to))
    expect(edited('"engine":', '"motor":').refused).toMatchObject([
      { attempt: '#0', code: 'shape' },
    ])
    expect(edited('"engine":', '"motor":').attempts).toHaveLength(over.length - 1)
    expect(edited('"entries":', '"journal":').refused[0]?.code).toBe('shape')
    expect(edited('"status":"', '"more":1,"status":"').refused[0]?.code).toBe('shape')
    expect(edited('"result":', '"result":nothing,"was":').refused[0]?.code).toBe('shape')
    expect(edited('"readableFrom":1', '"readableFrom":99').refused).toMatchObject([
      { attempt: '', code: 'version' },
    ])
    expect(edited('"first-ring-attempts"', '"recipes"').refused[0]?.code).toBe('not-ours')
    expect(read(text.slice(0, -9)).refused[0]?.code).toBe('not-json')
    expect(read('').refused[0]?.code).toBe('not-json')
    expect(read(text.replace('"attempts":[', '"attempts":["x",')).refused).toMatchObject([
      { attempt: '#0', code: 'shape' },
    ])
  })

  it('is bounded in the number and in the size of its attempts', () => {
    const many = `{"format":"first-ring-attempts","formatVersion":1,"readableFrom":1,"trainees":[],"attempts":[${'0,'.repeat(5000)}0]}`
    expect(read(many).refused).toMatchObject([{ attempt: '', code: 'too-large' }])
    const long = serialiseBundle([first], []).replace(
      '"entries":[',
      `"entries":[${' '.repeat(5e6)}`,
    )
    expect(read(long).refused).toMatchObject([{ attempt: '#0', code: 'too-large' }])
  })
})

describe('two texts', () => {
  const bytes = (data: unknown, space?: number) =>
    new TextEncoder().encode(JSON.stringify(data, null, space))

  it('tell of the same attempt whatever their layout, and of another if anything differs', () => {
    const { header, entries, ...rest } = contentOf(first)
    const one = bytes({ header, entries, ...rest })
    expect(sameAttempt(one, bytes({ ...rest, entries, header }, 2))).toBe(true)
    expect(sameAttempt(one, bytes({ header, entries, ...rest, status: 'open' }))).toBe(true)
    expect(sameAttempt(one, bytes({ header, entries: entries.slice(1), ...rest }))).toBe(false)
    expect(sameAttempt(one, new TextEncoder().encode('{'))).toBe(false)
    expect(sameAttempt(new Uint8Array(), new Uint8Array())).toBe(false)
  })
})
