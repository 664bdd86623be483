import { type ReactNode, useId } from 'react'
import styles from './City.module.css'

export interface RowProps {
  readonly label: string
  readonly hint?: string
  readonly children: (fieldId: string, hintId: string | undefined) => ReactNode
}

/** A field with what it is called, and a hint below. */
export function Row({ label, hint, children }: RowProps) {
  const id = useId()
  const hintId = useId()
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.field}>
        {children(id, hint === undefined ? undefined : hintId)}
        {hint !== undefined && <small id={hintId}>{hint}</small>}
      </div>
    </div>
  )
}
