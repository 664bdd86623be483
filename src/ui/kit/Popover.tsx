import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode, RefObject } from 'react'
import styles from './popup.module.css'

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  /** Accessible name of what opens. */
  readonly label: string
  readonly children: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  /** Beside this instead of the button: a whole panel, so that nothing of it is covered. Aligned with its start. */
  readonly anchor?: RefObject<Element | null>
  /** Asked when it closes: does the focus go back to the button? If a key of the page opened it, it never was there. */
  readonly returnsFocus?: () => boolean
}

/** A small panel beside its button; not modal, Esc or a click elsewhere closes it. */
export function Popover(props: PopoverProps) {
  const { trigger, label, children, side = 'bottom', anchor, returnsFocus, ...rest } = props
  return (
    <Base.Root {...rest}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          side={side}
          sideOffset={6}
          collisionPadding={8}
          {...(anchor ? { anchor, align: 'start' } : {})}
        >
          <Base.Popup
            className={styles.popover}
            aria-label={label}
            {...(returnsFocus ? { finalFocus: () => returnsFocus() } : {})}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
