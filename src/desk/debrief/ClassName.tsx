import styles from './ClassPanel.module.css'
import type { Names } from './names.ts'

/** A class in little room: what it stands under gives way first. */
export function ClassName({ id, names }: { id: string; names: Names }) {
  const full = names.class(id)
  const own = names.classShort(id)
  const above = full.slice(0, Math.max(0, full.length - own.length))
  return (
    <span className={styles.name} title={full}>
      {above !== '' && <span className={styles.above}>{above}</span>}
      <span className={styles.own}>{own}</span>
    </span>
  )
}
