import { useT } from '../../ui/i18n/i18n.ts'
import type { Report } from '../intake/intake.ts'
import type { Refused } from '../intake/protocol.ts'
import styles from './Data.module.css'

/** What taking in came to: new, known, refused and why, kept apart and why. */
export function ReportView({ report }: { readonly report: Report }) {
  const t = useT('review')
  const { added, known, differing, refused, judged } = report
  const apart = judged.filter(({ standing }) => standing !== 'counted' && standing !== 'left')
  const counted = judged.filter(({ standing }) => standing === 'counted').length
  const reasons = new Map<(typeof apart)[number]['standing'], number>()
  for (const { standing } of apart) reasons.set(standing, (reasons.get(standing) ?? 0) + 1)
  return (
    <div className={styles.report} role="status">
      <p>
        {t('data.report', { added: added.length, known: known.length, counted })}
        {judged.length - counted - apart.length > 0 &&
          ` ${t('data.reportLeft', { n: judged.length - counted - apart.length })}`}
      </p>
      {apart.length > 0 && (
        <p>
          {t('data.reportApart', { n: apart.length })}{' '}
          {[...reasons].map(([reason, n]) => `${t(`data.reason.${reason}`)} ${n}`).join(' · ')}
        </p>
      )}
      {differing.length > 0 && <p>{t('data.reportDiffers', { n: differing.length })}</p>}
      {refused.length > 0 && (
        <ul>
          {[...groupsOf(refused)].map(([key, group]) => (
            <RefusedGroup key={key} group={group} />
          ))}
        </ul>
      )}
    </div>
  )
}

/** By file and reason: a file of a whole workstation may hold dozens that are refused for the same. */
function groupsOf(refused: readonly Refused[]): ReadonlyMap<string, readonly Refused[]> {
  const groups = new Map<string, Refused[]>()
  for (const one of refused) {
    const key = `${one.code} ${one.file}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}

function RefusedGroup({ group }: { readonly group: readonly Refused[] }) {
  const t = useT('review')
  const [first] = group
  if (!first) return null
  const attempts = group.filter(({ attempt }) => attempt !== '')
  const shown = attempts.slice(0, MOST_SHOWN)
  return (
    <li>
      <strong>{first.file}</strong> {t(`data.refusal.${first.code}`)}
      {attempts.length === 0 && <span className={styles.note}> {first.why}</span>}
      {attempts.length > 0 && (
        <details>
          <summary>{t('data.refusedAttempts', { n: attempts.length })}</summary>
          <ul>
            {shown.map(({ attempt, why }) => (
              <li key={attempt}>
                <code>{attempt}</code> <span className={styles.note}>{why}</span>
              </li>
            ))}
            {attempts.length > MOST_SHOWN && (
              <li>{t('cohort.more', { n: attempts.length - MOST_SHOWN })}</li>
            )}
          </ul>
        </details>
      )}
    </li>
  )
}

const MOST_SHOWN = 50
