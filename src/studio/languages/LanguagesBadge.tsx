import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Languages.module.css'
import { useTexts } from './texts.ts'

/** Beside the tab: how many texts want a translator. */
export function LanguagesBadge() {
  const t = useT('studio')
  const { counts } = useTexts()
  const left = counts.missing + counts.changed
  return left === 0 ? null : (
    <small className={styles.badge}>{t('languages.left', { n: left })}</small>
  )
}
