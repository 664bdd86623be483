import type { VoiceLine } from './types.ts'

/** What we need to know of a system voice (a part of SpeechSynthesisVoice). */
export interface VoiceInfo {
  readonly name: string
  readonly lang: string
  readonly voiceURI: string
  readonly localService: boolean
  readonly default: boolean
}

/** Names of common system voices; the browser tells no gender. Unknown names count as neither. */
const FEMALE =
  /huihui|yaoyao|xiaoxiao|xiaoyi|ting-?ting|tingting|lili|shasha|meijia|hanhan|yating|zira|hazel|susan|samantha|karen|moira|tessa|fiona|victoria|catherine|linda|female|女/i
const MALE =
  /kangkang|yunxi|yunyang|yunjian|li-?mu|bobo|zhiwei|david|mark|george|james|daniel|alex|fred|tom|richard|\bmale|男/i

/** How well a voice's language serves: lower is better, null is not at all. */
function languageRank(tag: string, lang: VoiceLine['lang']): number | null {
  const t = tag.toLowerCase().replace('_', '-')
  if (lang === 'en') {
    if (/^en-(us|gb)\b/.test(t)) return 0
    return /^en\b/.test(t) ? 1 : null
  }
  // Cantonese and other languages under zh- or a tag of their own would mislead the recruit.
  if (/^(zh-(hk|mo)|yue|zh-yue|nan|wuu)\b/.test(t)) return null
  if (/^(zh-cn|zh-hans|cmn-hans|cmn-cn|cmn|zh)(-|$)/.test(t) && !/-tw$|hant/.test(t)) return 0
  return /^(zh-tw|zh-hant|zh-sg|cmn-hant|cmn-tw)/.test(t) ? 1 : null
}

/** 0 the wanted gender, 1 unknown, 2 the other one. */
function genderRank(name: string, gender: VoiceLine['gender']): number {
  const female = FEMALE.test(name)
  const male = !female && MALE.test(name)
  if (!female && !male) return 1
  return female === (gender === 'female') ? 0 : 2
}

/**
 * The voice for a line, or null if the system has none for its language. Only voices on this machine: a
 * network voice would send what callers say to another host, and comes late.
 */
export function chooseVoice(
  voices: readonly VoiceInfo[],
  line: Pick<VoiceLine, 'lang' | 'gender'>,
): VoiceInfo | null {
  let best: VoiceInfo | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const voice of voices) {
    const language = languageRank(voice.lang, line.lang)
    if (!voice.localService || language === null) continue
    const rank = language * 100 + genderRank(voice.name, line.gender) * 10 + (voice.default ? 0 : 1)
    if (rank >= bestRank) continue
    best = voice
    bestRank = rank
  }
  return best
}

/** How many voices on this machine can speak each language. */
export function countVoices(voices: readonly VoiceInfo[]): { zh: number; en: number } {
  const count = (lang: VoiceLine['lang']) =>
    voices.filter((v) => v.localService && languageRank(v.lang, lang) !== null).length
  return { zh: count('zh'), en: count('en') }
}

/** Pitch for the system's voice (1 is its own), by age, by gender where the voice is the other's, by mood. */
export function speechPitch(
  line: Pick<VoiceLine, 'age' | 'gender' | 'mood'>,
  voice: VoiceInfo,
): number {
  const age = { child: 1.45, adult: 1, elder: 0.88 }[line.age]
  const other = genderRank(voice.name, line.gender) === 2
  const gender = other ? (line.gender === 'female' ? 1.3 : 0.7) : 1
  const heat = 1 + 0.15 * Math.min(1, Math.max(0, line.mood / 100))
  return Math.min(2, Math.max(0.1, age * gender * heat))
}

/** How long a system voice takes over a text at its own pace: about 4.3 characters or 2.7 words a second. */
export function naturalMs(text: string, lang: VoiceLine['lang']): number {
  const pauses = text.match(/[，。！？；：、…—,.!?;:]+/g)?.length ?? 0
  const bare = text.replace(/[，。！？；：、…—,.!?;:]+/g, ' ').trim()
  const units =
    lang === 'zh' ? bare.replace(/\s+/g, '').length : bare.split(/\s+/).filter(Boolean).length
  return units * (lang === 'zh' ? 232 : 370) + pauses * 300
}

/** Pace for the system's voice (1 is its own) so that the line lasts about its `ms`. */
export function speechRate(
  pieces: readonly string[],
  line: Pick<VoiceLine, 'lang' | 'ms'>,
): number {
  const natural = pieces.reduce((sum, piece) => sum + naturalMs(piece, line.lang), 0)
  return Math.min(1.7, Math.max(0.7, natural / Math.max(1, line.ms)))
}
