import type { NodeReport } from '../../core/scenario/proof/report.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { useStudio } from '../studio.ts'
import styles from './Proof.module.css'
import { clock } from './routes.ts'
import { WayButton } from './WayButton.tsx'
import { type ShowWay, sameText } from './way.ts'

export interface NodesTableProps {
  readonly nodes: readonly NodeReport[]
  readonly onShow: ShowWay
}

export function NodesTable({ nodes, onShow }: NodesTableProps) {
  const t = useT('studio')
  const { selection } = useStudio()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('proof.name')}</th>
          <th scope="col">{t('proof.steps')}</th>
          <th scope="col">{t('proof.earliest')}</th>
          <th scope="col">{t('proof.shown')}</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map(({ id, route }) => (
          <tr key={id}>
            <th scope="row">
              <button
                type="button"
                className={styles.link}
                onClick={() => selection.set({ path: ['talk', 'nodes', id], by: 'proof' })}
              >
                {id}
              </button>
            </th>
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
