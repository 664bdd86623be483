/**
 * `npm run -s attempt -- replay <file>`: an exported attempt (or a bundle), checked entry by entry against what this
 * engine makes of its commands. `… score <file>`: its scorecard, if it replays. `--json` prints one JSON object and
 * nothing else. Exit 1 if anything is refused or differs.
 */
import { readFileSync, statSync } from 'node:fs'
import { compile } from '../core/scenario/compile.ts'
import { sha256 } from '../core/scenario/hash.ts'
import { parseScenario } from '../core/scenario/parse.ts'
import { roll } from '../core/scenario/roll.ts'
import type { Scenario } from '../core/scenario/schema.ts'
import { score } from '../core/scoring/score.ts'
import type { Scorecard } from '../core/scoring/scorecard.ts'
import { type Attempt, ENGINE_VERSION } from '../core/sim/attempt.ts'
import { parseAttemptFile } from '../core/sim/file.ts'
import { MAX_FILE_CHARS } from '../core/sim/fileText.ts'
import type { Entry } from '../core/sim/journal.ts'
import { replay } from '../core/sim/replay.ts'
import {
  type Content,
  ContentError,
  groundFor,
  loadContent,
  SCENARIOS,
  scenarioFiles,
} from './content.ts'
import { type Options, paint, readOptions } from './options.ts'

interface Difference {
  readonly n: number
  /** What the file says, and what the engine says; null where one of them has no such entry. */
  readonly found: Entry | null
  readonly expected: Entry | null
}

interface Judged {
  readonly id: string
  readonly scenario: string
  readonly entries: number
  readonly ok: boolean
  /** Why it can't be replayed at all. */
  readonly refused: string | null
  readonly difference: Difference | null
  readonly card: Scorecard | null
}

interface Known {
  readonly scenario: Scenario
  readonly hash: string
}

/** The shipped scenarios by id; those that don't parse are left out. */
function library(): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>()
  for (const file of scenarioFiles([SCENARIOS])) {
    const source = readFileSync(file, 'utf8')
    const parsed = parseScenario(source)
    if (parsed.ok)
      known.set(parsed.scenario.id, { scenario: parsed.scenario, hash: sha256(source) })
  }
  return known
}

const words = (lang: Options['lang'], zh: string, en: string): string => (lang === 'zh' ? zh : en)

function judge(
  { header, entries }: Attempt,
  known: ReadonlyMap<string, Known>,
  content: Content,
  lang: Options['lang'],
): Judged {
  const judged = {
    id: header.id,
    scenario: header.scenario.id,
    entries: entries.length,
    ok: false,
    refused: null,
    difference: null,
    card: null,
  }
  const refuse = (zh: string, en: string): Judged => ({ ...judged, refused: words(lang, zh, en) })
  if (header.engine !== ENGINE_VERSION)
    return refuse(
      `引擎版本 ${header.engine}，本程序是 ${ENGINE_VERSION}：只能看，不能重放。`,
      `made by engine ${header.engine}, this is ${ENGINE_VERSION}: it can be read, not replayed.`,
    )
  const found = known.get(header.scenario.id)
  if (!found)
    return refuse(
      `没有脚本“${header.scenario.id}”。`,
      `there is no scenario '${header.scenario.id}'.`,
    )
  if (found.hash !== header.scenario.hash)
    return refuse(
      `脚本“${header.scenario.id}”的内容与练习时不同（第 ${header.scenario.version} 版）。`,
      `the scenario '${header.scenario.id}' isn't the one that was played (version ${header.scenario.version}).`,
    )
  const ground = groundFor(content, found.scenario.city)
  if (!ground)
    return refuse(
      `没有城市“${found.scenario.city}”。`,
      `there is no city '${found.scenario.city}'.`,
    )
  const rolled = roll(found.scenario, header.seed, (id) => ground.atlas.place(id)?.name)
  const script = compile(rolled)
  const verdict = replay({ script, rolled, atlas: ground.atlas, header }, entries)
  if (!verdict.ok) {
    const { n, found: theirs, expected } = verdict
    return { ...judged, difference: { n, found: theirs, expected } }
  }
  const card = score(header, verdict.session.journal, { ...ground, script, rolled })
  return { ...judged, ok: true, card }
}

function read(file: string): string | null {
  try {
    return statSync(file).size > MAX_FILE_CHARS * 4 ? null : readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function run(what: 'replay' | 'score', options: Options): boolean {
  const { lang, json } = options
  const content = loadContent()
  const known = library()
  const attempts: Judged[] = []
  const refused: { attempt: string; n: number | null; code: string; why: string }[] = []
  for (const file of options.rest) {
    const text = read(file)
    if (text === null) {
      const why = words(lang, `打不开文件 ${file}`, `${file} can't be opened`)
      refused.push({ attempt: '', n: null, code: 'unreadable', why })
      continue
    }
    const reading = parseAttemptFile(text)
    refused.push(...reading.refused)
    for (const { attempt } of reading.attempts) attempts.push(judge(attempt, known, content, lang))
  }
  if (json) {
    console.log(
      JSON.stringify({
        attempts: attempts.map(({ card, ...one }) =>
          what === 'score' ? { ...one, scorecard: card } : one,
        ),
        refused,
      }),
    )
  } else {
    for (const one of refused)
      console.log(
        `${paint.red('✗')} ${one.attempt} ${one.n === null ? '' : words(lang, `第 ${one.n} 条`, `entry ${one.n}`)} ${one.why}`,
      )
    for (const one of attempts) show(one, what, lang)
  }
  return attempts.length > 0 && refused.length === 0 && attempts.every(({ ok }) => ok)
}

function show(one: Judged, what: 'replay' | 'score', lang: Options['lang']): void {
  const { id, scenario, entries, ok, refused, difference, card } = one
  const mark = ok ? paint.green('✓') : paint.red('✗')
  console.log(
    `${mark} ${id} ${paint.bold(scenario)} ${words(lang, `${entries} 条`, `${entries} entries`)}`,
  )
  if (refused !== null) console.log(`  ${refused}`)
  if (difference) {
    console.log(`  ${words(lang, `第 ${difference.n} 条不同`, `entry ${difference.n} differs`)}`)
    console.log(`    ${words(lang, '文件', 'file')}   ${JSON.stringify(difference.found)}`)
    console.log(`    ${words(lang, '引擎', 'engine')} ${JSON.stringify(difference.expected)}`)
  }
  if (what === 'replay' || !card) return
  const total =
    card.total === null ? words(lang, '中途退出，不计分', 'left, not scored') : card.total
  console.log(
    `  ${words(lang, '总分', 'total')} ${total} ${card.passed ? paint.green(words(lang, '及格', 'passed')) : ''} ${words(lang, '结局', 'ending')} ${card.ending ?? '–'}`,
  )
  console.log(`  ${card.dims.map((dim) => `${dim.id} ${dim.points}/${dim.max}`).join('  ')}`)
  for (const line of card.redLines) console.log(`  ${paint.red(line.line)} ${line.text[lang]}`)
}

function main(): boolean {
  const [what = '', ...args] = process.argv.slice(2)
  const options = readOptions(args, 1)
  if (
    options.wrong === null &&
    options.rest.length > 0 &&
    (what === 'replay' || what === 'score')
  ) {
    try {
      return run(what, options)
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      console.error(error.message)
      return false
    }
  }
  if (options.wrong !== null) console.error(`? ${options.wrong}`)
  console.error(
    'attempt replay <file> [--json] [--lang zh|en]\nattempt score <file> [--json] [--lang zh|en]',
  )
  return false
}

process.exitCode = main() ? 0 : 1
