import type { RefObject } from 'react'
import type { TextEntry } from '../../core/scenario/texts/texts.ts'
import type { TextStatus } from '../../core/scenario/texts/track.ts'
import type { Action } from '../../ui/actions.ts'
import type { TableHand } from './TextTable.tsx'

/** From text to text by the keyboard, while the caret is in the table. */
export function tableActions(
  hand: RefObject<TableHand | null>,
  statusOf: (entry: TextEntry) => TextStatus,
  onStill: (entry: TextEntry) => void,
): readonly Action[] {
  const here = (): TextEntry | null => hand.current?.here() ?? null
  const common = {
    group: 'studio:languages.group',
    whileTyping: true,
    when: () => here() !== null,
  } as const
  return [
    {
      ...common,
      id: 'languages.next',
      label: 'studio:languages.next',
      keys: ['Enter', 'Alt+ArrowDown'],
      perform: () => hand.current?.move(1, () => true),
    },
    {
      ...common,
      id: 'languages.before',
      label: 'studio:languages.before',
      keys: ['Alt+ArrowUp'],
      perform: () => hand.current?.move(-1, () => true),
    },
    {
      ...common,
      id: 'languages.nextOpen',
      label: 'studio:languages.nextOpen',
      keys: ['Alt+Enter'],
      perform: () => hand.current?.move(1, (entry) => statusOf(entry) !== 'done'),
    },
    {
      ...common,
      id: 'languages.still',
      label: 'studio:languages.still',
      keys: ['Alt+S'],
      when: () => {
        const entry = here()
        return entry !== null && statusOf(entry) === 'changed'
      },
      perform: () => {
        const entry = here()
        if (entry) onStill(entry)
      },
    },
  ]
}
