import { useState } from 'react'
import { BEHAVIOURS, type Remark } from '../../core/review/remark.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import type { ReviewToolsProps } from '../../ui/reviewing.ts'
import { useReview } from '../book/useBook.ts'
import { trailText } from '../data/trailText.ts'
import { isVisible, roundsOf } from '../figures/rounds.ts'
import { callTime, dateTime } from '../frame/format.ts'
import styles from './Attempt.module.css'
import { useSay } from './useSay.ts'

/** All that was said of this attempt, oldest first; what was taken back stays to be read. */
export function Remarks({ attempt, go, named }: ReviewToolsProps & { readonly named: boolean }) {
  const t = useT('review')
  const { state } = useReview()
  const { remarks } = state.pages
  const rounds = roundsOf(remarks)
  const here = remarks.filter(
    (remark) =>
      'attempt' in remark.what &&
      remark.what.attempt === attempt &&
      isVisible(remark, rounds, state.by),
  )
  const gone = new Map(
    here.flatMap(({ what, by }) =>
      what.kind === 'take-back' ? [[what.of, `${by}: ${what.reason}`] as const] : [],
    ),
  )
  const answered = here.filter(({ what }) => what.kind !== 'take-back' && what.kind !== 'reviewed')
  return (
    <section className={styles.remarks} aria-label={t('attempt.remarks')}>
      {answered.length === 0 && <p className={styles.note}>{t('attempt.noRemarks')}</p>}
      <ul>
        {answered.map((remark) => (
          <li key={remark.id} data-gone={gone.has(remark.id) || undefined}>
            <One remark={remark} go={go} takenBack={gone.get(remark.id) ?? null} named={named} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface OneProps {
  readonly remark: Remark
  readonly go: ReviewToolsProps['go']
  readonly takenBack: string | null
  readonly named: boolean
}

function One({ remark, go, takenBack, named }: OneProps) {
  const t = useT('review')
  const { state } = useReview()
  const { add } = useSay()
  const [asked, setAsked] = useState<'reply' | 'take-back' | null>(null)
  const [text, setText] = useState('')
  const { what, by, at, id } = remark
  if (!('attempt' in what)) return null
  const finish = (): void => {
    const words = text.trim()
    const { attempt } = what
    add(
      asked === 'reply'
        ? { kind: 'reply', attempt, to: id, text: words }
        : { kind: 'take-back', attempt, of: id, reason: words },
      () => {
        setAsked(null)
        setText('')
      },
    )
  }
  return (
    <>
      <span className={styles.note}>
        {dateTime(at)} · {by || '—'} · {t(`data.said.${what.kind}`)}
      </span>
      {what.kind === 'comment' && (
        <button
          type="button"
          className={styles.time}
          onClick={() => go({ atMs: what.atMs, n: what.n })}
        >
          {callTime(what.atMs)} ▸
        </button>
      )}
      <p>{what.kind === 'comment' ? what.text : trailText(what, t)}</p>
      {what.kind === 'mark' && (
        <p className={styles.note}>
          {BEHAVIOURS.map(
            (each) => `${t(`attempt.behaviour.${each}`)} ${what.marks[each] ?? '—'}`,
          ).join(' · ')}
        </p>
      )}
      {takenBack !== null && (
        <p className={styles.note}>{t('attempt.takenBack', { why: takenBack })}</p>
      )}
      {asked === null ? (
        <span className={styles.row}>
          <Button look="quiet" disabled={!named} onClick={() => setAsked('reply')}>
            {t('attempt.reply')}
          </Button>
          {by === state.by && takenBack === null && (
            <Button look="quiet" disabled={!named} onClick={() => setAsked('take-back')}>
              {t('attempt.takeBack')}
            </Button>
          )}
        </span>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (text.trim() !== '') finish()
          }}
        >
          <label>
            {t(asked === 'reply' ? 'attempt.replyText' : 'attempt.reason')}
            <textarea
              rows={2}
              maxLength={1000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          </label>
          <span className={styles.row}>
            <Button type="submit" look="primary" disabled={text.trim() === ''}>
              {t('attempt.send')}
            </Button>
            <Button onClick={() => setAsked(null)}>{t('attempt.cancel')}</Button>
          </span>
        </form>
      )}
    </>
  )
}
