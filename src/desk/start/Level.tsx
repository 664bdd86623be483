import { useT } from '../../ui/i18n/i18n.ts'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import styles from './Level.module.css'

/** How hard a call is: three bars and the figure. */
export function Level({ level }: { readonly level: 1 | 2 | 3 }) {
  const t = useT('start')
  return (
    <span className={styles.level}>
      {[1, 2, 3].map((step) => (
        <i key={step} className={step <= level ? styles.full : undefined} />
      ))}
      <em aria-hidden="true">{level}</em>
      <VisuallyHidden>{t('levelOf', { level })}</VisuallyHidden>
    </span>
  )
}
