import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Dialogs.module.css'
import type { RemarksReport } from './remarks.ts'
import { SHOWN_REFUSALS } from './transfer.ts'

/** What became of a file of remarks. */
export function RemarksTaken({
  file,
  report,
}: {
  readonly file: string
  readonly report: RemarksReport
}) {
  const t = useT('start')
  const { added, known, differing, others, refused } = report
  return (
    <>
      <p>{t('remarks.sum', { file, added, known })}</p>
      {differing > 0 && <p>{t('remarks.differing', { n: differing })}</p>}
      {others > 0 && <p>{t('remarks.others', { n: others })}</p>}
      {refused.length > 0 && (
        <ul className={styles.refused}>
          {refused.slice(0, SHOWN_REFUSALS).map((why) => (
            <li key={why}>
              <span>{t('remarks.refused')}</span>
              <code>{why}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
