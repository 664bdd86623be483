/** Makes the list of scenarios from their files' text. Runs at build time only: it needs the parsers. */
import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { entryOf, type ScenarioEntry } from '../../core/scenario/entry.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import { parseRubric } from '../../core/scoring/rubric.ts'
import { parseTaxonomy } from '../../core/taxonomy/taxonomy.ts'
import type { BrokenEntry, Catalogue, FileProblem } from './catalogue.ts'

/** Path below `scenarios/` → text. */
export type SourceFiles = ReadonlyMap<string, string>

/** How many problems of a broken file are shown; the checker's command tells them all. */
const SHOWN_PROBLEMS = 3
const SCENARIO_FILE = /^([^/]+)\/scenario\.yaml$/

/** What is wrong with a scenario's text beyond its form: errors only. */
export type Check = (source: string) => readonly Diagnostic[]

/**
 * Never throws for what the files hold: a broken one is listed as broken, and names without a taxonomy are ids.
 * `check` keeps those that it finds errors in out of exams.
 */
export function buildCatalogue(files: SourceFiles, check: Check = () => []): Catalogue {
  const parsed = parseTaxonomy(files.get('taxonomy.yaml') ?? '')
  const taxonomy = parsed.ok ? parsed.taxonomy : null
  const read = parseRubric(files.get('rubric.yaml') ?? '')
  const rubric = read.ok ? read.rubric : null
  const scenarios: ScenarioEntry[] = []
  const broken: BrokenEntry[] = []
  for (const path of [...files.keys()].sort()) {
    const folder = SCENARIO_FILE.exec(path)?.[1]
    const source = files.get(path)
    if (folder === undefined || source === undefined) continue
    const result = parseScenario(source)
    const stopped = result.ok ? misplaced(folder, result.scenario.id) : result.diagnostics
    const playable = result.ok && stopped.length === 0
    const problems = playable ? check(source) : stopped
    if (playable) {
      const proven = problems.length === 0
      scenarios.push({ ...entryOf(result.scenario, sha256(source), taxonomy), proven })
    }
    if (problems.length > 0)
      broken.push({
        id: folder,
        file: `scenarios/${path}`,
        problems: problems.slice(0, SHOWN_PROBLEMS).map(problemOf),
        count: problems.length,
        playable,
      })
  }
  return {
    scenarios,
    broken,
    classes: namesOf([...(taxonomy?.classes ?? []), ...(taxonomy?.results ?? [])]),
    dimensions: rubric
      ? Object.fromEntries(Object.entries(rubric.dims).map(([id, { name }]) => [id, name]))
      : {},
    targets: { firstDispatchMs: rubric?.stages.firstDispatchL1.target.value ?? null },
  }
}

function namesOf(entries: readonly { readonly id: string; readonly name: Text }[]) {
  return Object.fromEntries(entries.map(({ id, name }) => [id, name]))
}

/** The page opens `<id>/scenario.yaml`: a file in a folder of another name would never be found again. */
function misplaced(folder: string, id: string): readonly Diagnostic[] {
  if (folder === id) return []
  return [
    {
      code: 'SC005',
      severity: 'error',
      path: 'id',
      line: 1,
      column: 1,
      message: {
        zh: `编号是 ${id}，文件夹却叫 ${folder}。`,
        en: `The id is ${id}, but the folder is called ${folder}.`,
      },
      fix: { zh: `把文件夹改名为 ${id}。`, en: `Rename the folder to ${id}.` },
    },
  ]
}

function problemOf({ code, line, column, message, fix }: Diagnostic): FileProblem {
  return { code, line, column, message, fix }
}
