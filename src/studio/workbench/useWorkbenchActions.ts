import { useMemo } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { type Turns, useTurns } from '../draft/turns.tsx'
import { useValue } from '../draft/value.ts'
import { nodeOf, playRoom } from '../play/room.ts'
import { useStudio } from '../studio.ts'

export interface WorkbenchActions extends Turns {
  /** Starts to play at the node that is chosen. */
  readonly play: Action
}

/** What can be done on the workbench as a whole. */
export function useWorkbenchActions(): WorkbenchActions {
  const { draft, selection, tab } = useStudio()
  const chosen = useValue(selection)
  const turns = useTurns(draft)
  const actions = useMemo<WorkbenchActions>(
    () => ({
      ...turns,
      play: {
        id: 'studio.play',
        group: 'studio:play.group',
        label: 'studio:play.from',
        keys: ['Mod+Enter'],
        whileTyping: true,
        when: () => nodeOf(chosen) !== null,
        perform: () => {
          const node = nodeOf(chosen)
          if (node === null) return
          tab.set('play')
          playRoom(draft).from(node)
        },
      },
    }),
    [draft, turns, chosen, tab],
  )
  useActions(useMemo(() => [actions.undo, actions.redo, actions.play], [actions]))
  return actions
}
