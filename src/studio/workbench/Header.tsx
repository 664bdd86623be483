import { useEffect, useState } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useDraftPart } from '../draft/useDraft.ts'
import { PublishButton } from '../publish/PublishButton.tsx'
import { useStudio } from '../studio.ts'
import styles from './Header.module.css'
import type { WorkbenchActions } from './useWorkbenchActions.ts'

/** Left in the header: which draft this is, and whether it is safe. */
export function HeaderStart({ actions }: { readonly actions: WorkbenchActions }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { draft, navigate } = useStudio()
  const title = useDraftPart(draft, ({ info }) => info.title)
  return (
    <>
      <Button className={styles.room} onClick={() => navigate('/studio')} title={t('backToShelf')}>
        {t('studio')}
      </Button>
      <h1 className={styles.title}>{title[lang] || t('untitled')}</h1>
      <DraftName />
      <SavedMark />
      <span className={styles.turns}>
        <ActionButton action={actions.undo} look="quiet" square bare>
          <Icon name="undo" size={16} />
        </ActionButton>
        <ActionButton action={actions.redo} look="quiet" square bare>
          <Icon name="redo" size={16} />
        </ActionButton>
      </span>
    </>
  )
}

/** Drawn by itself: its number grows with each letter. */
function DraftName() {
  const t = useT('studio')
  const { draft } = useStudio()
  const name = useDraftPart(draft, ({ info }) => info.name)
  const n = useDraftPart(draft, ({ info }) => info.changes)
  return (
    <span className={styles.name}>
      {name} · {t('draftNumber', { n })}
    </span>
  )
}

/** Right in the header: what comes next. */
export function HeaderEnd({ actions }: { readonly actions: WorkbenchActions }) {
  return (
    <>
      <ActionButton action={actions.play} />
      <PublishButton />
    </>
  )
}

/** How often 'saved … ago' is told anew, ms. */
const AGE_MS = 5000

function SavedMark() {
  const t = useT('studio')
  const { draft, services } = useStudio()
  const saving = useDraftPart(draft, (state) => state.saving)
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), AGE_MS)
    return () => clearInterval(timer)
  }, [])
  if (saving.state === 'failed')
    return (
      <span className={styles.unsaved} role="alert">
        <Icon name="warn" /> {t('saveFailed')}
      </span>
    )
  if (saving.state === 'saving') return <span className={styles.saved}>{t('saving')}</span>
  const seconds = Math.max(0, Math.floor((services.now() - saving.at) / 1000))
  const ago =
    seconds < 60
      ? t('seconds', { n: seconds })
      : seconds < 3600
        ? t('minutes', { n: Math.floor(seconds / 60) })
        : t('hours', { n: Math.floor(seconds / 3600) })
  return (
    <span className={styles.saved}>
      <span className={styles.tick}>
        <Icon name="check" />
      </span>
      {t('saved')} · {t('savedAgo', { ago })}
    </span>
  )
}
