import { useEffect, useState } from 'react'
import { type Files, textOf } from '../../core/files/files.ts'
import { sha256 } from '../../core/scenario/hash.ts'
import { SCENARIO_FILE } from '../draft/draft.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useStudio } from '../studio.ts'

/** What would be published: the draft's files with the version number in them, and the hash that pins attempts to it. */
export interface Candidate {
  readonly files: Files
  readonly hash: string
}

/** After the last key, before it is worked out, ms. */
const QUIET_MS = 200

/** Null until it is worked out, and while the text can't take the number. */
export function useCandidate(version: number): Candidate | null {
  const { draft, checker } = useStudio()
  const files = useDraftPart(draft, (state) => state.files)
  const [made, setMade] = useState<Candidate | null>(null)
  useEffect(() => {
    let current = true
    const make = async () => {
      const edit = { kind: 'set', path: ['version'], value: version } as const
      const result = await checker.edit(textOf(files, SCENARIO_FILE), [edit])
      if (!current) return
      if (!result.ok) return setMade(null)
      const { text } = result
      setMade({ files: new Map([...files, [SCENARIO_FILE, { text }]]), hash: sha256(text) })
    }
    const timer = setTimeout(() => void make(), QUIET_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [checker, files, version])
  return made
}
