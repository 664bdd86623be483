import { useT } from '../../ui/i18n/i18n.ts'
import { clock } from '../proof/routes.ts'
import styles from './Play.module.css'
import type { PlayedPlan } from './protocol.ts'
import { changes, stepWords } from './words.ts'

/** Every step with its time and what it has changed. */
export function Trail({ played }: { readonly played: PlayedPlan }) {
  const t = useT('studio')
  const { plan, result } = played
  const items = plan.steps.map((step, index) => ({
    key: `${index} ${stepWords(step, t)}`,
    words: stepWords(step, t),
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
