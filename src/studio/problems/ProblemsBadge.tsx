import { useT } from '../../ui/i18n/i18n.ts'
import { usePart } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './Problems.module.css'

/** Beside the tab: how many problems there are. */
export function ProblemsBadge() {
  const t = useT('studio')
  const { findings } = useStudio()
  const diagnostics = usePart(findings, (found) => found.diagnostics)
  if (diagnostics.length === 0) return null
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const title =
    errors > 0
      ? t('problems.errors', { n: errors })
      : t('problems.warnings', { n: diagnostics.length })
  return (
    <small className={errors > 0 ? styles.many : styles.some} title={title}>
      {diagnostics.length}
    </small>
  )
}
