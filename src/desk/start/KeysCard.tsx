import { useT } from '../../ui/i18n/i18n.ts'
import { Kbd } from '../../ui/kit/Kbd.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import styles from './Cards.module.css'
import { DESK_KEYS } from './deskKeys.ts'

/** The keys that a call is worked with, to learn before it rings. */
export function KeysCard() {
  const t = useT('start')
  return (
    <Panel title={t('keys.title')}>
      <ul className={styles.keys}>
        {DESK_KEYS.map(({ id, keys }) => (
          <li key={id}>
            <span>
              {keys.length > 2 ? (
                <kbd className={styles.range}>
                  {keys[0]}–{keys[keys.length - 1]}
                </kbd>
              ) : (
                <Kbd keys={keys[0] ?? ''} />
              )}
            </span>
            {t(`keys.${id}`)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
