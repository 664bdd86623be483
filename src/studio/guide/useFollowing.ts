import { useEffect } from 'react'
import type { PlanStep } from '../../core/plan/plan.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { playRoom } from '../play/room.ts'
import { usePublished } from '../publish/usePublished.ts'
import { type Studio, useStudio } from '../studio.ts'
import { follow, guideMemory } from './memory.ts'
import { baselineOf, doneNow, STEPS, type StepId } from './progress.ts'

/** After the last change, before the guide looks: it must never hold a letter up, ms. */
const QUIET_MS = 250

/** Looks at the open draft while the guide is open, and notes what is done. Returns the steps done so far. */
export function useFollowing(): readonly StepId[] {
  const studio = useStudio()
  const { draft, findings } = studio
  const name = useDraftPart(draft, ({ info }) => info.name)
  const rows = usePublished(name)
  const isPublished = rows.some((row) => row.draft === draft.id && row.withdrawnAt === null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => look(studio, isPublished), QUIET_MS)
    }
    soon()
    const stops = [findings.subscribe(soon), playRoom(draft).state.subscribe(soon)]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [studio, draft, findings, isPublished])
  return useValue(guideMemory).drafts[draft.id]?.done ?? ['pick']
}

const isSaid = (step: PlanStep): boolean =>
  typeof step === 'object' && ('say' in step || 'interrupt' in step)

function look({ draft, findings }: Studio, isPublished: boolean): void {
  const { content, revision, report, diagnostics } = findings.get()
  const now = baselineOf(content)
  if (!now) return
  const before = guideMemory.get().drafts[draft.id]
  const baseline = before?.baseline ?? now
  const wasWrong = (before?.wasWrong ?? false) || diagnostics.length > 0
  const fresh = doneNow(baseline, now, {
    isClean: revision === draft.state.revision && report?.last === true && diagnostics.length === 0,
    wasWrong,
    hasPlayed: playRoom(draft).state.get().played?.plan.steps.some(isSaid) ?? false,
    isPublished,
  })
  const done = STEPS.filter((step) => fresh.includes(step) || before?.done.includes(step))
  follow(draft.id, { baseline, wasWrong, done })
}
