import type { FactPlace, FactReport } from '../../core/scenario/proof/report.ts'
import type { Scenario } from '../../core/scenario/schema.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { useStudio } from '../studio.ts'
import styles from './Proof.module.css'
import { clock } from './routes.ts'
import { WayButton } from './WayButton.tsx'
import { type ShowWay, sameText } from './way.ts'

export interface FactsTableProps {
  readonly facts: readonly FactReport[]
  /** For what the facts are called. */
  readonly scenario: Scenario | null
  readonly onShow: ShowWay
}

export function FactsTable({ facts, scenario, onShow }: FactsTableProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { selection } = useStudio()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('proof.name')}</th>
          <th scope="col">{t('proof.places')}</th>
          <th scope="col">{t('proof.earliest')}</th>
          <th scope="col">{t('proof.deadline')}</th>
          <th scope="col">{t('proof.shown')}</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ id, places, route, by }) => {
          const text = scenario?.facts[id]?.text ?? sameText(id)
          return (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  title={id}
                  onClick={() => selection.set({ path: ['facts', id], by: 'proof' })}
                >
                  {text[lang]}
                </button>
              </th>
              <td>
                <div className={styles.places}>
                  {places.map((place) => (
                    <Place key={place.path} place={place} />
                  ))}
                </div>
              </td>
              <td>{route ? clock(route.ms) : t('proof.unlearned')}</td>
              <td>{by === null ? t('proof.noDeadline') : clock(by)}</td>
              <td>{route && <WayButton what={text} route={route} onShow={onShow} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Place({ place }: { readonly place: FactPlace }) {
  const t = useT('studio')
  const { selection } = useStudio()
  const { kind, of, path, reached } = place
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => selection.set({ path: steps, by: 'proof' })}
    >
      {t('proof.placeOf', { kind: t(`proof.placeKinds.${kind}`), of })}
      {!reached && <span className={styles.bad}> ({t('proof.deadPlace')})</span>}
    </button>
  )
}
