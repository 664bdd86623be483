import { lazy, Suspense, useCallback, useRef, useState, useSyncExternalStore } from 'react'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { share } from '../draft/share.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useStudio } from '../studio.ts'
import styles from './Publish.module.css'
import { type Hindrance, hindranceOf } from './publish.ts'
import { usePublished } from './usePublished.ts'

const PublishDialog = lazy(() =>
  import('./PublishDialog.tsx').then((part) => ({ default: part.PublishDialog })),
)

/** What keeps the draft from being published; another one only if something else does. */
function useHindrance(newest: PublishedRow | null): Hindrance | null {
  const { draft, findings, ground } = useStudio()
  const last = useRef<Hindrance | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [draft.subscribe(listener), findings.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [draft, findings],
  )
  return useSyncExternalStore(subscribe, () => {
    last.current = share(last.current, hindranceOf(findings.get(), draft.state, newest, ground.own))
    return last.current
  })
}

/** In the header: what still keeps the draft from the desk, and the button that gives it there. */
export function PublishButton() {
  const t = useT('studio')
  const { draft, tab } = useStudio()
  const name = useDraftPart(draft, ({ info }) => info.name)
  const [open, setOpen] = useState(false)
  const rows = usePublished(name)
  const newest = rows.find(({ withdrawnAt }) => withdrawnAt === null) ?? null
  const hindrance = useHindrance(newest)
  return (
    <>
      {hindrance?.kind === 'errors' && (
        <button type="button" className={styles.why} onClick={() => tab.set('problems')}>
          <Icon name="notice" /> {t('publish.errors', { count: hindrance.count })}
        </button>
      )}
      {hindrance?.kind === 'same' && newest && (
        <span className={styles.same}>
          <Icon name="check" /> {t('publish.same', { n: newest.version })}
        </span>
      )}
      <Button
        data-place="publish"
        look={hindrance === null ? 'primary' : 'plain'}
        onClick={() => setOpen(true)}
      >
        {t('publish.publish')}
      </Button>
      {open && (
        <Suspense>
          <PublishDialog rows={rows} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
