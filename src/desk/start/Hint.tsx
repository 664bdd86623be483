import type { Action } from '../../ui/actions.ts'
import { t, useLanguage } from '../../ui/i18n/i18n.ts'
import type { TextKey } from '../../ui/i18n/keys.ts'
import { Kbd } from '../../ui/kit/Kbd.tsx'
import styles from './StartPage.module.css'

export interface HintProps {
  /** Their first keys are shown. */
  readonly actions: readonly Action[]
  /** Instead of the first action's own words. */
  readonly label?: TextKey
}

/** What a key does, in the footer. */
export function Hint({ actions, label }: HintProps) {
  useLanguage()
  const [first] = actions
  // what can't be done now is not promised
  if (!first || first.when?.() === false) return null
  return (
    <span className={styles.hint}>
      <span className={styles.caps}>
        {actions.map(({ id, keys }) => (
          <Kbd key={id} keys={keys[0] ?? ''} />
        ))}
      </span>
      {t(label ?? first.label, first.labelValues)}
    </span>
  )
}
