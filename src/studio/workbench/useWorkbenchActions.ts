import { useMemo } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { type Turns, useTurns } from '../draft/turns.tsx'
import { useValue } from '../draft/value.ts'
import { nodeOf, playRoom } from '../play/room.ts'
import { useStudio } from '../studio.ts'

export interface WorkbenchActions extends Turns {
  /** Starts to play at the node that is chosen, else at the beginning. */
  readonly play: Action
}

/** What can be done on the workbench as a whole. */
export function useWorkbenchActions(): WorkbenchActions {
  const { draft, findings, selection, tab } = useStudio()
  const chosen = useValue(selection)
  const node = nodeOf(chosen)
  const turns = useTurns(draft)
  const actions = useMemo<WorkbenchActions>(
    () => ({
      ...turns,
      play: {
        id: 'studio.play',
        group: 'studio:play.group',
        label: node === null ? 'studio:play.fromStart' : 'studio:play.from',
        keys: ['Mod+Enter'],
        whileTyping: true,
        perform: () => {
          const at = node ?? findings.get().lastScenario?.talk.start
          if (at === undefined) return
          tab.set('play')
          playRoom(draft).from(at)
        },
      },
    }),
    [draft, findings, turns, node, tab],
  )
  useActions(useMemo(() => [actions.undo, actions.redo, actions.play], [actions]))
  return actions
}
