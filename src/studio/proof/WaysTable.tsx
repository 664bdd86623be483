import type { EndingReport, NodeReport } from '../../core/scenario/proof/report.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { useStudio } from '../studio.ts'
import styles from './Proof.module.css'
import { clock } from './routes.ts'
import { WayButton } from './WayButton.tsx'
import { type ShowWay, sameText } from './way.ts'

export interface WaysTableProps {
  readonly rows: readonly (EndingReport | NodeReport)[]
  /** Where in the file they stand. */
  readonly at: readonly string[]
  readonly onShow: ShowWay
}

/** Endings or nodes with the soonest way to each. */
export function WaysTable({ rows, at, onShow }: WaysTableProps) {
  const t = useT('studio')
  const { selection } = useStudio()
  const hasOutcomes = rows.some((row) => 'outcome' in row)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('proof.name')}</th>
          {hasOutcomes && <th scope="col">{t('proof.outcome')}</th>}
          <th scope="col">{t('proof.steps')}</th>
          <th scope="col">{t('proof.earliest')}</th>
          <th scope="col">{t('proof.shown')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, route, ...row }) => (
          <tr key={id}>
            <th scope="row">
              <button
                type="button"
                className={styles.link}
                onClick={() => selection.set({ path: [...at, id], by: 'proof' })}
              >
                {id}
              </button>
            </th>
            {'outcome' in row && <td>{t(`proof.outcomes.${row.outcome}`)}</td>}
            {route ? (
              <>
                <td>{route.steps.length}</td>
                <td>{clock(route.ms)}</td>
                <td>
                  <WayButton what={sameText(id)} route={route} onShow={onShow} />
                </td>
              </>
            ) : (
              <td colSpan={3} className={styles.bad}>
                {t('proof.unreached')}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
