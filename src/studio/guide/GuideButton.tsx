import { useMemo } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { useValue } from '../draft/value.ts'
import { guideMemory, remember } from './memory.ts'

/** Opens the guide beside the work, and closes it. `bare`: without its key, where space is short. */
export function GuideButton({ bare = false }: { readonly bare?: boolean }) {
  const { isOpen } = useValue(guideMemory)
  const actions = useMemo<readonly [Action]>(
    () => [
      {
        id: 'studio.guide',
        group: 'studio:guide.group',
        label: 'studio:guide.open',
        keys: ['F1'],
        whileTyping: true,
        perform: () => remember({ isOpen: !guideMemory.get().isOpen }),
      },
    ],
    [],
  )
  useActions(actions)
  return <ActionButton action={actions[0]} aria-expanded={isOpen} bare={bare} />
}
