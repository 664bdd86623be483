import { useMemo } from 'react'
import type { Entry } from '../../core/sim/journal.ts'
import { type Action, useActions } from '../../ui/actions.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { Tag } from '../../ui/kit/Tag.tsx'
import { say } from '../../ui/messages.ts'
import type { PageProps } from '../../ui/services.ts'
import styles from './Debrief.module.css'
import { downloadAttempt } from './download.ts'
import { clock, dateTime } from './format.ts'
import journal from './JournalPage.module.css'
import { entryText } from './journalText.ts'
import type { Loaded, Obstacle } from './load.ts'

export interface JournalPageProps {
  readonly loaded: Extract<Loaded, { kind: 'journal' }>
  readonly services: PageProps['services']
  readonly onBack: () => void
}

/** An attempt that can't be replayed here: why, and its journal as it stands. */
export function JournalPage({ loaded, services, onBack }: JournalPageProps) {
  const t = useT('debrief')
  const lang = useLanguage()
  const { stored, scenario, texts, taxonomy, obstacle } = loaded
  const { header } = stored
  const title = scenario?.title[lang] ?? header.scenario.id
  const actions = useMemo((): readonly Action[] => {
    const action = (id: string, label: Action['label'], key: string, perform: () => void) => ({
      id: `debrief.${id}`,
      label,
      keys: [key],
      perform,
    })
    const save = () =>
      downloadAttempt(services.store, header.id, `${title}-${dateTime(header.startedAt)}`).catch(
        (error: unknown) => {
          const why = error instanceof Error ? error.message : String(error)
          say({ kind: 'error', text: t('exportFailed', { why }) })
        },
      )
    return [
      action('print', 'debrief:print', 'P', () => globalThis.print()),
      action('export', 'debrief:export', 'E', () => void save()),
      action('back', 'debrief:back', 'Escape', onBack),
    ]
  }, [services.store, header, title, t, onBack])
  useActions(actions)
  return (
    <AppShell
      title={`${t('title')} · ${title}`}
      start={
        <>
          <Tag>{t('title')}</Tag>
          <h1 className={styles.title}>{title}</h1>
          <span className={styles.label}>{t(`mode.${header.mode}`)}</span>
        </>
      }
      center={
        <>
          <span>
            {header.trainee.name} <span className={styles.label}>{header.trainee.badge}</span>
          </span>
          <span className={styles.label}>{dateTime(header.startedAt)}</span>
        </>
      }
      end={actions.map((action) => <ActionButton key={action.id} action={action} />)}
    >
      <div className={journal.page}>
        <Panel className={journal.why} aria-label={t('title')}>
          <p>{obstacleText(obstacle, header, t)}</p>
          <p className={journal.hint}>{t('unscored.kept')}</p>
          {'detail' in obstacle && (
            <p className={journal.hint}>
              {t('unscored.detail')} <code>{obstacle.detail}</code>
            </p>
          )}
        </Panel>
        <Panel
          className={journal.list}
          title={t('unscored.journal')}
          {...(texts ? { aside: <small>{t('unscored.journalHint')}</small> } : {})}
        >
          <div ref={focusable} className={journal.scroll}>
            <table className={journal.table}>
              <thead>
                <tr>
                  <th scope="col">{t('unscored.entry')}</th>
                  <th scope="col">{t('talk.at')}</th>
                  <th scope="col">{t('unscored.origin')}</th>
                  <th scope="col">{t('unscored.what')}</th>
                </tr>
              </thead>
              <tbody>
                {loaded.journal.map((entry: Entry) => (
                  <tr key={entry.n} data-origin={entry.origin}>
                    <td>{entry.n}</td>
                    <td>{clock(entry.at)}</td>
                    <td>{t(`unscored.origins.${entry.origin}`)}</td>
                    <td>{entryText(entry, { texts, taxonomy, lang, t })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      </div>
    </AppShell>
  )
}

/** Nothing in the list takes the focus, and it must scroll by keyboard too. */
const focusable = (element: HTMLElement | null): void => {
  if (element) element.tabIndex = 0
}

function obstacleText(
  obstacle: Obstacle,
  header: { readonly scenario: { readonly version: number }; readonly engine: number },
  t: ReturnType<typeof useT<'debrief'>>,
): string {
  switch (obstacle.kind) {
    case 'no-scenario':
      return t('unscored.noScenario')
    case 'changed':
      return t('unscored.changed', { old: header.scenario.version, now: obstacle.version })
    case 'engine':
      return t('unscored.engine', { old: header.engine, now: obstacle.here })
    case 'differs':
      return t('unscored.differs', { n: obstacle.n })
  }
}
