import { useT } from '../../ui/i18n/i18n.ts'
import { useReview } from '../book/useBook.ts'
import { callTime } from './format.ts'
import styles from './MomentLink.module.css'

interface MomentLinkProps {
  readonly attempt: string
  /** Simulated ms; missing: that of the journal entry `n`, and without one the attempt as a whole. */
  readonly atMs?: number | null
  readonly n?: number | null
  readonly label?: string
}

/** Where an attempt's page opens at a moment. */
export function momentPath(attempt: string, atMs?: number | null, n?: number | null): string {
  const place = [atMs == null ? [] : [`at=${atMs}`], n == null ? [] : [`n=${n}`]].flat().join('&')
  return `/review/attempt/${attempt}${place && `?${place}`}`
}

/** The way from a figure down to the moment in the call. */
export function MomentLink({ attempt, atMs, n, label }: MomentLinkProps) {
  const t = useT('review')
  const { navigate } = useReview()
  const to = momentPath(attempt, atMs, n)
  const shown = label ?? (atMs == null ? t('cohort.open') : callTime(atMs))
  return (
    <a
      className={styles.link}
      href={to}
      title={t('cohort.toMoment')}
      onClick={(event) => {
        event.stopPropagation()
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        navigate(to)
      }}
    >
      {shown}
    </a>
  )
}
