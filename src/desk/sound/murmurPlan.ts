import { between, pick, seeded } from '../../ui/sound/seed.ts'
import { spokenText } from './sentences.ts'
import type { VoiceLine } from './types.ts'

/** Vowel colours of the murmur. */
export type Vowel = 'a' | 'o' | 'e' | 'i' | 'u' | 'v' | 'er'

/** One syllable of murmur: times in ms from the line's start, pitches in Hz. */
export interface Syllable {
  at: number
  ms: number
  from: number
  to: number
  vowel: Vowel
  onset: 'none' | 'stop' | 'hiss' | 'nasal'
  gain: number
}

/** How a line is murmured: as long as the line, with its pauses, pitch and tremble. */
export interface MurmurPlan {
  ms: number
  syllables: readonly Syllable[]
  /** Audible breaths in the pauses. */
  breaths: readonly { at: number; ms: number; gain: number }[]
  /** Length of the vocal tract against a grown man's: formants are multiplied by it. */
  tract: number
  /** 0 steady … 1 shaking. */
  tremble: number
  /** Share of air in the voice, 0…1. */
  air: number
}

/** What the plan takes from a line. */
export type MurmurLine = Pick<
  VoiceLine,
  'id' | 'text' | 'lang' | 'ms' | 'gender' | 'age' | 'rate' | 'mood'
>

const PITCH = {
  female: { child: 290, adult: 208, elder: 186 },
  male: { child: 272, adult: 118, elder: 132 },
} as const

/** Start and end of the four tones, as multiples of the speaker's pitch. */
const TONES = [
  [1.14, 1.14],
  [0.96, 1.18],
  [0.86, 0.82],
  [1.24, 0.88],
] as const

const VOWELS: readonly Vowel[] = ['a', 'a', 'o', 'e', 'i', 'u', 'v', 'er']
const ONSETS: readonly Syllable['onset'][] = ['none', 'stop', 'stop', 'hiss', 'nasal']

type Beat = { kind: 'syllable'; weight: number } | { kind: 'pause'; weight: number }

/** The line's rhythm: a beat for each syllable, a rest for each mark. A line of nothing but sobs has eight. */
function beats(line: MurmurLine): Beat[] {
  const out: Beat[] = []
  const rest = (weight: number) => {
    const last = out.at(-1)
    if (last?.kind === 'pause') last.weight = Math.min(3.5, last.weight + weight / 2)
    else out.push({ kind: 'pause', weight })
  }
  for (const token of spokenText(line.text).match(/\p{Script=Han}|[\p{L}\p{N}’']+|\S/gu) ?? []) {
    if (/^\p{Script=Han}$/u.test(token)) out.push({ kind: 'syllable', weight: 1 })
    else if (/^[\p{L}\p{N}]/u.test(token)) {
      const count = /^\d+$/.test(token) ? token.length : (token.match(/[aeiouy]+/gi)?.length ?? 1)
      for (let i = 0; i < count; i += 1) out.push({ kind: 'syllable', weight: i === 0 ? 1.1 : 0.8 })
    } else if (/[。！？!?.；;]/.test(token)) rest(1.6 * line.rate)
    else if (/[…—～~]/.test(token)) rest(2.2 * line.rate)
    else if (/[，、,：:]/.test(token)) rest(0.8 * line.rate)
  }
  if (out.some((b) => b.kind === 'syllable')) return out
  return Array.from({ length: 8 }, () => [
    { kind: 'syllable' as const, weight: 1 },
    { kind: 'pause' as const, weight: 1.4 },
  ]).flat()
}

/**
 * Plans the murmur of a line. Its length is the line's `ms`; the same line gives the same plan.
 * Higher mood: higher and wider pitch, louder, uneven, shaking.
 */
export function planMurmur(line: MurmurLine): MurmurPlan {
  const random = seeded(`murmur:${line.id}`)
  const ms = Math.max(0, line.ms)
  const heat = Math.min(1, Math.max(0, line.mood / 100))
  const base = PITCH[line.gender][line.age] * (1 + 0.28 * heat)
  const rhythm = beats(line)
  const total = rhythm.reduce((sum, b) => sum + b.weight, 0)
  const unit = ms / total
  const longest = 300 / line.rate
  const syllables: Syllable[] = []
  const breaths: { at: number; ms: number; gain: number }[] = []
  let at = 0
  for (const beat of rhythm) {
    const span = unit * beat.weight
    if (beat.kind === 'syllable') {
      const share = line.ms > 0 ? at / ms : 0
      const [from, to] = line.lang === 'zh' ? pick(random, TONES) : ([1.05, 0.98] as const)
      const fall = 1.06 - 0.12 * share + between(random, -0.06, 0.06) * (1 + 2 * heat)
      syllables.push({
        at: at + span * between(random, 0, 0.06),
        ms: Math.min(longest, span * between(random, 0.76, 0.92)),
        from: base * (1 + (from - 1) * (0.7 + heat)) * fall,
        to: base * (1 + (to - 1) * (0.7 + heat)) * fall,
        vowel: pick(random, VOWELS),
        onset: pick(random, ONSETS),
        gain: (0.72 + 0.28 * heat) * between(random, 0.8 - 0.25 * heat, 1),
      })
    } else if (span > 220 && random() < 0.35 + 0.6 * heat) {
      breaths.push({
        at: at + span * 0.35,
        ms: Math.min(420, span * 0.5),
        gain: 0.05 + 0.13 * heat,
      })
    }
    at += span
  }
  return {
    ms,
    syllables,
    breaths,
    tract: line.age === 'child' ? 1.28 : line.gender === 'female' ? 1.15 : 1,
    tremble: Math.max(line.age === 'elder' ? 0.25 : 0, (heat - 0.3) / 0.7),
    air: line.age === 'elder' ? 0.24 : 0.1 + 0.1 * heat,
  }
}

/** Loudness of one syllable at `t` ms after the line's start, 0…1: quick rise, slow fall. */
export function syllableLevel(s: Syllable, t: number): number {
  const into = t - s.at
  if (into <= 0 || into >= s.ms) return 0
  const rise = Math.min(1, into / Math.min(28, s.ms * 0.25))
  const fall = Math.min(1, (s.ms - into) / (s.ms * 0.4))
  return s.gain * rise * fall
}
