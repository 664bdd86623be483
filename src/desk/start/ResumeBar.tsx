import { type ReactNode, useState } from 'react'
import type { FoundOpen, StoredAttempt } from '../../storage/ports.ts'
import type { Action } from '../../ui/actions.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { Catalogue } from './catalogue.ts'
import { clockTime } from './days.ts'
import styles from './ResumeBar.module.css'
import { dayWords } from './when.ts'

export interface ResumeBarProps {
  readonly open: FoundOpen
  readonly catalogue: Catalogue
  readonly now: number
  /** Takes up the newest. */
  readonly resume: Action
  readonly onResume: (attempt: string) => void
  readonly onGiveUp: (attempt: string) => Promise<void>
}

/** Calls that a killed tab left behind: go on, or say that they were interrupted. */
export function ResumeBar({ open, resume, onResume, onGiveUp, ...rest }: ResumeBarProps) {
  const t = useT('start')
  return (
    <>
      {open.resumable.map((attempt, index) => (
        <Line key={attempt.header.id} attempt={attempt} {...rest} onGiveUp={onGiveUp}>
          {index === 0 ? (
            <ActionButton action={resume} look="primary" />
          ) : (
            <Button onClick={() => onResume(attempt.header.id)}>{t('resume.go')}</Button>
          )}
        </Line>
      ))}
      {open.elsewhere.map((attempt) => (
        <Line key={attempt.header.id} attempt={attempt} {...rest} isElsewhere />
      ))}
    </>
  )
}

interface LineProps extends Pick<ResumeBarProps, 'catalogue' | 'now'> {
  readonly attempt: StoredAttempt
  readonly isElsewhere?: boolean
  readonly onGiveUp?: (attempt: string) => Promise<void>
  readonly children?: ReactNode
}

function Line({ attempt, catalogue, now, isElsewhere, onGiveUp, children }: LineProps) {
  const t = useT('start')
  const lang = useLanguage()
  const [asking, ask] = useState(false)
  const [busy, setBusy] = useState(false)
  const { id, scenario, mode, startedAt } = attempt.header
  const known = catalogue.scenarios.find((one) => one.id === scenario.id)
  // an exam stays sealed until it is over
  const title = mode === 'exam' ? t('list.sealed') : (known?.title[lang] ?? scenario.id)
  const when = `${dayWords(t, startedAt, now)} ${clockTime(startedAt)}`
  return (
    <div className={styles.bar}>
      <span className={styles.icon}>
        <Icon name="phone" size={16} />
      </span>
      <p className={styles.words}>
        <strong>{t(isElsewhere ? 'resume.elsewhere' : 'resume.cut', { title })}</strong>{' '}
        <span>{asking ? t('resume.sure') : `${t(`mode.${mode}`)} · ${when}`}</span>
      </p>
      {asking && onGiveUp ? (
        <>
          <Button
            disabled={busy}
            onClick={() => {
              setBusy(true)
              void onGiveUp(id).finally(() => setBusy(false))
            }}
          >
            {t('resume.yes')}
          </Button>
          <Button look="quiet" onClick={() => ask(false)}>
            {t('resume.no')}
          </Button>
        </>
      ) : (
        <>
          {children}
          {onGiveUp && <Button onClick={() => ask(true)}>{t('resume.giveUp')}</Button>}
        </>
      )}
    </div>
  )
}
