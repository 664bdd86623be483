import { type ComponentPropsWithRef, type ReactNode, useId } from 'react'
import styles from './Panel.module.css'

export interface PanelProps extends Omit<ComponentPropsWithRef<'section'>, 'title'> {
  /** Heading, and the section's accessible name. Without one give an aria-label. */
  readonly title?: ReactNode
  /** Beside the heading, at the left. */
  readonly beside?: ReactNode
  /** At the heading's right end. */
  readonly aside?: ReactNode
}

/** A framed section of a page. */
export function Panel({ title, beside, aside, className, children, ...rest }: PanelProps) {
  const id = useId()
  return (
    <section
      {...(title === undefined ? {} : { 'aria-labelledby': id })}
      {...rest}
      className={[styles.panel, className].filter(Boolean).join(' ')}
    >
      {title !== undefined && (
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {beside}
          {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
