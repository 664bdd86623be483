import type { PlanStep } from '../../core/plan/plan.ts'
import type { RecordView } from '../../core/sim/view.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useCity } from '../ground.ts'
import { useStudio } from '../studio.ts'
import styles from './Play.module.css'
import { recordRows } from './record.ts'

interface RecordStandsProps {
  readonly record: RecordView
  readonly onAct: (step: PlanStep) => void
}

/** The incident record as it stands; a click on what was entered takes it out again. */
export function RecordStands({ record, onAct }: RecordStandsProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { ground, findings } = useStudio()
  const { taxonomy } = ground
  const city = useCity(ground, findings.get().lastScenario?.city)
  const place = record.location?.place
  // a plan names places by their ids
  const named = place === undefined ? undefined : city?.atlas.place(place)?.name[lang]
  return (
    <dl className={styles.standing} aria-label={t('play.form')} data-record>
      {recordRows(record, taxonomy, lang).map(({ field, name, entered }) => (
        <div key={field} className={styles.entry}>
          <dt>{name}</dt>
          <dd>
            {entered.length === 0 && '–'}
            {entered.map(({ words: own, out }) => {
              const words = (field === 'location' && named) || own
              return (
                <button
                  key={words}
                  type="button"
                  className={styles.entered}
                  title={t('play.takeOut', { what: words })}
                  aria-label={t('play.takeOut', { what: words })}
                  onClick={() => onAct(out)}
                >
                  <span>{words}</span> <Icon name="close" size={12} />
                </button>
              )
            })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
