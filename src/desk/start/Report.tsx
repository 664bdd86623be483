import type { ImportReport } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Dialogs.module.css'
import { SHOWN_REFUSALS } from './transfer.ts'

export interface ReportProps {
  readonly file: string
  readonly report: ImportReport
}

/** What became of a file: how many attempts are new, known, refused, and why. */
export function Report({ file, report }: ReportProps) {
  const t = useT('start')
  const { added, known, refused } = report
  return (
    <>
      <p>
        {t('report.sum', {
          file,
          added: added.length,
          known: known.length,
          refused: refused.length,
        })}
      </p>
      {refused.length > 0 && (
        <ul className={styles.refused}>
          {refused.slice(0, SHOWN_REFUSALS).map(({ attempt, n, code, why }) => (
            <li key={`${attempt} ${n} ${why}`}>
              <span>
                {t(`report.code.${code}`)}
                {n !== null && t('report.entry', { n })}
              </span>
              <code>
                {attempt === '' ? file : attempt} {why}
              </code>
            </li>
          ))}
          {refused.length > SHOWN_REFUSALS && (
            <li>{t('report.more', { count: refused.length - SHOWN_REFUSALS })}</li>
          )}
        </ul>
      )}
    </>
  )
}
