import type { Language, Text } from '../../core/scenario/primitives.ts'
import { callerLinesIn, isVaried, wordingName, wordingsOf } from '../../core/scenario/recordings.ts'
import type { PlaceNames } from '../../core/scenario/roll.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import type { TextEntry } from '../../core/scenario/texts/texts.ts'
import { valueAt } from '../forms/useField.ts'

/** What a voice actor is given: the lines that are spoken, and how. */

export interface VoiceLine {
  /** Names the recording. */
  readonly id: string
  readonly at: 'node' | 'silence' | 'anywhere'
  /** The node or reaction; empty: anywhere in the talk. */
  readonly scene: string
  /** Asides that stand in the line: `抽泣`, `hangs up`. */
  readonly hint: Text
  /** Moods in which alone it is said: `trust < 20`. */
  readonly moods: readonly (readonly [mood: 'trust' | 'arousal' | 'patience', bounds: string])[]
  readonly zh: string
  readonly en: string
}

/** One recording of a line that says something else in each variant. */
export interface Take {
  /** Names it. */
  readonly name: string
  readonly words: string
}

export type Takes = ReadonlyMap<string, Readonly<Record<Language, readonly Take[]>>>

/** By line: its recordings in each language, names filled; none of a language in which it always says the same. */
export function takesOf(scenario: Scenario, places: PlaceNames): Takes {
  return new Map(
    callerLinesIn(scenario).map((line) => {
      const takes = (lang: Language): readonly Take[] =>
        isVaried(line.text[lang])
          ? wordingsOf(scenario, line, lang, places).map((words) => ({
              name: wordingName(line.id, words),
              words,
            }))
          : []
      return [line.id, { zh: takes('zh'), en: takes('en') }]
    }),
  )
}

const ASIDE = /[（(]([^（()）]*)[）)]/g
const MOODS = ['trust', 'arousal', 'patience'] as const

/** The caller's lines, in the order of the file. `content`: the file's, as written. */
export function voiceLines(entries: readonly TextEntry[], content: unknown): readonly VoiceLine[] {
  return entries.flatMap((entry) => {
    const { kind, line, speaker, path, id } = entry
    if (speaker !== 'caller' || line === null) return []
    const when = valueAt(content, [...path, 'when'])
    const bounds = (mood: string): string => {
      const wanted = valueAt(when, [mood])
      return typeof wanted === 'string' ? wanted : ''
    }
    const names = id.split('.')
    const isAnywhere = names[0] === 'anywhere'
    return {
      id: line,
      at: isAnywhere ? 'anywhere' : kind === 'silence' ? 'silence' : 'node',
      scene: (isAnywhere ? names[1] : names[1] === 'nodes' ? names[2] : '') ?? '',
      hint: { zh: asides(entry, 'zh'), en: asides(entry, 'en') },
      moods: MOODS.flatMap((mood) => (bounds(mood) === '' ? [] : [[mood, bounds(mood)] as const])),
      zh: entry.zh,
      en: entry.en,
    }
  })
}

const asides = (entry: TextEntry, lang: Language): string =>
  [...entry[lang].matchAll(ASIDE)].map(([, words = '']) => words.trim()).join(' · ')
