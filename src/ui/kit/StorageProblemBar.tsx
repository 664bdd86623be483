import { useEffect, useState } from 'react'
import type { LocalStore, StorageProblem } from '../../storage/ports.ts'
import { download } from '../download.ts'
import { useT } from '../i18n/i18n.ts'
import type { KeyOf } from '../i18n/keys.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import styles from './StorageProblemBar.module.css'

type Store = Pick<LocalStore, 'state' | 'onState' | 'onProblem' | 'retry' | 'exportWaiting'>

/** The texts of a problem, under `storage` in the errors namespace. */
const TEXTS = {
  'private-mode': 'privateMode',
  'blocked-upgrade': 'blockedUpgrade',
  'second-tab': 'secondTab',
  full: 'full',
  closed: 'closed',
  unknown: 'unknown',
} as const satisfies Record<StorageProblem['kind'], string>

/** Problems that trying again can mend. */
const RETRIED: ReadonlySet<StorageProblem['kind']> = new Set([
  'blocked-upgrade',
  'full',
  'closed',
  'unknown',
])

/** What stands now: the store's standing problem, else one that it reported and that the user has not closed. */
function useProblem(store: Store) {
  const [state, setState] = useState(() => store.state())
  const [reported, setReported] = useState<StorageProblem | null>(null)
  useEffect(() => {
    setState(store.state())
    const stops = [
      store.onState(setState),
      store.onProblem((problem) => {
        if (problem.kind === 'second-tab') setReported(problem)
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [store])
  return {
    problem: state.problem ?? reported,
    waiting: state.waiting,
    close: state.problem === null ? () => setReported(null) : null,
  }
}

export interface StorageProblemBarProps {
  /** Floats over a page that has no place for it. */
  readonly over?: boolean
  readonly store: Store
  /** Called after a retry that worked. */
  readonly onMended?: () => void
}

/** One line that says what is wrong with the storage, what becomes of the record, and what to do. Nothing when all is well. */
export function StorageProblemBar({ store, onMended, over }: StorageProblemBarProps) {
  const t = useT('errors')
  const { problem, waiting, close } = useProblem(store)
  const [busy, setBusy] = useState(false)
  if (problem === null) return null
  const name = TEXTS[problem.kind]
  const retry = () => {
    setBusy(true)
    void store
      .retry()
      .then((mended) => mended && onMended?.())
      .finally(() => setBusy(false))
  }
  const save = () => {
    void store.exportWaiting().then((text) => {
      if (text !== null) download('first-ring-unsaved.json', text)
    })
  }
  return (
    <div className={over ? `${styles.bar} ${styles.over}` : styles.bar} role="alert">
      <span className={styles.icon}>
        <Icon name="warn" size={16} />
      </span>
      <p className={styles.words}>
        <strong>{t(`storage.${name}.what` satisfies KeyOf<'errors'>)}</strong>{' '}
        <span className={styles.todo}>{t(`storage.${name}.todo` satisfies KeyOf<'errors'>)}</span>
        {waiting > 0 && (
          <span className={styles.waiting}>{t('storage.waiting', { count: waiting })}</span>
        )}
      </p>
      {waiting > 0 && (
        <Button onClick={save}>
          <Icon name="export" />
          {t('storage.save')}
        </Button>
      )}
      {RETRIED.has(problem.kind) && (
        <Button onClick={retry} disabled={busy}>
          <Icon name="retry" />
          {t('storage.retry')}
        </Button>
      )}
      {close && (
        <Button look="quiet" square aria-label={t('storage.close')} onClick={close}>
          <Icon name="close" />
        </Button>
      )}
    </div>
  )
}
