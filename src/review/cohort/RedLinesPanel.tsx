import { useMemo } from 'react'
import { RED_LINES } from '../../core/taxonomy/vocabulary.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames } from '../book/useBook.ts'
import type { RedLineRow } from '../figures/cohort.ts'
import { callTime, dateTime, monthDay } from '../frame/format.ts'
import { MomentLink } from '../frame/MomentLink.tsx'
import parts from '../frame/parts.module.css'
import type { Column } from '../table/columns.ts'
import styles from './Cohort.module.css'

export function useRedLineColumns(): readonly Column<RedLineRow>[] {
  const t = useT('review')
  const names = useNames()
  return useMemo(
    () => [
      { id: 'line', head: t('cohort.line'), value: ({ line }) => line },
      { id: 'at', head: t('cohort.when'), value: ({ sheet }) => dateTime(sheet.at) },
      { id: 'name', head: t('cohort.name'), value: ({ sheet }) => sheet.name },
      { id: 'badge', head: t('cohort.badge'), value: ({ sheet }) => sheet.badge },
      {
        id: 'scenario',
        head: t('filter.scenario'),
        value: ({ sheet }) => names.scenario(sheet.scenario),
      },
      { id: 'text', head: t('cohort.what'), value: (row) => row[names.lang] },
      { id: 'moment', head: t('cohort.moment'), value: ({ atMs }) => callTime(atMs) },
      { id: 'attempt', head: 'id', value: ({ sheet }) => sheet.attempt },
    ],
    [t, names],
  )
}

interface RedLinesProps {
  readonly rows: readonly RedLineRow[]
  readonly attempts: number
  readonly before: { readonly rows: readonly RedLineRow[]; readonly attempts: number } | null
}

/** As many as are drawn; all of them are in the export and on each trainee's page. */
const SHOWN = 60

/** Which red lines were crossed, newest first, each with the way to its moment. */
export function RedLinesPanel({ rows, attempts, before }: RedLinesProps) {
  const t = useT('review')
  const names = useNames()
  const rate = (count: number, of: number): string =>
    of === 0 ? '—' : ((count * 100) / of).toFixed(1)
  return (
    <Panel
      className={styles.redLines}
      title={<span className={styles.grave}>{t('cohort.redLineCount', { n: rows.length })}</span>}
      beside={
        <span className={parts.cut}>
          {RED_LINES.map(
            (line) => `${line} ${rows.filter((row) => row.line === line).length}`,
          ).join(' · ')}
          {' · '}
          {t('cohort.perHundred', { rate: rate(rows.length, attempts) })}
          {before &&
            ` · ${t('cohort.thenRate', { rate: rate(before.rows.length, before.attempts) })}`}
        </span>
      }
    >
      {rows.length === 0 ? (
        <p className={parts.note}>{t('cohort.noRedLines')}</p>
      ) : (
        <ul className={styles.list}>
          {rows.slice(0, SHOWN).map((row) => (
            <li key={`${row.sheet.attempt} ${row.kind} ${row.atMs}`}>
              <span className={styles.line}>{row.line}</span>
              <span className={styles.quiet}>{monthDay(row.sheet.at)}</span>
              <span className={styles.who}>{row.sheet.name}</span>
              <span
                className={styles.what}
                title={`${names.scenario(row.sheet.scenario)} · ${row[names.lang]}`}
              >
                {row[names.lang]}
              </span>
              <MomentLink attempt={row.sheet.attempt} atMs={row.atMs} n={row.n} />
            </li>
          ))}
          {rows.length > SHOWN && (
            <li className={parts.note}>{t('cohort.more', { n: rows.length - SHOWN })}</li>
          )}
        </ul>
      )}
    </Panel>
  )
}
