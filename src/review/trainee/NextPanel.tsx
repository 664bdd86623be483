import { useMemo } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import { nextToPractise } from '../figures/trainee.ts'
import { monthDay } from '../frame/format.ts'
import parts from '../frame/parts.module.css'
import styles from './Trainee.module.css'

/** What to practise next, and why: the same rule as on the trainee's own start page. */
export function NextPanel({ own }: { readonly own: readonly Sheet[] }) {
  const t = useT('review')
  const names = useNames()
  const { state, services } = useReview()
  const now = services.now()
  const list = useMemo(
    () => nextToPractise(own, [...state.ground.scenarios.keys()].sort(), now),
    [own, state.ground, now],
  )
  return (
    <Panel
      className={styles.nextPanel}
      title={t('trainee.nextTitle')}
      aside={<Button onClick={() => globalThis.print()}>{t('trainee.printSheet')}</Button>}
    >
      <p className={parts.note}>{t('trainee.nextNote')}</p>
      {list.length === 0 && <p className={parts.note}>{t('trainee.nothingNext')}</p>}
      <ol className={styles.nextList}>
        {list.slice(0, 6).map(({ scenario, reason, figure, due }) => (
          <li key={scenario}>
            <strong>{names.scenario(scenario)}</strong>
            <span data-late={(due !== null && due <= now) || undefined} className={styles.due}>
              {due === null
                ? t('trainee.never')
                : due <= now
                  ? t('trainee.overdue', { day: monthDay(due) })
                  : monthDay(due)}
            </span>
            <span className={`${parts.note} ${styles.why}`}>
              {t(`trainee.reason.${reason}`, { figure: figure ?? '' })}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
