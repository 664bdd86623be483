import { useId, useState } from 'react'
import { OVERRIDES, type OverrideOf } from '../../core/review/remark.ts'
import { PRIORITIES } from '../../core/taxonomy/vocabulary.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import styles from './Attempt.module.css'
import { useSay } from './useSay.ts'

/** Judging otherwise than the machine, with a reason. Both stand; the machine's score stays as it is. */
export function OverrideForm({
  attempt,
  named,
}: {
  readonly attempt: string
  readonly named: boolean
}) {
  const t = useT('review')
  const names = useNames()
  const list = useId()
  const { state } = useReview()
  const { add, busy } = useSay()
  const [of, setOf] = useState<OverrideOf>('class')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const sheet = state.pages.sheets.find((one) => one.attempt === attempt)
  const from = sheet
    ? {
        class: sheet.choice.right,
        priority: sheet.choice.rightPriority,
        'red-line':
          sheet.redLines.map((red) => `${red.line} ${red[names.lang]}`).join(' · ') || '—',
        total: String(sheet.total),
      }[of]
    : '—'
  const enough = named && to.trim() !== '' && reason.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!enough) return
        add({ kind: 'override', attempt, of, from, to: to.trim(), reason: reason.trim() }, () => {
          setTo('')
          setReason('')
        })
      }}
    >
      <div className={styles.row}>
        <label>
          {t('attempt.what')}
          <select
            value={of}
            onChange={({ target }) => setOf(OVERRIDES.find((id) => id === target.value) ?? 'class')}
          >
            {OVERRIDES.map((id) => (
              <option key={id} value={id}>
                {t(`attempt.of.${id}`)}
              </option>
            ))}
          </select>
        </label>
        <span>
          {t('attempt.machine')} <strong>{of === 'class' ? names.classed(from) : from}</strong>
        </span>
        <label>
          {t('attempt.instead')}
          <input
            value={to}
            maxLength={80}
            list={list}
            onChange={({ target }) => setTo(target.value)}
          />
        </label>
        <datalist id={list}>
          {of === 'class' &&
            state.ground.taxonomy.entries.map(({ id }) => (
              <option key={id} value={id}>
                {names.classIn(id)}
              </option>
            ))}
          {of === 'priority' && PRIORITIES.map((id) => <option key={id} value={id} />)}
        </datalist>
      </div>
      <label>
        {t('attempt.reason')}
        <textarea
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <Button look="primary" type="submit" disabled={!enough || busy}>
        {t('attempt.addOverride')}
      </Button>
    </form>
  )
}
