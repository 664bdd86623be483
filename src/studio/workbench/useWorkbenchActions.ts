import { useMemo } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { useLanguage } from '../../ui/i18n/i18n.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { nodeOf, playRoom } from '../play/room.ts'
import { useStudio } from '../studio.ts'

export interface WorkbenchActions {
  readonly undo: Action
  readonly redo: Action
  /** Starts to play at the node that is chosen. */
  readonly play: Action
}

/** What can be done on the workbench as a whole. */
export function useWorkbenchActions(): WorkbenchActions {
  const { draft, selection, tab } = useStudio()
  const chosen = useValue(selection)
  const undo = useDraftPart(draft, (state) => state.undo)
  const redo = useDraftPart(draft, (state) => state.redo)
  const lang = useLanguage()
  const actions = useMemo<WorkbenchActions>(
    () => ({
      undo: {
        id: 'studio.undo',
        group: 'studio:groupEdit',
        label: undo ? 'studio:undoWhat' : 'studio:undo',
        labelValues: undo ? { what: undo[lang] } : {},
        keys: ['Mod+Z'],
        whileTyping: true,
        when: () => draft.state.undo !== null,
        perform: draft.undo,
      },
      redo: {
        id: 'studio.redo',
        group: 'studio:groupEdit',
        label: redo ? 'studio:redoWhat' : 'studio:redo',
        labelValues: redo ? { what: redo[lang] } : {},
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        whileTyping: true,
        when: () => draft.state.redo !== null,
        perform: draft.redo,
      },
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
    [draft, undo, redo, lang, chosen, tab],
  )
  useActions(useMemo(() => [actions.undo, actions.redo, actions.play], [actions]))
  return actions
}
