import { lazy, Suspense, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useDraftState } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './Publish.module.css'
import { hindranceOf } from './publish.ts'
import { usePublished } from './usePublished.ts'

const PublishDialog = lazy(() =>
  import('./PublishDialog.tsx').then((part) => ({ default: part.PublishDialog })),
)

/** In the header: what still keeps the draft from the desk, and the button that gives it there. */
export function PublishButton() {
  const t = useT('studio')
  const { draft, findings, tab } = useStudio()
  const state = useDraftState(draft)
  const found = useValue(findings)
  const [open, setOpen] = useState(false)
  const rows = usePublished(state.info.name)
  const newest = rows.find(({ withdrawnAt }) => withdrawnAt === null) ?? null
  const hindrance = hindranceOf(found, state, newest)
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
        look={hindrance === null ? 'primary' : 'plain'}
        disabled={hindrance?.kind === 'errors'}
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
