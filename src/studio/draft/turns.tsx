import { useMemo } from 'react'
import type { Action } from '../../ui/actions.ts'
import { useLanguage } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { Draft } from './draft.ts'
import styles from './turns.module.css'
import { useDraftPart } from './useDraft.ts'

export interface Turns {
  readonly undo: Action
  readonly redo: Action
}

/** Undo and redo of a draft, named by what they would turn. `first`: what is done before either. */
export function useTurns(draft: Draft, first?: () => void): Turns {
  const lang = useLanguage()
  const undo = useDraftPart(draft, (state) => state.undo)
  const redo = useDraftPart(draft, (state) => state.redo)
  return useMemo(
    () => ({
      undo: {
        id: 'studio.undo',
        group: 'studio:groupEdit',
        label: undo ? 'studio:undoWhat' : 'studio:undo',
        labelValues: undo ? { what: undo[lang] } : {},
        keys: ['Mod+Z'],
        whileTyping: true,
        when: () => draft.state.undo !== null,
        perform: () => {
          first?.()
          draft.undo()
        },
      },
      redo: {
        id: 'studio.redo',
        group: 'studio:groupEdit',
        label: redo ? 'studio:redoWhat' : 'studio:redo',
        labelValues: redo ? { what: redo[lang] } : {},
        keys: ['Mod+Shift+Z', 'Mod+Y'],
        whileTyping: true,
        when: () => draft.state.redo !== null,
        perform: () => {
          first?.()
          draft.redo()
        },
      },
    }),
    [draft, undo, redo, lang, first],
  )
}

/** Both as buttons. */
export function TurnButtons({ undo, redo }: Turns) {
  return (
    <span className={styles.turns}>
      <ActionButton action={undo} look="quiet" square bare>
        <Icon name="undo" size={16} />
      </ActionButton>
      <ActionButton action={redo} look="quiet" square bare>
        <Icon name="redo" size={16} />
      </ActionButton>
    </span>
  )
}
