import type { LeakReport } from '../../core/scenario/proof/report.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Proof.module.css'

/** From here on the checker speaks of a leak, times chance (core/scenario/leaks.ts). */
const LEAKS_FROM = 1.5

/** How often blind habits would hit the best reply. */
export function LeaksTable({ leaks }: { readonly leaks: LeakReport | null }) {
  const t = useT('studio')
  if (!leaks) return <p className={styles.note}>{t('proof.leakTooFew')}</p>
  const { chance, first, longestZh, longestEn, nodes } = leaks
  const rows = [
    ['proof.chance', chance],
    ['proof.first', first],
    ['proof.longestZh', longestZh],
    ['proof.longestEn', longestEn],
  ] as const
  return (
    <>
      <table className={styles.table}>
        <tbody>
          {rows.map(([key, share]) => {
            const isBad = share > chance * LEAKS_FROM
            return (
              <tr key={key}>
                <th scope="row">{t(key)}</th>
                <td className={styles.figure}>{Math.round(share * 100)}%</td>
                <td className={styles.wide}>
                  <span className={styles.meter}>
                    <span
                      className={isBad ? styles.full : styles.part}
                      style={{ width: `${Math.round(share * 100)}%` }}
                    />
                  </span>
                </td>
                <td className={isBad ? styles.bad : undefined}>
                  {key === 'proof.chance' ? '' : t(isBad ? 'proof.leakBad' : 'proof.leakFine')}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={styles.note}>
        {t('proof.leakMeans')} {t('proof.leakNodes', { n: nodes })}
      </p>
    </>
  )
}
