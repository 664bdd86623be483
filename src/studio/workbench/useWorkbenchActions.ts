import { useMemo } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { useLanguage } from '../../ui/i18n/i18n.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useStudio } from '../studio.ts'

export interface WorkbenchActions {
  readonly undo: Action
  readonly redo: Action
}

/** What can be done on the workbench as a whole. */
export function useWorkbenchActions(): WorkbenchActions {
  const { draft } = useStudio()
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
    }),
    [draft, undo, redo, lang],
  )
  useActions(useMemo(() => [actions.undo, actions.redo], [actions]))
  return actions
}
