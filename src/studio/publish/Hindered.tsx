import { stepsOf } from '../../core/scenario/fixes.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './Publish.module.css'
import type { Hindrance } from './publish.ts'

/** So many problems are listed here; all of them stand in their own panel. */
const SHOWN = 4

export interface HinderedProps {
  readonly hindrance: Hindrance | null
  /** The version that says the same. */
  readonly same: number
  /** A problem was chosen: the trainer goes there. */
  readonly onGo: () => void
}

/** Whether it can be published; if not, what keeps it, each with the way to its place. */
export function Hindered({ hindrance, same, onGo }: HinderedProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { findings, selection, tab } = useStudio()
  const { diagnostics } = useValue(findings)
  if (hindrance?.kind !== 'errors')
    return (
      <p role="status" className={styles.state}>
        {hindrance === null
          ? t('publish.ready')
          : hindrance.kind === 'checking'
            ? t('publish.checking')
            : t('publish.same', { n: same })}
      </p>
    )
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const go = (): void => {
    tab.set('problems')
    onGo()
  }
  return (
    <div role="status" className={styles.hindered}>
      <p>
        <Icon name="notice" /> {t('publish.errors', { count: hindrance.count })}
      </p>
      <ul>
        {errors.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.code} ${problem.path} ${problem.message.en}`}>
            <button
              type="button"
              onClick={() => {
                selection.set({ path: stepsOf(problem), by: 'problems' })
                go()
              }}
            >
              <code>{problem.code}</code> {problem.message[lang]}
            </button>
          </li>
        ))}
        {errors.length > SHOWN && (
          <li>
            <button type="button" onClick={go}>
              {t('publish.allErrors', { n: errors.length })}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
}
