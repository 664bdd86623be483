import type { ReactNode } from 'react'
import type { Action } from '../actions.ts'
import { t, useLanguage } from '../i18n/i18n.ts'
import { keyShortcuts } from '../keys.ts'
import { Button, type ButtonProps } from './Button.tsx'

export interface ActionButtonProps extends Omit<ButtonProps, 'onClick' | 'hint' | 'children'> {
  readonly action: Action
  /** Instead of the action's label: an icon. The label is then the accessible name. */
  readonly children?: ReactNode
  /** Leave out the key cap where space is short. */
  readonly bare?: boolean
}

/** The button of an action: label, shortcut, guard and effect from its one definition. */
export function ActionButton({ action, children, bare, ...rest }: ActionButtonProps) {
  useLanguage() // labels change with it
  const label = t(action.label, action.labelValues)
  const key = action.keys[0]
  return (
    <Button
      disabled={action.when ? !action.when() : false}
      aria-keyshortcuts={key === undefined ? undefined : keyShortcuts(key)}
      {...(children === undefined ? {} : { 'aria-label': label, title: label })}
      {...rest}
      hint={bare ? undefined : key}
      onClick={(event) => action.perform(event.timeStamp)}
    >
      {children ?? label}
    </Button>
  )
}
