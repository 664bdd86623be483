import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import type { KeyOf } from '../../ui/i18n/keys.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import type { FileFault } from '../../ui/library/fault.ts'
import styles from './FaultPage.module.css'

export interface FaultPageProps {
  readonly what: KeyOf<'desk'>
  readonly todo: KeyOf<'desk'>
  /** The files' own errors, for whoever wrote them. */
  readonly faults?: readonly FileFault[]
  /** The error's own words. */
  readonly detail?: string
  readonly onHome: () => void
  readonly onRetry?: () => void
}

/** Why this attempt can't be worked here, and what to do. */
export function FaultPage({ what, todo, faults, detail, onHome, onRetry }: FaultPageProps) {
  const t = useT('desk')
  const lang = useLanguage()
  return (
    <AppShell title={t('title')}>
      <Panel className={styles.page} aria-label={t('title')}>
        <h1>{t(what)}</h1>
        <p>{t(todo)}</p>
        {faults && (
          <ul className={styles.faults}>
            {faults.map(({ file, line, column, message, fix }) => (
              <li key={`${file}:${line}:${column}:${message.en}`}>
                <code>
                  {file}:{line}:{column}
                </code>
                <span>{message[lang]}</span>
                {fix && <span className={styles.fix}>{fix[lang]}</span>}
              </li>
            ))}
          </ul>
        )}
        {detail !== undefined && <code className={styles.fix}>{detail}</code>}
        <div className={styles.go}>
          {onRetry && (
            <Button look="primary" onClick={onRetry}>
              {t('errors:retry')}
            </Button>
          )}
          <Button onClick={onHome}>{t('errors:home')}</Button>
        </div>
      </Panel>
    </AppShell>
  )
}
