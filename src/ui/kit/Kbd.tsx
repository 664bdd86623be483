import { keyCap } from '../keys.ts'
import styles from './Kbd.module.css'

export interface KbdProps {
  /** `Shift+X`, `ArrowUp`, `1`. */
  readonly keys: string
  /** Hidden from screen readers: inside a button, aria-keyshortcuts already says it. */
  readonly decorative?: boolean
}

/** A key cap. */
export function Kbd({ keys, decorative }: KbdProps) {
  return (
    <kbd className={styles.kbd} aria-hidden={decorative ? true : undefined}>
      {keyCap(keys)}
    </kbd>
  )
}
