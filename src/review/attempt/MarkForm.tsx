import { useState } from 'react'
import { BEHAVIOURS, type BehaviourId, LEVELS, type Level } from '../../core/review/remark.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { useReview } from '../book/useBook.ts'
import { openRoundOf } from '../figures/rounds.ts'
import styles from './Attempt.module.css'
import { useSay } from './useSay.ts'

type Marks = Record<BehaviourId, Level | null>
const NONE: Marks = { feeling: null, paraphrase: null, plain: null, next: null, calm: null }

/** A second mark on communication, behaviour by behaviour, each with what 1, 3 and 5 look like. */
export function MarkForm({
  attempt,
  named,
}: {
  readonly attempt: string
  readonly named: boolean
}) {
  const t = useT('review')
  const { state } = useReview()
  const { add, busy } = useSay()
  const [marks, setMarks] = useState<Marks>(NONE)
  const round = openRoundOf(state.pages.remarks, attempt, state.by)
  const any = Object.values(marks).some((level) => level !== null)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        add({ kind: 'mark', attempt, marks, round: round?.id ?? null }, () => setMarks(NONE))
      }}
    >
      {round && <p className={styles.note}>{t('attempt.inRound', { title: round.title })}</p>}
      {BEHAVIOURS.map((id) => (
        <fieldset key={id} className={styles.behaviour}>
          <legend>{t(`attempt.behaviour.${id}`)}</legend>
          {LEVELS.map((level) => (
            <label key={level}>
              <input
                type="radio"
                name={`mark-${id}`}
                checked={marks[id] === level}
                onChange={() => setMarks({ ...marks, [id]: level })}
              />
              {level}
            </label>
          ))}
          <label>
            <input
              type="radio"
              name={`mark-${id}`}
              checked={marks[id] === null}
              onChange={() => setMarks({ ...marks, [id]: null })}
            />
            {t('attempt.noOccasion')}
          </label>
          <p className={styles.anchors}>
            1 {t(`attempt.anchor.${id}.1`)} · 3 {t(`attempt.anchor.${id}.3`)} · 5{' '}
            {t(`attempt.anchor.${id}.5`)}
          </p>
        </fieldset>
      ))}
      <Button look="primary" type="submit" disabled={!named || !any || busy}>
        {t('attempt.addMark')}
      </Button>
    </form>
  )
}
