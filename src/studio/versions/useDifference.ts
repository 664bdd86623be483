import { useEffect, useState } from 'react'
import { type Files, textOf } from '../../core/files/files.ts'
import type { Difference } from '../../core/scenario/compare/texts.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'
import { useStudio } from '../studio.ts'
import { type FileDifference, filesThatDiffer } from './changes.ts'

/** All that differs between two sets of files. */
export interface FilesDifference extends Difference {
  /** Files besides the scenario itself. */
  readonly others: readonly FileDifference[]
}

/** After the last letter, before texts are compared anew, ms. */
const QUIET_MS = 300

/** What differs between two sets of files, worked out in the checker's thread; null until then, or if one is null. */
export function useDifference(before: Files | null, after: Files | null): FilesDifference | null {
  const { checker } = useStudio()
  const [made, setMade] = useState<FilesDifference | null>(null)
  useEffect(() => {
    if (!before || !after) return setMade(null)
    let current = true
    const compare = async () => {
      const difference = await checker.compare(
        textOf(before, SCENARIO_FILE),
        textOf(after, SCENARIO_FILE),
      )
      const others = filesThatDiffer(before, after).filter(({ path }) => path !== SCENARIO_FILE)
      if (current) setMade({ ...difference, others })
    }
    const timer = setTimeout(() => void compare(), QUIET_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [checker, before, after])
  return made
}
