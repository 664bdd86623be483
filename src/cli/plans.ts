import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readPlan } from '../core/plan/plan.ts'
import { runPlan } from '../core/plan/run.ts'
import type { TrialGround } from '../core/robots/trial.ts'
import { parseScenario } from '../core/scenario/parse.ts'
import type { Text } from '../core/scenario/primitives.ts'
import type { Scenario } from '../core/scenario/schema.ts'
import { type Content, groundFor, shownPath } from './content.ts'
import { type Options, paint } from './options.ts'

/** Plans on disk: `<scenario>/plans/<name>.yaml`, each played on the scenario beside it. */

export interface PlanRun {
  readonly file: string
  readonly scenario: string
  readonly ok: boolean
  readonly steps: number
  readonly ending: string | null
  readonly score: number | null
  /** What is wrong, each with its step (from 1; null: at the end) or its line in the file. */
  readonly faults: readonly {
    readonly step: number | null
    readonly line: number
    readonly column: number
    readonly why: Text
  }[]
}

const DEEPEST = 6

/** Plan files among these files and folders, in order of name. */
export function planFiles(paths: readonly string[]): string[] {
  const found = new Set<string>()
  const search = (folder: string, depth: number): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (depth < DEEPEST) search(path, depth + 1)
      } else if (basename(folder) === 'plans' && /\.ya?ml$/.test(entry.name)) found.add(path)
    }
  }
  for (const path of paths) {
    const full = resolve(path)
    if (existsSync(full) && statSync(full).isDirectory()) search(full, 0)
    else found.add(full)
  }
  return [...found].sort()
}

/** Reads at most so much: a plan may have 100,000 characters. */
const MOST_BYTES = 400_000

function read(file: string): string | null {
  try {
    return statSync(file).size > MOST_BYTES ? null : readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const broken = (file: string, scenario: string, why: Text, line = 1, column = 1): PlanRun => ({
  file: shownPath(file),
  scenario,
  ok: false,
  steps: 0,
  ending: null,
  score: null,
  faults: [{ step: null, line, column, why }],
})

/** Plays a plan file on a scenario. */
export function runPlanFile(file: string, scenario: Scenario, ground: TrialGround): PlanRun {
  const source = read(file)
  if (source === null)
    return broken(file, scenario.id, {
      zh: '打不开这个计划，或者它太大。',
      en: "This plan can't be opened, or it is too large.",
    })
  const parsed = readPlan(source)
  if (!parsed.ok) {
    const [first] = parsed.problems
    return broken(
      file,
      scenario.id,
      first?.message ?? { zh: '读不懂。', en: "It can't be read." },
      first?.line,
      first?.column,
    )
  }
  const result = runPlan(scenario, ground, parsed.value)
  const fault = (step: number | null, why: Text) => ({ step, line: 1, column: 1, why })
  return {
    file: shownPath(file),
    scenario: scenario.id,
    ok: result.ok,
    steps: result.trail.length,
    ending: result.ending,
    score: result.card?.total ?? null,
    faults: [
      ...result.trail.flatMap(({ step, faults }) => faults.map((why) => fault(step + 1, why))),
      ...(result.failedAt ? [fault(result.failedAt.step + 1, result.failedAt.why)] : []),
      ...result.faults.map((why) => fault(null, why)),
    ],
  }
}

/** The plans beside a scenario file, played on it. */
export function plansBeside(
  scenarioFile: string,
  scenario: Scenario,
  ground: TrialGround,
): readonly PlanRun[] {
  const folder = join(dirname(scenarioFile), 'plans')
  return existsSync(folder)
    ? planFiles([folder]).map((file) => runPlanFile(file, scenario, ground))
    : []
}

function runOne(file: string, content: Content): PlanRun {
  const beside = join(dirname(dirname(file)), 'scenario.yaml')
  const source = read(beside)
  const parsed = source === null ? null : parseScenario(source)
  const ground = parsed?.ok ? groundFor(content, parsed.scenario.city, beside) : null
  if (!parsed?.ok || !ground)
    return broken(file, '', {
      zh: `${shownPath(beside)} 不能用，先运行 check。`,
      en: `${shownPath(beside)} is of no use; run check first.`,
    })
  return runPlanFile(file, parsed.scenario, ground)
}

/** `scenario plan <files or folders>`. */
export function plans(options: Options, content: Content): boolean {
  const { lang } = options
  const runs = planFiles(options.rest).map((file) => runOne(file, content))
  if (options.json) {
    const told = runs.map((run) => ({
      ...run,
      faults: run.faults.map(({ why, ...fault }) => ({ ...fault, why: why[lang] })),
    }))
    console.log(JSON.stringify({ plans: told }))
  } else for (const run of runs) print(run, lang)
  return runs.length > 0 && runs.every(({ ok }) => ok)
}

function print(run: PlanRun, lang: Options['lang']): void {
  const sums = [run.ending, run.score].filter((part) => part !== null).join(' ')
  console.log(`${run.ok ? paint.green('✓') : paint.red('✗')} ${run.file}  ${paint.grey(sums)}`)
  for (const fault of run.faults) console.log(`  ${faultText(fault)[lang]}`)
}

/** A fault with its step. */
export function faultText({ step, why }: PlanRun['faults'][number]): Text {
  if (step === null) return why
  return { zh: `第 ${step} 步：${why.zh}`, en: `Step ${step}: ${why.en}` }
}
