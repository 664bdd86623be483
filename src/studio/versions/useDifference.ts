import { useEffect, useState } from 'react'
import type { Files } from '../../core/files/files.ts'
import { useWorkroom } from '../workroom.ts'
import type { FilesDifference } from './difference.ts'

/** After the last letter, before texts are compared anew, ms. */
const QUIET_MS = 300

/** What differs between two sets of the draft's files; null until it is worked out, or if one is null. */
export function useDifference(before: Files | null, after: Files | null): FilesDifference | null {
  const { compare } = useWorkroom()
  const [made, setMade] = useState<FilesDifference | null>(null)
  useEffect(() => {
    if (!before || !after) return setMade(null)
    let current = true
    const work = async () => {
      const difference = await compare(before, after)
      if (current) setMade(difference)
    }
    const timer = setTimeout(() => void work(), QUIET_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [compare, before, after])
  return made
}
