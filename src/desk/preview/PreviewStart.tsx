import { useMemo, useState } from 'react'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Mode } from '../../core/sim/attempt.ts'
import { type Action, useActions } from '../../ui/actions.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import styles from './Preview.module.css'

export interface PreviewStartProps {
  readonly title: Text
  readonly summary: Text
  /** Was it tried already? */
  readonly isAgain: boolean
  readonly onBegin: (mode: Mode) => void
}

/** Before the phone rings: what is tried, and in which mode. */
export function PreviewStart({ title, summary, isAgain, onBegin }: PreviewStartProps) {
  const t = useT('desk')
  const lang = useLanguage()
  const [mode, setMode] = useState<Mode>('practice')
  const begin = useMemo<Action>(
    () => ({
      id: 'preview.begin',
      label: isAgain ? 'desk:preview.again' : 'desk:preview.start',
      keys: ['Enter'],
      perform: () => onBegin(mode),
    }),
    [isAgain, mode, onBegin],
  )
  useActions(useMemo(() => [begin], [begin]))
  return (
    <AppShell title={t('preview.title', { title: title[lang] })}>
      <Panel className={styles.page} aria-label={t('preview.title', { title: title[lang] })}>
        <h1>{t('preview.title', { title: title[lang] })}</h1>
        <p>{summary[lang]}</p>
        <p className={styles.about}>{t('preview.about')}</p>
        <Segmented<Mode>
          label={t('preview.mode')}
          value={mode}
          onChange={setMode}
          options={[
            { value: 'coaching', label: t('mode.coaching') },
            { value: 'practice', label: t('mode.practice') },
            { value: 'exam', label: t('mode.exam') },
          ]}
        />
        <div className={styles.go}>
          <ActionButton action={begin} look="primary" />
        </div>
      </Panel>
    </AppShell>
  )
}
