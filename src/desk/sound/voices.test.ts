import { describe, expect, it } from 'vitest'
import {
  chooseVoice,
  countVoices,
  naturalMs,
  speechPitch,
  speechRate,
  type VoiceInfo,
} from './voices.ts'

const voice = (name: string, lang: string, localService = true): VoiceInfo => ({
  name,
  lang,
  voiceURI: `${name}/${lang}`,
  localService,
  default: false,
})

const windows = [
  voice('Microsoft David - English (United States)', 'en-US'),
  voice('Microsoft Zira - English (United States)', 'en-US'),
  voice('Microsoft Huihui - Chinese (Simplified, PRC)', 'zh-CN'),
  voice('Microsoft Kangkang - Chinese (Simplified, PRC)', 'zh-CN'),
  voice('Microsoft Tracy - Chinese (Traditional, Hong Kong)', 'zh-HK'),
  voice('Google 普通话（中国大陆）', 'zh-CN', false),
  voice('Google US English', 'en-US', false),
]

describe('chooseVoice', () => {
  it('takes the language and the gender', () => {
    expect(chooseVoice(windows, { lang: 'zh', gender: 'female' })?.name).toContain('Huihui')
    expect(chooseVoice(windows, { lang: 'zh', gender: 'male' })?.name).toContain('Kangkang')
    expect(chooseVoice(windows, { lang: 'en', gender: 'female' })?.name).toContain('Zira')
  })

  it('never takes a network voice', () => {
    const network = windows.filter((v) => !v.localService)
    expect(chooseVoice(network, { lang: 'zh', gender: 'female' })).toBeNull()
    expect(countVoices(network)).toEqual({ zh: 0, en: 0 })
  })

  it('takes no Cantonese for Mandarin, Taiwan’s Mandarin only if there is no other', () => {
    const cantonese = [voice('Sin-ji', 'zh-HK'), voice('x', 'yue-CN')]
    expect(chooseVoice(cantonese, { lang: 'zh', gender: 'female' })).toBeNull()
    const both = [voice('Mei-Jia', 'zh-TW'), voice('y', 'zh_CN')]
    expect(chooseVoice(both, { lang: 'zh', gender: 'female' })?.name).toBe('y')
    expect(chooseVoice(both.slice(0, 1), { lang: 'zh', gender: 'female' })?.name).toBe('Mei-Jia')
  })

  it('counts by language', () => {
    expect(countVoices(windows)).toEqual({ zh: 2, en: 2 })
  })
})

describe('pitch and pace', () => {
  it('makes a child of a grown voice, and a man of a woman’s', () => {
    const [, zira] = windows
    if (zira === undefined) throw new Error('no voice')
    expect(speechPitch({ age: 'child', gender: 'female', mood: 0 }, zira)).toBeCloseTo(1.45)
    expect(speechPitch({ age: 'adult', gender: 'male', mood: 0 }, zira)).toBeCloseTo(0.7)
    expect(speechPitch({ age: 'adult', gender: 'female', mood: 100 }, zira)).toBeCloseTo(1.15)
  })

  it('fits the line’s time within what stays understandable', () => {
    const ms = naturalMs('你好', 'zh')
    expect(speechRate(['你好'], { lang: 'zh', ms })).toBe(1)
    expect(speechRate(['你好'], { lang: 'zh', ms: 10 })).toBe(1.7)
    expect(speechRate(['你好'], { lang: 'zh', ms: 60_000 })).toBe(0.7)
    expect(naturalMs('I need help, please', 'en')).toBe(4 * 370 + 300)
  })
})
