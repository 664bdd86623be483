import type { FileContent, Files } from '../../core/files/files.ts'
import type { Path } from '../../core/scenario/diagnostic.ts'
import type { Language } from '../../core/scenario/primitives.ts'
import {
  callerLinesIn,
  isVaried,
  recordingNames,
  wordingName,
  wordingsOf,
} from '../../core/scenario/recordings.ts'
import type { PlaceNames } from '../../core/scenario/roll.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { callerMs } from '../../core/scenario/speech.ts'

/** A recording among the draft's files. */
export interface RecordedFile {
  readonly path: string
  /** SHA-256 of its bytes. */
  readonly blob: string
  readonly size: number
}

/** One thing to record: a line in one language, in one wording if variants word it differently. */
export interface VoiceRow {
  /** `zh/crying.caller`: folder and name of its recording, unique. */
  readonly key: string
  readonly lang: Language
  readonly line: string
  /** What is to be said, names filled. */
  readonly words: string
  /** Of the line in the file. */
  readonly path: Path
  /** How long the desk gives the line, ms. */
  readonly ms: number
  readonly isVaried: boolean
  readonly file: RecordedFile | null
}

const VOICE = /^voice\/((?:zh|en)\/.+)\.[a-z0-9]+$/

/** The recordings of a draft, by folder and name: `zh/crying.caller`. */
export function recordedIn(files: Files): ReadonlyMap<string, RecordedFile> {
  const found = new Map<string, RecordedFile>()
  for (const [path, content] of files) {
    const key = VOICE.exec(path)?.[1]
    if (key !== undefined && isBlob(content))
      found.set(key, { path, blob: content.blob, size: content.size })
  }
  return found
}

const isBlob = (content: FileContent): content is Extract<FileContent, { blob: string }> =>
  'blob' in content

/** Everything that the caller may say, in the order of the file, each line in Chinese and then in English. */
export function voiceRows(
  scenario: Scenario,
  files: Files,
  places: PlaceNames,
): readonly VoiceRow[] {
  const recorded = recordedIn(files)
  const { rate } = scenario.caller.voice
  return callerLinesIn(scenario).flatMap((line) =>
    (['zh', 'en'] as const).flatMap((lang) =>
      wordingsOf(scenario, line, lang, places).map((words): VoiceRow => {
        const varied = isVaried(line.text[lang])
        const key = `${lang}/${varied ? wordingName(line.id, words) : line.id}`
        // as the desk looks for it
        const [file = null] = recordingNames(line.id, words).flatMap(
          (name) => recorded.get(`${lang}/${name}`) ?? [],
        )
        const ms = callerMs({ zh: words, en: words }, lang, rate)
        return { key, lang, line: line.id, words, path: line.path, ms, isVaried: varied, file }
      }),
    ),
  )
}

/** Recordings that the desk would never play: no line has their name any more. */
export function orphansIn(files: Files, rows: readonly VoiceRow[]): readonly RecordedFile[] {
  const used = new Set(rows.flatMap(({ file }) => (file ? [file.path] : [])))
  return [...recordedIn(files).values()].filter(({ path }) => !used.has(path))
}
