import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import type { FileFault } from '../../ui/library/fault.ts'
import styles from './Preview.module.css'

export interface PreviewNoticeProps {
  readonly what: string
  readonly todo?: string
  readonly faults?: readonly FileFault[]
}

/** Why there is no preview, and what would help. */
export function PreviewNotice({ what, todo, faults }: PreviewNoticeProps) {
  const t = useT('desk')
  const lang = useLanguage()
  return (
    <AppShell title={what}>
      <Panel className={styles.page} aria-label={what} role="alert">
        <h1>{what}</h1>
        {todo !== undefined && <p>{todo}</p>}
        {faults && (
          <ul className={styles.faults}>
            {faults.map(({ line, column, message, fix }) => (
              <li key={`${line}:${column}:${message.en}`}>
                <b>{t('preview.line', { line })}</b>
                <span>{message[lang]}</span>
                {fix && <span className={styles.about}>{fix[lang]}</span>}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </AppShell>
  )
}
