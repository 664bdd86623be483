import type { Content } from '../content.ts'
import { type Options, paint } from '../options.ts'
import { KIND_NAMES } from './names.ts'
import { isFound, type Judged, type KindRow, study, table } from './study.ts'
import { subjectsIn } from './subjects.ts'

/** The seed of the command and of the test: the same mutants each time. */
export const SEED = 'mutants'

/**
 * `scenario -- mutants <files or folders> [--runs N]`: makes N slips on purpose in sound scenarios and prints, by kind,
 * how many did harm and how many of those the checker found. False if one slipped through.
 */
export function mutants(options: Options, content: Content): boolean {
  const judged: Judged[] = []
  for (const one of study(subjectsIn(options.rest, content), options.runs, SEED)) {
    judged.push(one)
    if (!options.json && one.harm.length > 0 && !isFound(one))
      console.log(`${paint.red('✗')} ${one.scenario} ${one.path}: ${one.harm[0] ?? ''}`)
  }
  const rows = table(judged)
  if (options.json) console.log(JSON.stringify({ kinds: rows, mutants: judged }))
  else print(rows, options.lang)
  return judged.length > 0 && judged.every((one) => one.harm.length === 0 || isFound(one))
}

function print(rows: readonly KindRow[], lang: Options['lang']): void {
  const heads =
    lang === 'zh'
      ? ['做了', '有害', '查出', '其中报错', '种类']
      : ['made', 'harmful', 'found', 'by error', 'kind']
  const line = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(9)).join('')
  console.log(paint.bold(`${line(heads.slice(0, -1))}  ${heads.at(-1)}`))
  const total = { mutants: 0, harmful: 0, found: 0, byError: 0 }
  for (const row of rows) {
    const { mutants: made, harmful, found, byError, kind } = row
    total.mutants += made
    total.harmful += harmful
    total.found += found
    total.byError += byError
    console.log(`${line([made, harmful, found, byError].map(String))}  ${KIND_NAMES[kind][lang]}`)
  }
  console.log(paint.bold(line(Object.values(total).map(String))))
}
