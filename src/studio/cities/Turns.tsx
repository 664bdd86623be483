import { useMemo } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { useLanguage } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { Draft } from '../draft/draft.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import styles from './City.module.css'

/** Undo and redo of a city, as buttons and keys. */
export function Turns({ draft }: { readonly draft: Draft }) {
  const lang = useLanguage()
  const undo = useDraftPart(draft, (state) => state.undo)
  const redo = useDraftPart(draft, (state) => state.redo)
  const actions = useMemo(
    (): { readonly undo: Action; readonly redo: Action } => ({
      undo: {
        id: 'cities.undo',
        group: 'studio:groupEdit',
        label: undo ? 'studio:undoWhat' : 'studio:undo',
        labelValues: undo ? { what: undo[lang] } : {},
        keys: ['Mod+Z'],
        whileTyping: true,
        when: () => draft.state.undo !== null,
        perform: () => turn(draft.undo),
      },
      redo: {
        id: 'cities.redo',
        group: 'studio:groupEdit',
        label: redo ? 'studio:redoWhat' : 'studio:redo',
        labelValues: redo ? { what: redo[lang] } : {},
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        whileTyping: true,
        when: () => draft.state.redo !== null,
        perform: () => turn(draft.redo),
      },
    }),
    [draft, undo, redo, lang],
  )
  useActions(useMemo(() => [actions.undo, actions.redo], [actions]))
  return (
    <span className={styles.turns}>
      <ActionButton action={actions.undo} look="quiet" square bare>
        <Icon name="undo" size={16} />
      </ActionButton>
      <ActionButton action={actions.redo} look="quiet" square bare>
        <Icon name="redo" size={16} />
      </ActionButton>
    </span>
  )
}

/** A field that is being typed in shows what was typed: it lets go first. */
function turn(take: () => void): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  take()
}
