import { useT } from '../../ui/i18n/i18n.ts'
import { usePart } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './Proof.module.css'

/** Beside the tab: how many endings can be reached. */
export function ProofBadge() {
  const t = useT('studio')
  const { findings } = useStudio()
  const endings = usePart(findings, (found) => found.lastWalked?.report.walk?.endings)
  if (!endings) return null
  const reached = endings.filter(({ route }) => route !== null).length
  return (
    <small className={styles.badge}>{t('proof.reached', { reached, all: endings.length })}</small>
  )
}
