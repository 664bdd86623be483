/**
 * `npm run -s scenario -- check <files or folders>`, `… explain <code>`, `… robots <files or folders> [--runs N]`,
 * `… plan <files or folders>`, `… city <folders or GeoJSON files>`,
 * `… mutants <files or folders> [--runs N]`, `… schema`. `--json` prints one JSON object and nothing else; `--lang en` speaks English. Exit 1 on failure.
 */
import { readFileSync, statSync } from 'node:fs'
import { CITY_CATALOGUE, explainedCity } from '../core/city/catalogue.ts'
import { ROBOTS } from '../core/robots/robots.ts'
import { type RobotRow, robotRow } from '../core/robots/trial.ts'
import { CATALOGUE, explained } from '../core/scenario/catalogue.ts'
import { diagnose } from '../core/scenario/diagnose.ts'
import type { Diagnostic } from '../core/scenario/diagnostic.ts'
import { scenarioJsonSchema } from '../core/scenario/jsonSchema.ts'
import { MAX_SOURCE, parseScenario } from '../core/scenario/parse.ts'
import { checkCities } from './cities.ts'
import {
  type Content,
  ContentError,
  groundFor,
  loadContent,
  nameOf,
  scenarioFiles,
  shownPath,
} from './content.ts'
import { mutants } from './mutants/command.ts'
import { type Options, paint, readOptions } from './options.ts'
import { faultText, plans, plansBeside } from './plans.ts'
import { makeNew, pack, unpack } from './scenarioFiles.ts'

interface Checked {
  readonly id: string
  readonly file: string
  readonly ok: boolean
  readonly states: number
  readonly transitions: number
  readonly ms: number
  readonly diagnostics: readonly Diagnostic[]
}

/** A file's text; null if there is none to read. A file far beyond the limit is cut: the parser refuses it anyway. */
function read(file: string): string | null {
  try {
    if (statSync(file).size > MAX_SOURCE * 4) return ' '.repeat(MAX_SOURCE + 1)
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function fileTrouble(code: keyof typeof CATALOGUE, zh: string, en: string): Diagnostic {
  const { severity, fix } = CATALOGUE[code]
  return { code, severity, path: 'id', line: 1, column: 1, message: { zh, en }, fix }
}

/** No scenario is checked for longer. */
const LONGEST_MS = 10_000

/** The time that this thread has worked at most: neither a busy machine nor the collector's threads count. */
class Stopwatch {
  #wall = process.hrtime.bigint()
  #processor = process.cpuUsage()

  #before = 0

  /** Goes on from so many ms. */
  restart(before: number): void {
    this.#before = before
    this.#wall = process.hrtime.bigint()
    this.#processor = process.cpuUsage()
  }

  get ms(): number {
    const wall = Number((process.hrtime.bigint() - this.#wall) / 10_000n) / 100
    const { user, system } = process.cpuUsage(this.#processor)
    const worked = Math.min(wall, (user + system) / 1000)
    return Math.round((this.#before + worked) * 10) / 10
  }
}

function checkAll(files: readonly string[], content: Content): Checked[] {
  const seen = new Map<string, string>()
  return files.map((file) => {
    const source = read(file)
    const shown = shownPath(file)
    if (source === null) {
      const trouble = fileTrouble('SC005', `打不开文件 ${shown}`, `${shown} can't be opened`)
      return {
        id: nameOf(file),
        file: shown,
        ok: false,
        states: 0,
        transitions: 0,
        ms: 0,
        diagnostics: [trouble],
      }
    }
    const watch = new Stopwatch()
    let ms: number | null = null
    const { id, ok, states, transitions, diagnostics } = diagnose(source, {
      groundOf: (city) => {
        // reading the city is not this scenario's work
        const before = watch.ms
        const ground = groundFor(content, city, file)
        watch.restart(before)
        return ground
      },
      goOn: () => watch.ms < LONGEST_MS,
      runs: 24,
      onProven: () => {
        ms = watch.ms
      },
    })
    ms ??= watch.ms
    const other = id === '' ? undefined : seen.get(id)
    if (id !== '') seen.set(id, shown)
    const doubled =
      other === undefined
        ? []
        : [
            fileTrouble(
              'SC006',
              `编号 ${id} 与 ${other} 重复`,
              `The id ${id} is also that of ${other}`,
            ),
          ]
    const failed = ok ? failedPlans(file, source, content) : []
    return {
      id: id || nameOf(file),
      file: shown,
      ok: ok && doubled.length === 0 && failed.length === 0,
      states,
      transitions,
      ms,
      diagnostics: [...doubled, ...diagnostics, ...failed],
    }
  })
}

/** What the test plans beside a scenario have against it. */
function failedPlans(file: string, source: string, content: Content): Diagnostic[] {
  const parsed = parseScenario(source)
  const ground = parsed.ok ? groundFor(content, parsed.scenario.city, file) : null
  if (!parsed.ok || !ground) return []
  return plansBeside(file, parsed.scenario, ground).flatMap((run) =>
    run.faults.map((fault) => {
      const { zh, en } = faultText(fault)
      return fileTrouble('SC090', `测试计划 ${run.file}：${zh}`, `Test plan ${run.file}: ${en}`)
    }),
  )
}

function check(options: Options, content: Content): boolean {
  const { lang, json } = options
  const checked = checkAll(scenarioFiles(options.rest), content)
  if (json) {
    const scenarios = checked.map((one) => ({
      ...one,
      diagnostics: one.diagnostics.map((item) => ({
        ...item,
        message: item.message[lang],
        fix: item.fix[lang],
        route: item.route?.map(({ text }) => text[lang]),
      })),
    }))
    console.log(JSON.stringify({ scenarios }))
  } else for (const one of checked) print(one, lang)
  return checked.length > 0 && checked.every((one) => one.ok)
}

function print(one: Checked, lang: Options['lang']): void {
  const sums =
    one.states === 0
      ? ''
      : lang === 'zh'
        ? `${one.states} 个状态，${one.transitions} 次转移，${one.ms} ms`
        : `${one.states} states, ${one.transitions} transitions, ${one.ms} ms`
  console.log(
    `${one.ok ? paint.green('✓') : paint.red('✗')} ${paint.bold(one.id)}  ${paint.grey(sums)}`,
  )
  for (const item of one.diagnostics) {
    const paintCode = item.severity === 'error' ? paint.red : paint.yellow
    console.log(
      `  ${one.file}:${item.line}:${item.column} ${paintCode(item.code)} ${item.message[lang]}${item.path === '' ? '' : paint.grey(`  ${item.path}`)}`,
    )
    if (item.route && item.route.length > 0)
      console.log(paint.grey(`      ${item.route.map(({ text }) => text[lang]).join(' → ')}`))
    console.log(`      ${lang === 'zh' ? '改法' : 'fix'}: ${item.fix[lang]}`)
  }
}

function explain(options: Options): boolean {
  const { lang } = options
  const code = options.rest[0] ?? ''
  const found = explained(code.toUpperCase()) ?? explainedCity(code.toUpperCase())
  if (!found) {
    const known = Object.keys({ ...CATALOGUE, ...CITY_CATALOGUE }).join(' ')
    if (options.json) console.log(JSON.stringify({ code, known: false }))
    else
      console.error(
        lang === 'zh'
          ? `没有这个代码：${code}\n有：${known}`
          : `No such code: ${code}\nThere are: ${known}`,
      )
    return false
  }
  const { severity, title, why, fix } = found
  if (options.json)
    console.log(
      JSON.stringify({
        code: code.toUpperCase(),
        severity,
        title: title[lang],
        why: why[lang],
        fix: fix[lang],
      }),
    )
  else
    console.log(
      `${paint.bold(code.toUpperCase())} ${title[lang]} (${severity})\n${why[lang]}\n${lang === 'zh' ? '改法：' : 'Fix: '}${fix[lang]}`,
    )
  return true
}

/** Calls each robot plays unless told otherwise. */
const RUNS = 60
/** Slips that are made on purpose unless told otherwise. */
const MUTANTS = 200

function robots(options: Options, content: Content): boolean {
  const rows: RobotRow[] = []
  let ok = true
  for (const file of scenarioFiles(options.rest)) {
    const source = read(file)
    const parsed = source === null ? null : parseScenario(source)
    const ground = parsed?.ok ? groundFor(content, parsed.scenario.city, file) : null
    if (!parsed?.ok || !ground) {
      ok = false
      console.error(
        `${shownPath(file)}: ${options.lang === 'zh' ? '不能用，先运行 check' : 'not usable; run check first'}`,
      )
      continue
    }
    try {
      for (const robot of ROBOTS) {
        const row = robotRow(robot, parsed.scenario, ground, options.runs)
        rows.push(row)
        if (!options.json) printRow(row)
      }
    } catch (error) {
      ok = false
      console.error(`${shownPath(file)}: ${error instanceof Error ? error.message : error}`)
    }
  }
  if (options.json) console.log(JSON.stringify({ robots: rows }))
  return ok && rows.length > 0
}

function printRow(row: RobotRow): void {
  const { mean, min, max } = row.score
  const endings = Object.entries(row.endings)
    .sort(([, a], [, b]) => b - a)
    .map(([id, count]) => `${id} ${count}`)
    .join(', ')
  console.log(
    `${row.scenario.padEnd(16)} ${row.robot.padEnd(15)} ${String(row.runs).padStart(5)}  ${mean.toFixed(1).padStart(5)} [${min}–${max}]  red ${Math.round(row.redLineRate * 100)}%  pass ${row.passes}  ${paint.grey(endings)}`,
  )
}

function main(): boolean {
  const [what = '', ...args] = process.argv.slice(2)
  const options = readOptions(args, RUNS)
  const paths = options.rest.length > 0
  try {
    // these have options of their own
    if (what === 'new') return makeNew(args, options.lang)
    if (options.wrong === null && what === 'pack' && options.rest.length === 2)
      return pack(options.rest, options.lang)
    if (options.wrong === null && what === 'unpack' && options.rest.length === 2)
      return unpack(options.rest, options.lang)
    if (options.wrong === null && what === 'schema') {
      process.stdout.write(scenarioJsonSchema())
      return true
    }
    if (options.wrong === null && what === 'explain' && paths) return explain(options)
    if (options.wrong === null && what === 'city' && paths) return checkCities(options)
    if (options.wrong === null && what === 'check' && paths) return check(options, loadContent())
    if (options.wrong === null && what === 'plan' && paths) return plans(options, loadContent())
    if (options.wrong === null && what === 'robots' && paths) return robots(options, loadContent())
    if (options.wrong === null && what === 'mutants' && paths) {
      const wanted = args.some((arg) => arg.startsWith('--runs'))
      return mutants(wanted ? options : { ...options, runs: MUTANTS }, loadContent())
    }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    console.error(error.message)
    return false
  }
  if (options.wrong !== null) console.error(`? ${options.wrong}`)
  console.error(
    'scenario check <files or folders> [--json] [--lang zh|en]\nscenario explain <code>\nscenario city <folders or GeoJSON files> [--json]\nscenario plan <files or folders> [--json]\nscenario robots <files or folders> [--runs N] [--json]\nscenario mutants <files or folders> [--runs N] [--json]\nscenario new <id> [--template T]\nscenario pack <folder> <zip>\nscenario unpack <zip> <folder>\nscenario schema',
  )
  return false
}

process.exitCode = main() ? 0 : 1
