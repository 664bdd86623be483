import type { ChangeEvent } from 'react'
import styles from './Play.module.css'

interface PickProps<V extends string> {
  readonly label: string
  readonly options: readonly (readonly [value: V, name: string])[]
  readonly onPick: (value: V) => void
}

/** A list that does something with what is picked, and stands open for the next. */
export function Pick<V extends string>({ label, options, onPick }: PickProps<V>) {
  const pick = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    const found = options.find(([value]) => value === target.value)
    if (found) onPick(found[0])
  }
  return (
    <select className={styles.pick} aria-label={label} value="" onChange={pick}>
      <option value="">{label}…</option>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  )
}
