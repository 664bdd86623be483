import { useVersions } from './useVersions.ts'
import styles from './Versions.module.css'

/** How many versions there are. */
export function VersionsBadge() {
  const { kept } = useVersions()
  return kept && kept.length > 0 ? <small className={styles.badge}>{kept.length}</small> : null
}
