import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Data.module.css'

/** What the whole store's files came to, in attempts. */
export interface Out {
  readonly files: number
  readonly attempts: number
  /** Of them in files of their own. */
  readonly damaged: number
  /** Here by name, but their text is gone or in pieces. */
  readonly missing: number
  readonly demo: number
}

/** What went out, and what didn't and why. */
export function OutReport({ out }: { readonly out: Out }) {
  const t = useT('review')
  const { files, attempts, damaged, missing, demo } = out
  return (
    <div className={styles.report} role="status">
      <p>{t('data.out', { files, attempts })}</p>
      {damaged > 0 && <p>{t('data.outDamaged', { n: damaged })}</p>}
      {missing > 0 && <p>{t('data.outMissing', { n: missing })}</p>}
      {demo > 0 && <p>{t('data.outDemo', { n: demo })}</p>}
    </div>
  )
}
