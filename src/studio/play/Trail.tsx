import type { RecordChange } from '../../core/sim/command.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { clock } from '../proof/routes.ts'
import { useStudio } from '../studio.ts'
import styles from './Play.module.css'
import type { PlayedPlan } from './protocol.ts'
import { changeWords } from './record.ts'
import { changes, stepWords } from './words.ts'

/** Every step with its time and what it has changed. */
export function Trail({ played }: { readonly played: PlayedPlan }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { taxonomy } = useStudio().ground
  const { plan, result } = played
  const recorded = (change: RecordChange) => changeWords(change, taxonomy, lang)
  const items = plan.steps.map((step, index) => ({
    key: `${index} ${stepWords(step, t, recorded)}`,
    words: stepWords(step, t, recorded),
    one: result.trail[index],
  }))
  return (
    <ol className={styles.trail}>
      {items.map(({ key, words, one }) => (
        <li key={key} data-failed={!one || undefined}>
          <span>{words}</span>
          {one && <time className={styles.time}>{clock(one.after.at)}</time>}
          {one && (
            <span className={styles.changes}>
              {changes(one.before, one.after, t).map((change) => (
                <span key={change}>{change}</span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
