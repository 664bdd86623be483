import { useMemo } from 'react'
import { useActions } from '../../ui/actions.ts'
import type { Draft } from '../draft/draft.ts'
import { TurnButtons, useTurns } from '../draft/turns.tsx'

/** Undo and redo of a city, as buttons and keys. */
export function CityTurns({ draft }: { readonly draft: Draft }) {
  const turns = useTurns(draft, letGo)
  useActions(useMemo(() => [turns.undo, turns.redo], [turns]))
  return <TurnButtons {...turns} />
}

/** A field that is being typed in shows what was typed: it lets go first. */
function letGo(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
