import type { Standing } from '../../core/review/readiness.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './StandingMark.module.css'

const SHAPES: Readonly<Record<Standing, string>> = {
  ready: '●',
  near: '◐',
  'not-yet': '○',
  'too-few': '△',
}

/** Where a trainee stands, by shape, colour and word. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  const t = useT('review')
  return (
    <span className={styles.mark} data-standing={standing}>
      <span aria-hidden="true">{SHAPES[standing]}</span> {t(`standing.${standing}`)}
    </span>
  )
}
