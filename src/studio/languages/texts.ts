import { useMemo } from 'react'
import type { Language } from '../../core/scenario/primitives.ts'
import { otherLanguage, type TextEntry, textsOf } from '../../core/scenario/texts/texts.ts'
import { statusesOf, type TextStatus, type Track } from '../../core/scenario/texts/track.ts'
import type { Findings } from '../checker/findings.ts'
import { trackIn } from '../draft/tracking.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useLatePart } from '../draft/value.ts'
import { useStudio } from '../studio.ts'

/** The draft's texts and how each stands. */
export interface Texts {
  readonly entries: readonly TextEntry[]
  readonly track: Track
  readonly target: Language
  readonly statusOf: (entry: TextEntry) => TextStatus
  readonly counts: Readonly<Record<TextStatus | 'all', number>>
}

/** Table and badge ask for the same. */
const known = new WeakMap<object, readonly TextEntry[]>()

function textsIn(content: unknown): readonly TextEntry[] {
  if (typeof content !== 'object' || content === null) return []
  const found = known.get(content) ?? textsOf(content)
  known.set(content, found)
  return found
}

const itself = (isDrawn: boolean) => isDrawn
const contentOf = ({ content }: Findings): unknown => content

export function useTexts(): Texts {
  const { findings, draft, isDrawn } = useStudio()
  // large, and looked at through all its texts
  const newest = useLatePart(findings, contentOf)
  const content = useLatePart(isDrawn, itself) ? newest : null
  const track = useDraftPart(draft, ({ files }) => trackIn(files))
  return useMemo(() => {
    const entries = textsIn(content)
    const statuses = statusesOf(entries, track)
    const statusOf = ({ id }: TextEntry): TextStatus => statuses.get(id) ?? 'done'
    const count = (status: TextStatus) =>
      entries.filter((entry) => statusOf(entry) === status).length
    return {
      entries,
      track,
      target: otherLanguage(track.source),
      statusOf,
      counts: {
        all: entries.length,
        missing: count('missing'),
        changed: count('changed'),
        done: count('done'),
      },
    }
  }, [content, track])
}
