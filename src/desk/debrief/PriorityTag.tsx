import styles from './PriorityTag.module.css'

/** L1 is the only one that is red. */
export function PriorityTag({ priority }: { priority: string }) {
  return (
    <span className={[styles.tag, priority === 'L1' && styles.grave].filter(Boolean).join(' ')}>
      {priority}
    </span>
  )
}
