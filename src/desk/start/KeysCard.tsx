import { useT } from '../../ui/i18n/i18n.ts'
import { Kbd } from '../../ui/kit/Kbd.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import styles from './Cards.module.css'
import { FIRST_KEYS, MORE_KEYS } from './deskKeys.ts'

/** The keys that a call is worked with, to learn before it rings. */
export function KeysCard() {
  const t = useT('start')
  return (
    <Panel title={t('keys.title')}>
      <KeyList keys={FIRST_KEYS} />
      <div className={styles.tall}>
        <KeyList keys={MORE_KEYS} />
      </div>
    </Panel>
  )
}

type Listed = (typeof FIRST_KEYS)[number] | (typeof MORE_KEYS)[number]

function KeyList({ keys }: { readonly keys: readonly Listed[] }) {
  const t = useT('start')
  return (
    <ul className={styles.keys}>
      {keys.map(({ id, keys: caps }) => (
        <li key={id}>
          <span>
            {caps.length > 2 ? (
              <kbd className={styles.range}>
                {caps[0]}–{caps[caps.length - 1]}
              </kbd>
            ) : (
              <Kbd keys={caps[0]} />
            )}
          </span>
          {t(`keys.${id}`)}
        </li>
      ))}
    </ul>
  )
}
