import type { StoredAttempt } from '../../storage/ports.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Tag } from '../../ui/kit/Tag.tsx'
import styles from './CallList.module.css'
import type { Catalogue } from './catalogue.ts'
import { clockTime, isoDay, minutesSeconds } from './days.ts'

export interface HistoryTableProps {
  /** Newest first. */
  readonly attempts: readonly StoredAttempt[]
  readonly catalogue: Catalogue
  readonly navigate: (to: string) => void
  /** Only so many of the newest. */
  readonly limit?: number
}

const COLUMNS = ['name', 'mode', 'total', 'class', 'dispatch', 'red', 'ended'] as const

/** The trainee's own attempts; each leads to its debrief. */
export function HistoryTable({ attempts, catalogue, navigate, limit }: HistoryTableProps) {
  const t = useT('start')
  const lang = useLanguage()
  const over = attempts.filter(({ status }) => status !== 'open').slice(0, limit)
  const titles = new Map(catalogue.scenarios.map(({ id, title }) => [id, title[lang]]))
  if (over.length === 0) return <p className={styles.nothing}>{t('history.none')}</p>
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.colWhen}>
            {t('history.when')}
          </th>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className={name === 'name' ? styles.colTitle : undefined}>
              {t(`history.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {over.map(({ header, status, result }) => (
          <tr key={header.id} className={styles.row}>
            <td className={styles.number}>
              {isoDay(header.startedAt)} {clockTime(header.startedAt)}
            </td>
            <td>
              <a
                href={`/debrief/${header.id}`}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  navigate(`/debrief/${header.id}`)
                }}
              >
                {titles.get(header.scenario.id) ?? header.scenario.id}
              </a>
            </td>
            <td className={styles.quiet}>
              {t(`mode.${header.mode}`)}
              {header.from && <small className={styles.when}>{t('history.again')}</small>}
            </td>
            <td>{result?.total ?? '—'}</td>
            <td className={styles.quiet}>
              {result === null ? '—' : `${result.classPoints}/${result.classMax}`}
            </td>
            <td className={styles.quiet}>
              {result === null || result.firstDispatchMs === null
                ? '—'
                : minutesSeconds(result.firstDispatchMs)}
            </td>
            <td className={result?.redLines.length ? styles.graveCell : styles.faint}>
              {result?.redLines.length ? t('why.places', { count: result.redLines.length }) : '—'}
            </td>
            <td>
              {status === 'finished' ? (
                <Tag tone={result?.passed ? 'done' : 'plain'}>
                  {t(result?.passed ? 'history.passed' : 'history.notPassed')}
                </Tag>
              ) : (
                <Tag>{t(`history.${status === 'left' ? 'left' : 'interrupted'}`)}</Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
