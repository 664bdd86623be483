import { useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Attempt.module.css'

interface WordsProps {
  readonly label: string
  readonly busy: boolean
  readonly onSend: (words: string) => void
  readonly onCancel: () => void
}

/** A few words about a remark: a reply, or why it is taken back. */
export function WordsForm({ label, busy, onSend, onCancel }: WordsProps) {
  const t = useT('review')
  const [text, setText] = useState('')
  const words = text.trim()
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (words !== '') onSend(words)
      }}
    >
      <label>
        {label}
        <textarea
          rows={2}
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <span className={styles.row}>
        <Button type="submit" look="primary" disabled={words === '' || busy}>
          {t('attempt.send')}
        </Button>
        <Button onClick={onCancel}>{t('attempt.cancel')}</Button>
      </span>
    </form>
  )
}
