import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences, spokenText } from './sentences.ts'

describe('splitSentences', () => {
  it('leaves stage directions unspoken', () => {
    expect(spokenText('（哭声，断断续续）呜……阿姨')).toBe('呜……阿姨')
    expect(spokenText('(sobbing) I… I want to go [sniff] home')).toBe('I… I want to go home')
    expect(splitSentences('……（抽泣）', 'zh')).toEqual([])
  })

  it('keeps a short line whole and cuts a long one at its sentences', () => {
    expect(splitSentences('喂，110吧。我在塔上呢。', 'zh')).toEqual(['喂，110吧。我在塔上呢。'])
    const long =
      '喂，110吧。我给你们打个招呼，省得回头说没人知道我去哪儿了。我在塔上呢，风大得很，你们别来。'
    expect(splitSentences(long, 'zh')).toEqual([
      '喂，110吧。我给你们打个招呼，省得回头说没人知道我去哪儿了。',
      '我在塔上呢，风大得很，你们别来。',
    ])
  })

  it('doesn’t cut English at a decimal point and joins pieces with a space', () => {
    expect(splitSentences('It is 1.5 km. Please hurry!', 'en')).toEqual([
      'It is 1.5 km. Please hurry!',
    ])
  })

  it('cuts a sentence without marks by force', () => {
    const pieces = splitSentences('哭'.repeat(80), 'zh')
    expect(pieces.map((p) => p.length)).toEqual([36, 36, 8])
    const words = splitSentences('word '.repeat(60), 'en')
    expect(words.every((p) => p.length <= 120 && !p.includes('wo rd'))).toBe(true)
  })

  it('loses no word of any text, and no piece is too long', () => {
    const words = fc.array(
      fc.constantFrom(
        '你',
        '好吗',
        '110',
        '。',
        '，',
        '……',
        '！”',
        'help',
        ' ',
        '.',
        ', ',
        '?!',
        'a.b',
        '—',
      ),
      { maxLength: 120 },
    )
    fc.assert(
      fc.property(words, fc.constantFrom('zh' as const, 'en' as const), (parts, lang) => {
        const text = parts.join('')
        const pieces = splitSentences(text, lang)
        const bare = (s: string) => s.replace(/[^\p{L}\p{N}]/gu, '')
        expect(bare(pieces.join(''))).toBe(bare(text))
        for (const piece of pieces)
          expect(piece.length).toBeLessThanOrEqual(lang === 'zh' ? 36 : 120)
      }),
      { numRuns: 300 },
    )
  })
})
