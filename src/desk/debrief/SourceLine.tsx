import { type Origin, originLine } from '../../core/taxonomy/source.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Popups.module.css'
import { useDebrief } from './useDebrief.ts'

/** Where figures of the rubric come from, each source once, and that local rules come first. */
export function SourceLine({ entries }: { entries: readonly Origin[] }) {
  const t = useT('debrief')
  const { ground, lang } = useDebrief()
  const source = [...new Set(entries.flatMap((entry) => entry.source))]
  const basis = entries.find((entry) => entry.basis !== 'own')?.basis ?? 'own'
  return (
    <p className={styles.source}>
      <b>{t('times.source')}</b> {originLine(ground.rubric, { basis, source }, lang)}
    </p>
  )
}
