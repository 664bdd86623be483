import type { Text } from '../../core/scenario/primitives.ts'
import { useLanguage } from '../../ui/i18n/i18n.ts'
import { clock } from './routes.ts'
import styles from './Steps.module.css'

export interface ShownStep {
  readonly at: number
  readonly text: Text
}

/** What happens on a route, step by step, each with its earliest time. */
export function Steps({ steps }: { readonly steps: readonly ShownStep[] }) {
  const lang = useLanguage()
  return (
    <ol className={styles.steps}>
      {steps.map(({ at, text }) => (
        <li key={`${at} ${text.en}`} className={styles.step}>
          <span>{text[lang]}</span>
          <time className={styles.time}>{clock(at)}</time>
        </li>
      ))}
    </ol>
  )
}
