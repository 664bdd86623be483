import { useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import type { ReviewToolsProps } from '../../ui/reviewing.ts'
import { callTime } from '../frame/format.ts'
import styles from './Attempt.module.css'
import { useSay } from './useSay.ts'

/** A comment, pinned to the moment that the debrief shows when one begins to type. */
export function CommentForm({
  attempt,
  moment,
  named,
}: ReviewToolsProps & { readonly named: boolean }) {
  const t = useT('review')
  const { add, busy } = useSay()
  const [text, setText] = useState('')
  const [pin, setPin] = useState(moment)
  const enough = named && text.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (enough) add({ kind: 'comment', attempt, ...pin, text: text.trim() }, () => setText(''))
      }}
    >
      <label>
        {t('attempt.commentAt', { at: callTime(pin.atMs) })}
        <textarea
          rows={2}
          maxLength={2000}
          value={text}
          onFocus={() => text === '' && setPin(moment())}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <div className={styles.row}>
        <Button look="primary" type="submit" disabled={!enough || busy}>
          {t('attempt.addComment')}
        </Button>
        <Button onClick={() => setPin(moment())}>{t('attempt.pinHere')}</Button>
      </div>
    </form>
  )
}
