import { useT } from '../../ui/i18n/i18n.ts'
import type { ItemFlag } from '../figures/items.ts'
import styles from './Scenario.module.css'

/** What an item is named for; nothing for a sound one. */
export function Flags({ flags }: { readonly flags: readonly ItemFlag[] }) {
  const t = useT('review')
  return (
    <>
      {flags.map((flag) => (
        <span key={flag} className={styles.flag} title={t(`scenario.flagAbout.${flag}`)}>
          ⚑ {t(`scenario.flag.${flag}`)}
        </span>
      ))}
    </>
  )
}
