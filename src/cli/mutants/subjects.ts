import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { parseScenario } from '../../core/scenario/parse.ts'
import { type Content, ContentError, groundFor, scenarioFiles, shownPath } from '../content.ts'
import type { Subject } from './study.ts'

/** Scenario files to make slips in. Throws ContentError for one that can't be read or has no city. */
export function subjectsIn(paths: readonly string[], content: Content): readonly Subject[] {
  return scenarioFiles(paths).map((file) => {
    const source = readFileSync(file, 'utf8')
    const parsed = parseScenario(source)
    const ground = parsed.ok ? groundFor(content, parsed.scenario.city, file) : null
    if (!parsed.ok || !ground) throw new ContentError(`${shownPath(file)}: check finds errors`)
    const tree: unknown = parse(source, { maxAliasCount: 0 })
    return { id: parsed.scenario.id, tree, ground }
  })
}
