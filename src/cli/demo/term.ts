import { readFileSync } from 'node:fs'
import {
  type CohortAttempt,
  type CohortPlan,
  type CohortScenario,
  cohortTrainees,
  playCohort,
} from '../../core/robots/cohort.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import { whole } from '../../core/scenario/work.ts'
import { score } from '../../core/scoring/score.ts'
import { statusInFile } from '../../core/sim/ended.ts'
import type { FileAttempt, FileTrainee } from '../../core/sim/file.ts'
import { resultOf } from '../../desk/runtime/finishAttempt.ts'
import { fileResult } from '../../storage/seal/fileResult.ts'
import type { Signer } from '../../storage/seal/signer.ts'
import {
  ContentError,
  groundFor,
  loadContent,
  SCENARIOS,
  scenarioFiles,
  TEMPLATE_FOLDER,
} from '../content.ts'

/** A term of robot trainees as their workstations would have exported it: played, scored, sealed. */

/** The shipped scenarios with what they are played on. */
export function cohortScenarios(): readonly CohortScenario[] {
  const content = loadContent()
  return scenarioFiles([SCENARIOS])
    .filter((file) => !file.startsWith(TEMPLATE_FOLDER))
    .map((file) => {
      const source = readFileSync(file, 'utf8')
      const parsed = parseScenario(source)
      if (!parsed.ok) throw new ContentError(`${file}: ${parsed.diagnostics[0]?.message.en ?? ''}`)
      const { scenario } = parsed
      const ground = groundFor(content, scenario.city)
      if (!ground) throw new ContentError(`${file}: no city ${scenario.city}`)
      return { scenario, hash: sha256(source), ground }
    })
}

/** An attempt as a file holds it, without a seal: as the desk closes it. */
export function closed({ header, entries, stage, ground }: CohortAttempt): FileAttempt {
  const { script, rolled } = stage
  const status = statusInFile(entries, 'finished')
  const result =
    status === 'finished'
      ? fileResult(resultOf(score(header, entries, { ...ground, script, rolled })))
      : null
  return {
    attempt: { format: 'first-ring-attempt', formatVersion: 1, header, entries: [...entries] },
    status,
    result,
  }
}

/** The same with the workstation's seal. */
export async function sealed(one: FileAttempt, signer: Signer): Promise<FileAttempt> {
  const { header, entries } = one.attempt
  return { ...one, seal: await signer.sign(header, one.status, one.result, entries, false) }
}

export interface Term {
  readonly attempts: readonly FileAttempt[]
  readonly trainees: readonly FileTrainee[]
}

/** Plays a whole term. `tell`: called after each attempt with how many there are. */
export function playTerm(plan: CohortPlan, tell: (done: number) => void = () => {}): Term {
  const attempts: FileAttempt[] = []
  whole(
    playCohort(plan, (attempt) => {
      attempts.push(closed(attempt))
      tell(attempts.length)
    }),
  )
  const trainees = cohortTrainees(plan).map(({ id, name, badge }) => ({
    id,
    name,
    badge,
    createdAt: plan.from,
  }))
  return { attempts, trainees }
}
