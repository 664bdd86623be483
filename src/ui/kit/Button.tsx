import type { ComponentPropsWithRef } from 'react'
import styles from './Button.module.css'
import { Kbd } from './Kbd.tsx'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** primary: the one thing to do now; grave: ends or cuts; quiet: no frame. */
  readonly look?: 'plain' | 'primary' | 'grave' | 'quiet'
  /** 34 px square for a single icon; give it an aria-label. */
  readonly square?: boolean
  /** The shortcut printed on it: `Shift+X`. It is a hint only; `ActionButton` also binds it. */
  readonly hint?: string | undefined
}

/** A button, with its shortcut printed on it if it has one. */
export function Button({
  look = 'plain',
  square,
  hint,
  className,
  children,
  ...rest
}: ButtonProps) {
  const names = [
    styles.button,
    look !== 'plain' && styles[look],
    square && styles.square,
    className,
  ]
  return (
    <button type="button" {...rest} className={names.filter(Boolean).join(' ')}>
      {children}
      {hint !== undefined && <Kbd keys={hint} decorative />}
    </button>
  )
}
