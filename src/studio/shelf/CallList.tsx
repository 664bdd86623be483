import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Shelf.module.css'
import type { CallThere } from './shelf.ts'

export interface CallListProps {
  readonly calls: readonly CallThere[]
  /** The next version of it. */
  readonly onChange: (call: CallThere) => void
  /** Another call that begins as it. */
  readonly onCopy: (call: CallThere) => void
}

/** The calls that recruits have, to be changed or to begin another one with. */
export function CallList({ calls, onChange, onCopy }: CallListProps) {
  const t = useT('studio')
  const lang = useLanguage()
  return (
    <ul className={styles.calls}>
      {calls.map((call) => (
        <li key={call.id}>
          <button type="button" className={styles.call} onClick={() => onChange(call)}>
            <b>{call.title[lang]}</b>
            <small>
              {call.id}
              {call.version !== null && ` · ${t('shelf.version', { n: call.version })}`}
            </small>
          </button>
          <Button
            look="quiet"
            aria-label={t('shelf.asAnother', { what: call.title[lang] })}
            title={t('shelf.asAnother', { what: call.title[lang] })}
            onClick={() => onCopy(call)}
          >
            {t('shelf.copy')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
