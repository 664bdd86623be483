import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import { TurnButtons } from '../draft/turns.tsx'
import { useDraftPart } from '../draft/useDraft.ts'
import { GuideButton } from '../guide/GuideButton.tsx'
import { KeepingMark } from '../keeping/KeepingMark.tsx'
import { PublishButton } from '../publish/PublishButton.tsx'
import { useStudio } from '../studio.ts'
import styles from './Header.module.css'
import type { WorkbenchActions } from './useWorkbenchActions.ts'

/** Left in the header: which draft this is, and whether it is safe. */
export function HeaderStart({ actions }: { readonly actions: WorkbenchActions }) {
  const t = useT('studio')
  const lang = useLanguage()
  const { draft, navigate } = useStudio()
  const title = useDraftPart(draft, ({ info }) => info.title)[lang] || t('untitled')
  return (
    <>
      <Button className={styles.room} onClick={() => navigate('/studio')} title={t('backToShelf')}>
        {t('studio')}
      </Button>
      <h1 className={styles.title} title={title}>
        {title}
      </h1>
      <DraftName />
      <KeepingMark />
      <TurnButtons undo={actions.undo} redo={actions.redo} />
    </>
  )
}

/** Drawn by itself: its number grows with each letter. */
function DraftName() {
  const t = useT('studio')
  const { draft } = useStudio()
  const name = useDraftPart(draft, ({ info }) => info.name)
  const n = useDraftPart(draft, ({ info }) => info.changes)
  const words = `${name} · ${t('draftNumber', { n })}`
  // a long title leaves it little room
  return (
    <span className={styles.name} title={words}>
      {words}
    </span>
  )
}

/** Right in the header: what comes next. */
export function HeaderEnd({ actions }: { readonly actions: WorkbenchActions }) {
  return (
    <>
      <ActionButton action={actions.play} data-place="play-from" />
      <PublishButton />
      <GuideButton bare />
    </>
  )
}
