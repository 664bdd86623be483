import { useMemo } from 'react'
import { type Sheet, topClass } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames } from '../book/useBook.ts'
import { confusion } from '../figures/accuracy.ts'
import type { RedLineRow } from '../figures/cohort.ts'
import { monthDay } from '../frame/format.ts'
import { MomentLink } from '../frame/MomentLink.tsx'
import parts from '../frame/parts.module.css'
import styles from './Trainee.module.css'

interface MistakesProps {
  readonly own: readonly Sheet[]
  readonly redLines: readonly RedLineRow[]
}

/** What was taken for what, under-triage of L1, red lines: each with the way to its moment. */
export function MistakesPanel({ own, redLines }: MistakesProps) {
  const t = useT('review')
  const names = useNames()
  const number = useMemo(() => new Map(own.map(({ attempt }, i) => [attempt, i + 1])), [own])
  const pairs = useMemo(() => confusion(own).pairs, [own])
  const under = own.filter(
    ({ choice }) => choice.rightPriority === 'L1' && (choice.triage === null || choice.triage < 0),
  )
  const places = (right: string, chosen: string) =>
    own.filter(
      ({ choice }) =>
        topClass(choice.right) === right &&
        choice.final !== null &&
        topClass(choice.final) === chosen,
    )
  return (
    <Panel className={`${parts.framed} ${styles.mistakes}`} title={t('trainee.mistakes')}>
      <div className={styles.scroll}>
        {pairs.length === 0 && <p className={parts.note}>{t('trainee.noMistakes')}</p>}
        <ul className={styles.rows}>
          {pairs.map(({ right, chosen, n }) => (
            <li key={`${right} ${chosen}`}>
              <span>
                {names.classOf(right)} → {names.classOf(chosen)} <strong>{n}</strong>
              </span>
              <span className={styles.links}>
                {places(right, chosen)
                  .slice(-4)
                  .map(({ attempt, choice }) => (
                    <MomentLink
                      key={attempt}
                      attempt={attempt}
                      atMs={choice.atMs}
                      n={choice.n}
                      label={`#${number.get(attempt)}`}
                    />
                  ))}
              </span>
            </li>
          ))}
        </ul>
        <h3>{t('trainee.underL1', { n: under.length })}</h3>
        <ul className={styles.rows}>
          {under.slice(-6).map((sheet) => (
            <li key={sheet.attempt}>
              <span>
                #{number.get(sheet.attempt)} {names.scenario(sheet.scenario)}{' '}
                <span className={parts.note}>
                  {monthDay(sheet.at)} L1 → {sheet.choice.priority ?? '—'}
                </span>
              </span>
              <MomentLink attempt={sheet.attempt} atMs={sheet.choice.atMs} n={sheet.choice.n} />
            </li>
          ))}
        </ul>
        <h3 className={redLines.length > 0 ? styles.grave : undefined}>
          {t('cohort.redLineCount', { n: redLines.length })}
        </h3>
        <ul className={styles.rows}>
          {redLines.map((row) => (
            <li key={`${row.sheet.attempt} ${row.kind} ${row.atMs}`}>
              <span title={row[names.lang]}>
                <strong className={styles.line}>{row.line}</strong> #{number.get(row.sheet.attempt)}{' '}
                {row[names.lang]}
              </span>
              <MomentLink attempt={row.sheet.attempt} atMs={row.atMs} n={row.n} />
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}
