import { useState } from 'react'
import type { Remark } from '../../core/review/remark.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import type { ReviewToolsProps } from '../../ui/reviewing.ts'
import { useNames, useReview } from '../book/useBook.ts'
import { isVisible, roundsOf } from '../figures/rounds.ts'
import styles from './Attempt.module.css'
import { RemarkBody } from './RemarkBody.tsx'
import { useSay } from './useSay.ts'
import { WordsForm } from './WordsForm.tsx'

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
  const { classed } = useNames()
  const { add, busy } = useSay()
  const [asked, setAsked] = useState<'reply' | 'take-back' | null>(null)
  const { what, by, id } = remark
  if (!('attempt' in what)) return null
  const { attempt } = what
  return (
    <>
      <RemarkBody remark={remark} go={go} classed={classed} />
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
        <WordsForm
          label={t(asked === 'reply' ? 'attempt.replyText' : 'attempt.reason')}
          busy={busy}
          onCancel={() => setAsked(null)}
          onSend={(words) =>
            add(
              asked === 'reply'
                ? { kind: 'reply', attempt, to: id, text: words }
                : { kind: 'take-back', attempt, of: id, reason: words },
              () => setAsked(null),
            )
          }
        />
      )}
    </>
  )
}
