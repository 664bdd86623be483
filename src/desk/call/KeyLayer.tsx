import { type ReactNode, useId } from 'react'
import { type Action, LayerContext, useActions, useModalLayer } from '../../ui/actions.ts'

function Keys({ actions }: { readonly actions: readonly Action[] }) {
  useActions(actions)
  return null
}

/** While mounted, only these actions hear the keyboard: for lists where a digit chooses. */
export function KeyLayer({
  actions,
  children,
}: {
  readonly actions: readonly Action[]
  readonly children?: ReactNode
}) {
  const id = useId()
  useModalLayer(id)
  return (
    <LayerContext value={id}>
      <Keys actions={actions} />
      {children}
    </LayerContext>
  )
}
