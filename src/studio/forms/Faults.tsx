import type { Diagnostic } from '../../core/scenario/diagnostic.ts'
import { useLanguage } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import styles from './Forms.module.css'

/** What is wrong with a field, and how to mend it. */
export function Faults({ faults }: { readonly faults: readonly Diagnostic[] }) {
  const lang = useLanguage()
  return (
    <>
      {faults.map(({ code, message, fix, severity }) => (
        <p
          key={`${code} ${message.en}`}
          className={severity === 'error' ? styles.error : styles.warning}
        >
          <Icon name={severity === 'error' ? 'notice' : 'warn'} />
          <span>
            {message[lang]} {fix[lang]}
          </span>
        </p>
      ))}
    </>
  )
}
