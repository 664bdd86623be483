import { describe, expect, it } from 'vitest'
import type { FileContent, Files } from '../../core/files/files.ts'
import { applyChanges } from '../../core/files/files.ts'
import { recordingNames } from '../../core/scenario/recordings.ts'
import { gridAtlas } from '../../core/testing/atlas.ts'
import { scenarioFrom } from '../../core/testing/drive.ts'
import { source } from '../../core/testing/scenario.ts'
import type { RecordingInfo } from './infos.ts'
import { rowNamed } from './naming.ts'
import { matches, recordingsRenamed, rematched, saysOther } from './rematch.ts'
import { orphansIn, voiceRows } from './rows.ts'

const places = (id: string) => gridAtlas.place(id)?.name
const scenario = scenarioFrom()

const sound = (blob: string): FileContent => ({ blob, type: 'audio/wav', size: 100 })
const draftOf = (...paths: readonly string[]): Files =>
  new Map<string, FileContent>([
    ['scenario.yaml', { text: source }],
    ...paths.map((path): [string, FileContent] => [path, sound(path)]),
  ])
const rowsOf = (files: Files, of = scenario) => voiceRows(of, files, places)

describe('what there is to record', () => {
  const rows = rowsOf(draftOf())

  it('is each line in both languages, and each wording of a line that varies', () => {
    const opening = rows.filter(({ line }) => line === 'open.caller')
    expect(opening.map(({ lang, words }) => [lang, words])).toEqual([
      ['zh', '门口有个人，老马怕出事。'],
      ['zh', '门口有个人，老田怕出事。'],
      ['en', 'There is a man at the gate; Old Ma is worried.'],
      ['en', 'There is a man at the gate; Old Tian is worried.'],
    ])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    expect(rows.every(({ ms }) => ms >= 900)).toBe(true)
  })

  it('stands under the names that the desk looks for', () => {
    for (const { key, lang, line, words } of rows)
      expect(recordingNames(line, words).map((name) => `${lang}/${name}`)).toContain(key)
  })

  it('has a recording if the desk would play one, of whatever type', () => {
    const varied = rows.find(({ isVaried, lang }) => isVaried && lang === 'zh')
    if (!varied) throw new Error('no line varies')
    const files = draftOf(
      'voice/zh/waits.caller.mp3',
      `voice/${varied.key}.wav`,
      'voice/en/open.caller.wav',
    )
    const found = rowsOf(files).flatMap(({ key, file }) => (file ? [[key, file.path]] : []))
    expect(found).toEqual([
      [varied.key, `voice/${varied.key}.wav`],
      // one recording stands for all wordings that have none of their own
      ...rows
        .filter(({ lang, line }) => lang === 'en' && line === 'open.caller')
        .map(({ key }) => [key, 'voice/en/open.caller.wav']),
      ['zh/waits.caller', 'voice/zh/waits.caller.mp3'],
    ])
    expect(orphansIn(files, rowsOf(files))).toEqual([])
  })

  it('leaves no recording unseen: one without a line is told', () => {
    const files = draftOf('voice/zh/gone.caller.wav', 'voice/zh/waits.caller.wav')
    expect(orphansIn(files, rowsOf(files)).map(({ path }) => path)).toEqual([
      'voice/zh/gone.caller.wav',
    ])
  })
})

describe("a file's name", () => {
  const rows = rowsOf(draftOf())
  const key = (name: string, shown: 'zh' | 'en' | null = null) => {
    const named = rowNamed(name, rows, shown)
    return named.ok ? named.row.key : named.why
  }

  it('leads to its line', () => {
    expect(key('waits.caller.wav', 'zh')).toBe('zh/waits.caller')
    expect(key('waits.caller.wav', 'en')).toBe('en/waits.caller')
    expect(key(' Waits.Caller.MP3', 'en')).toBe('en/waits.caller')
    expect(key('talk.silence', 'zh')).toBe('zh/talk.silence')
    expect(key('calmer.caller.1.wav', 'zh')).toBe('zh/calmer.caller.1')
  })

  it('may tell the language, which then counts more than what is shown', () => {
    for (const name of ['waits.caller.en.wav', 'waits.caller_en.m4a', 'en-waits.caller.wav'])
      expect(key(name, 'zh')).toBe('en/waits.caller')
  })

  it('of a wording needs no language: it is of one only', () => {
    const varied = rows.find(({ isVaried, lang }) => isVaried && lang === 'en')
    if (!varied) throw new Error('no line varies')
    expect(key(`${varied.key.slice(3)}.wav`)).toBe(varied.key)
  })

  it('is refused with the reason', () => {
    expect(key('waits.caller.wav')).toBe('noLanguage')
    expect(key('nobody.caller.wav', 'zh')).toBe('noLine')
    expect(key('open.caller.zh.wav')).toBe('noWording')
    expect(key('', 'zh')).toBe('noLine')
    expect(key('../../scenario.yaml', 'zh')).toBe('noLine')
  })
})

describe('recordings that lost their line', () => {
  const said = (files: Files, words: Readonly<Record<string, string>>) =>
    new Map<string, RecordingInfo>(
      [...files.keys()].flatMap((path) =>
        words[path] === undefined ? [] : [[path, { seconds: 1, words: words[path] }]],
      ),
    )

  it('go back to the line that says their words, renamed or moved in its list', () => {
    const files = draftOf(
      'voice/zh/old-name.caller.wav',
      'voice/zh/calmer.caller.0.wav',
      'voice/zh/calmer.caller.1.wav',
      'voice/zh/nobody.caller.wav',
    )
    const infos = said(files, {
      'voice/zh/old-name.caller.wav': '好。',
      // the two lines of the list have changed places since
      'voice/zh/calmer.caller.0.wav': '他就站着。',
      'voice/zh/calmer.caller.1.wav': '他手里有刀。',
      'voice/zh/nobody.caller.wav': '没有人说这个。',
    })
    const rows = rowsOf(files)
    expect(rows.filter((row) => saysOther(row, infos)).map(({ key }) => key)).toEqual([
      'zh/calmer.caller.0',
      'zh/calmer.caller.1',
    ])
    const found = matches(rows, orphansIn(files, rows), infos)
    const { files: after } = applyChanges(files, rematched(files, found))
    expect(after.get('voice/zh/waits.caller.wav')).toEqual(sound('voice/zh/old-name.caller.wav'))
    expect(after.get('voice/zh/calmer.caller.0.wav')).toEqual(sound('voice/zh/calmer.caller.1.wav'))
    expect(after.get('voice/zh/calmer.caller.1.wav')).toEqual(sound('voice/zh/calmer.caller.0.wav'))
    expect(after.has('voice/zh/old-name.caller.wav')).toBe(false)
    expect(after.has('voice/zh/nobody.caller.wav')).toBe(true)
    expect(matches(rowsOf(after), orphansIn(after, rowsOf(after)), infos)).toEqual([])
  })

  it('are left alone where the words are not known, or of the other language', () => {
    const files = draftOf('voice/zh/old.caller.mp3', 'voice/en/older.caller.wav')
    const rows = rowsOf(files)
    const infos = said(files, { 'voice/en/older.caller.wav': '好。' })
    expect(matches(rows, orphansIn(files, rows), infos)).toEqual([])
  })
})

describe('a name that changes', () => {
  it('takes its recordings along, and no others', () => {
    const files = draftOf(
      'voice/zh/open.caller_0123456789.wav',
      'voice/en/open.caller.1.mp3',
      'voice/zh/open.silence.wav',
      'voice/zh/open-2.caller.wav',
      'voice/zh/anywhere.open.wav',
    )
    const renamed = (what: 'node' | 'reaction') =>
      [...applyChanges(files, recordingsRenamed(files, what, 'open', 'begin')).files.keys()].sort()
    expect(renamed('node')).toEqual([
      'scenario.yaml',
      'voice/en/begin.caller.1.mp3',
      'voice/zh/anywhere.open.wav',
      'voice/zh/begin.caller_0123456789.wav',
      'voice/zh/begin.silence.wav',
      'voice/zh/open-2.caller.wav',
    ])
    expect(renamed('reaction')).toEqual([
      'scenario.yaml',
      'voice/en/open.caller.1.mp3',
      'voice/zh/anywhere.begin.wav',
      'voice/zh/open-2.caller.wav',
      'voice/zh/open.caller_0123456789.wav',
      'voice/zh/open.silence.wav',
    ])
  })
})
