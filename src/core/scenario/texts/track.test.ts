import { describe, expect, it } from 'vitest'
import { textsOf } from './texts.ts'
import {
  NO_TRACK,
  readTrack,
  startTrack,
  statusesOf,
  type Track,
  withAgreed,
  writeTrack,
} from './track.ts'

const WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  open: { zh: '喂？', en: 'Hello?' },
  tells: { zh: '在河边。', en: 'By the river.' },
  bye: { zh: '谢谢。', en: 'Thank you.' },
}

const textsWith = (change: Record<string, { zh?: string; en?: string }> = {}) =>
  textsOf({
    talk: {
      nodes: Object.fromEntries(
        Object.entries({ ...WORDS, ...change }).map(([id, caller]) => [
          id,
          { caller: { ...WORDS[id], ...caller } },
        ]),
      ),
    },
  })

const start = startTrack(textsWith())
const status = (change: Record<string, { zh?: string; en?: string }>, track: Track = start) =>
  [...statusesOf(textsWith(change), track)]
    .filter(([, one]) => one !== 'done')
    .map(([id, one]) => `${id.split('.')[2]} ${one}`)

describe('translations', () => {
  it('are done while their source stays, whatever becomes of themselves', () => {
    expect(status({})).toEqual([])
    expect(status({ open: { en: 'Hi?' } })).toEqual([])
  })

  it('are marked once their source says something else, and no more when it says it again', () => {
    expect(status({ open: { zh: '喂喂？' } })).toEqual(['open changed'])
    expect(status({ open: { zh: '喂喂？', en: 'Hi? Hi?' } })).toEqual(['open changed'])
    expect(status({ open: { zh: '喂？' } })).toEqual([])
  })

  it('are missing where nothing stands, or the source once more', () => {
    expect(status({ open: { en: '' }, bye: { en: '谢谢。' } })).toEqual([
      'open missing',
      'bye missing',
    ])
  })

  it('go the other way, too', () => {
    const back = { ...start, source: 'en' as const }
    expect(status({ open: { zh: '喂喂？' } }, back)).toEqual([])
    expect(status({ open: { en: 'Hi?' }, bye: { zh: '' } }, back)).toEqual([
      'open changed',
      'bye missing',
    ])
  })

  it('are done again once both agree, and the others stay as they were', () => {
    const now = textsWith({ open: { zh: '喂喂？' }, bye: { zh: '多谢。' } })
    const track = withAgreed(start, now, new Set(['talk.nodes.open.caller']))
    expect(status({ open: { zh: '喂喂？' }, bye: { zh: '多谢。' } }, track)).toEqual([
      'bye changed',
    ])
  })

  it('are marked while their source is blank, and right again with it', () => {
    const blank = textsWith({ open: { zh: '' } })
    const track = withAgreed(start, blank, new Set(['talk.nodes.open.caller']))
    expect(status({ open: { zh: '' } }, track)).toEqual(['open changed'])
    expect(status({}, track)).toEqual([])
  })

  it('are followed when their node is renamed, or a line is put before them', () => {
    const { tells, ...rest } = WORDS
    const renamed = textsOf({
      talk: {
        nodes: Object.fromEntries(
          Object.entries({ ...rest, says: { ...tells, zh: '在桥边。' } }).map(([id, caller]) => [
            id,
            { caller },
          ]),
        ),
      },
    })
    expect(statusesOf(renamed, start).get('talk.nodes.says.caller')).toBe('changed')
    const listed = (lines: readonly object[]) =>
      textsOf({ talk: { nodes: { a: { caller: lines } } } })
    const before = startTrack(listed([WORDS.open, WORDS.bye].map((one) => ({ ...one }))))
    const after = statusesOf(
      listed([{ zh: '新的。', en: '' }, { ...WORDS.open }, { zh: '再见。', en: 'Thank you.' }]),
      before,
    )
    expect([...after.values()]).toEqual(['missing', 'done', 'changed'])
  })

  it('of which nothing is known count as done, and are watched from the first that is written down', () => {
    expect(status({ open: { zh: '喂喂？' } }, NO_TRACK)).toEqual([])
    const track = withAgreed(NO_TRACK, textsWith(), new Set())
    expect(status({ open: { zh: '喂喂？' } }, track)).toEqual(['open changed'])
  })
})

describe('translations.json', () => {
  it('reads what it writes', () => {
    for (const track of [NO_TRACK, start, { ...start, source: 'en' as const, isLocked: true }])
      expect(readTrack(writeTrack(track))).toEqual(track)
  })

  it.each([
    '',
    '[]',
    '{"format":"first-ring-translations"}',
    writeTrack(start).replace('"zh"', '"fr"'),
    writeTrack(start).replace(/\["[0-9a-f]{12}"/, '["<script>"'),
    `${writeTrack(start)}x`,
  ])('is refused if it is something else: %s', (text) => {
    expect(readTrack(text)).toBe(null)
  })
})
