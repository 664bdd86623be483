import { useState } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { useNames } from '../book/useBook.ts'
import { Pick } from './FilterBar.tsx'
import { dateTime } from './format.ts'
import { MomentLink } from './MomentLink.tsx'
import styles from './MomentsDialog.module.css'
import parts from './parts.module.css'

/** Where in which call. */
export interface Moment {
  readonly sheet: Sheet
  /** Simulated ms; null: where its journal entry stands. */
  readonly atMs: number | null
  readonly n: number | null
  /** What was seen there, in a word or two. */
  readonly note?: string
}

/** Where the class and level were chosen that counted. */
export const choiceMoment = (sheet: Sheet): Moment => ({
  sheet,
  atMs: sheet.choice.atMs,
  n: sheet.choice.n,
})

/** Moments that stand behind one figure. */
export interface Behind {
  readonly id: string
  readonly label: string
  /** Those to begin with first. */
  readonly moments: () => readonly Moment[]
}

interface MomentsProps {
  readonly title: string
  /** One of them is shown; there is at least one. */
  readonly figures: readonly Behind[]
  readonly onClose: () => void
}

/** More than these nobody opens one by one; the list of attempts has all of them. */
const SHOWN = 100

/** The calls behind a figure, each with the way to its moment. */
export function MomentsDialog({ title, figures, onClose }: MomentsProps) {
  const t = useT('review')
  const names = useNames()
  const [id, setId] = useState(figures[0]?.id ?? '')
  const moments = figures.find((one) => one.id === id)?.moments() ?? []
  return (
    <Dialog open wide onClose={onClose} title={title}>
      {figures.length > 1 && (
        <div className={styles.pick}>
          <Pick
            label={t('moments.of')}
            value={id}
            options={figures.map((one) => [one.id, one.label] as const)}
            onPick={setId}
          />
        </div>
      )}
      <ul className={styles.list}>
        {moments.slice(0, SHOWN).map(({ sheet, atMs, n, note }) => (
          <li key={`${sheet.attempt} ${n}`}>
            <span className={parts.note}>{dateTime(sheet.at)}</span>
            <span className={styles.who}>
              {sheet.name} <span className={parts.note}>{sheet.badge}</span>
            </span>
            <span className={styles.what}>{names.scenario(sheet.scenario)}</span>
            <span className={styles.note} title={note}>
              {note}
            </span>
            <MomentLink attempt={sheet.attempt} atMs={atMs} n={n} />
          </li>
        ))}
      </ul>
      {moments.length > SHOWN && (
        <p className={parts.note}>{t('moments.more', { n: moments.length - SHOWN })}</p>
      )}
    </Dialog>
  )
}
