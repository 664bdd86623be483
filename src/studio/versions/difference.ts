import { type CityChange, compareCities } from '../../core/city/compare.ts'
import { textsIn } from '../../core/city/texts.ts'
import { type Files, textOf } from '../../core/files/files.ts'
import type { PartChange } from '../../core/scenario/compare/compare.ts'
import { type Hunk, hunksOf } from '../../core/scenario/compare/lines.ts'
import type { Checker } from '../checker/client.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'
import { type FileDifference, filesThatDiffer } from './changes.ts'

/** All that differs between two sets of files. */
export interface FilesDifference {
  /** Parts of the scenario; null if one of its texts can't be read as YAML. */
  readonly parts: readonly PartChange[] | null
  /** Parts of a city. */
  readonly places: readonly CityChange[]
  /** Files besides those that the parts are of. */
  readonly others: readonly FileDifference[]
  /** Line by line, of each text that is shown. */
  readonly texts: readonly TextDifference[]
  /** Lines put in and taken out. */
  readonly linesIn: number
  readonly linesOut: number
}

export interface TextDifference {
  readonly path: string
  readonly hunks: readonly Hunk[]
}

/** How the scenario's files differ; its text is compared in the checker's thread. */
export async function scenarioDifference(
  checker: Pick<Checker, 'compare'>,
  before: Files,
  after: Files,
): Promise<FilesDifference> {
  const { hunks, ...rest } = await checker.compare(
    textOf(before, SCENARIO_FILE),
    textOf(after, SCENARIO_FILE),
  )
  const others = filesThatDiffer(before, after).filter(({ path }) => path !== SCENARIO_FILE)
  const texts = hunks.length > 0 ? [{ path: SCENARIO_FILE, hunks }] : []
  return { ...rest, places: [], others, texts }
}

/** How the files of a city differ. */
export async function cityDifference(before: Files, after: Files): Promise<FilesDifference> {
  const texts = filesThatDiffer(before, after).map(({ path }) => ({
    path,
    hunks: hunksOf(textOf(before, path), textOf(after, path), 0),
  }))
  const lines = texts.flatMap(({ hunks }) => hunks.flat())
  return {
    parts: [],
    places: compareCities(textsIn(before), textsIn(after)),
    others: [],
    texts,
    linesIn: lines.filter(({ kind }) => kind === 'in').length,
    linesOut: lines.filter(({ kind }) => kind === 'out').length,
  }
}
