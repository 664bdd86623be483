import { useMemo } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import styles from './Debrief.module.css'

export interface NoticePageProps {
  readonly text: string
  readonly hint?: string
  readonly next?: { readonly label: string; readonly go: () => void }
  readonly onBack: () => void
}

/** There is nothing to debrief, and why. */
export function NoticePage({ text, hint, next, onBack }: NoticePageProps) {
  const t = useT('debrief')
  const back = useMemo(
    (): Action => ({
      id: 'debrief.back',
      label: 'debrief:back',
      keys: ['Escape'],
      perform: onBack,
    }),
    [onBack],
  )
  useActions(useMemo(() => [back], [back]))
  return (
    <AppShell title={t('title')}>
      <div className={styles.nothing}>
        <h1>{text}</h1>
        {hint !== undefined && <p>{hint}</p>}
        <div className={styles.buttons}>
          {next && (
            <Button look="primary" onClick={next.go}>
              {next.label}
            </Button>
          )}
          <ActionButton action={back} />
        </div>
      </div>
    </AppShell>
  )
}
