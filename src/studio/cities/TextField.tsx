import { useState } from 'react'
import styles from './City.module.css'

export interface TextFieldProps {
  readonly id: string
  readonly value: string
  readonly most: number
  readonly onChange: (text: string) => void
  readonly hint?: string | undefined
  readonly lang?: string
  readonly isLong?: boolean
}

/** A text that is written as it is typed; while it has the focus it shows just what was typed. */
export function TextField({ id, value, most, onChange, hint, lang, isLong }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const common = {
    id,
    className: styles.input,
    value: typed ?? value,
    maxLength: most,
    'aria-describedby': hint,
    ...(lang === undefined ? {} : { lang }),
    onFocus: () => setTyped(value),
    onBlur: () => setTyped(null),
  }
  const type = (text: string) => {
    setTyped(text)
    onChange(text)
  }
  return isLong ? (
    <textarea {...common} rows={2} onChange={({ target }) => type(target.value)} />
  ) : (
    <input {...common} type="text" onChange={({ target }) => type(target.value)} />
  )
}
