import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import styles from './Debrief.module.css'
import type { Unscored } from './load.ts'

/** In place of the score: why there is none, and that everything else is there. */
export function UnscoredPanel({ why }: { why: Unscored }) {
  const t = useT('debrief')
  return (
    <Panel className={styles.unscored} aria-label={t('score.title')}>
      <p className={styles.why}>{t(`unscored.${why}`)}</p>
      <p>{t('unscored.kept')}</p>
    </Panel>
  )
}
