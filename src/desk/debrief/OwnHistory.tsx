import type { AttemptGlance } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import styles from './Afterwards.module.css'
import { dateTime } from './format.ts'

export interface OwnHistoryProps {
  /** Newest first. */
  readonly attempts: readonly AttemptGlance[]
  readonly current: string
  readonly navigate: (to: string) => void
}

/** One's own attempts at this scenario, each with the way to its debrief. */
export function OwnHistory({ attempts, current, navigate }: OwnHistoryProps) {
  const t = useT('debrief')
  return (
    <div className={styles.body}>
      <table className={styles.own}>
        <thead>
          <tr>
            <th scope="col">{t('own.date')}</th>
            <th scope="col">{t('own.mode')}</th>
            <th scope="col">{t('own.total')}</th>
            <th scope="col">{t('own.class')}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map(({ header, status, result }) => {
            // the year is seldom in doubt, and the column is narrow
            const date = dateTime(header.startedAt).slice(5)
            const here = header.id === current
            const to = `${status === 'open' ? '/call' : '/debrief'}/${header.id}`
            return (
              <tr key={header.id} aria-current={here ? 'true' : undefined}>
                <td>
                  {here ? (
                    <>
                      {date} <small>{t('own.this')}</small>
                    </>
                  ) : (
                    <a
                      href={to}
                      aria-label={t('own.show', { date })}
                      onClick={(event) => {
                        if (event.metaKey || event.ctrlKey || event.shiftKey) return
                        event.preventDefault()
                        navigate(to)
                      }}
                    >
                      {date}
                    </a>
                  )}
                </td>
                <td>{t(`mode.${header.mode}`)}</td>
                <td>
                  {result ? (
                    <>
                      {result.redLines.length > 0 && (
                        <span className={styles.red} title={t('talk.redLine')}>
                          <Icon name="warn" size={12} />
                        </span>
                      )}{' '}
                      {result.total}
                    </>
                  ) : (
                    <small>{t(`own.${status}`)}</small>
                  )}
                </td>
                <td>{result ? `${result.classPoints}/${result.classMax}` : '—'}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
