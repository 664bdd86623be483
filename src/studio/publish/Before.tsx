import type { PublishedRow } from '../../storage/drafts/ports.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { say } from '../../ui/messages.ts'
import { reasonOf } from '../keeping/reason.ts'
import { useStudio } from '../studio.ts'
import { whenOf } from '../when.ts'
import styles from './Publish.module.css'

/** What was published under this id, newest first; each can be taken off the start page. */
export function Before({ rows }: { readonly rows: readonly PublishedRow[] }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { services } = useStudio()
  const withdraw = ({ id, version }: PublishedRow) =>
    services.publications.withdraw(id, version, services.now()).catch((error: unknown) => {
      say({ kind: 'error', text: t('publish.notWithdrawn', { why: reasonOf(error) }) })
    })
  return (
    <table className={styles.table}>
      <caption>{t('publish.before')}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.version}>
            <th scope="row">{row.version}</th>
            <td className={styles.at}>{whenOf(row.at, lang)}</td>
            <td className={styles.note}>{row.note}</td>
            <td>
              <code title={row.hash}>{row.hash.slice(0, 12)}</code>
            </td>
            <td className={styles.end}>
              {row.withdrawnAt === null ? (
                <Button onClick={() => void withdraw(row)}>{t('publish.withdraw')}</Button>
              ) : (
                t('publish.withdrawn')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
