import { useT } from '../../ui/i18n/i18n.ts'
import type { Report } from '../intake/intake.ts'
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
          {refused.slice(0, 50).map(({ file, attempt, code, why }) => (
            <li key={`${file} ${attempt} ${code} ${why}`}>
              <strong>{file}</strong> {attempt && <code>{attempt}</code>}{' '}
              {t(`data.refusal.${code}`)} <span className={styles.note}>{why}</span>
            </li>
          ))}
          {refused.length > 50 && <li>{t('cohort.more', { n: refused.length - 50 })}</li>}
        </ul>
      )}
    </div>
  )
}
