import { catalogue as shipped } from 'virtual:catalogue'
import { type ReactNode, useEffect, useState } from 'react'
import type { Trainee } from '../../storage/ports.ts'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { language, t as text, useT } from '../../ui/i18n/i18n.ts'
import { StorageProblemBar } from '../../ui/kit/StorageProblemBar.tsx'
import { say } from '../../ui/messages.ts'
import { seat } from '../../ui/seat.ts'
import type { PageProps } from '../../ui/services.ts'
import { Board } from './Board.tsx'
import { Clock } from './Clock.tsx'
import type { Catalogue } from './catalogue.ts'
import { enrol, type ProfileFields } from './profile.ts'
import styles from './StartPage.module.css'
import { useCatalogue } from './useCatalogue.ts'
import { type Loaded, useStart } from './useStart.ts'
import { Welcome } from './Welcome.tsx'

/** Who trains, how, and which call: one key starts what should be practised next. */
export function StartPage({ services, navigate }: PageProps) {
  const t = useT('start')
  const catalogue = useCatalogue(services, shipped)
  const { state, reload, pick } = useStart(services, shipped)
  const [place, setPlace] = useState(seat)
  const loaded = state.kind === 'ready' ? state.loaded : null
  useTellClosed(loaded, catalogue, navigate)

  const onEnrol = async (fields: ProfileFields) => {
    try {
      await enrol(services.store, loaded?.trainees ?? [], fields, services.now())
      await reload()
    } catch (error) {
      say({ kind: 'error', text: text('start:people.failed', { detail: messageOf(error) }) })
    }
  }
  const shell = (children: ReactNode, footer?: ReactNode) => (
    <AppShell
      title={t('title')}
      start={<span className={styles.label}>{t('seat', { seat: place })}</span>}
      center={<Clock now={services.now} />}
      footer={footer ?? <span className={styles.local}>{t('local')}</span>}
    >
      <div className={styles.page}>
        <div className={styles.bars}>
          <StorageProblemBar store={services.store} onMended={() => void reload()} />
        </div>
        {children}
      </div>
    </AppShell>
  )
  if (state.kind === 'loading') return shell(<p data-opening className={styles.opening} />)
  if (state.kind === 'failed') return shell(<p className={styles.failed}>{t('failed')}</p>)
  const { trainee, trainees } = state.loaded
  if (trainee === null)
    return shell(<Welcome trainees={trainees} onEnrol={onEnrol} onPick={pick} />)
  return (
    <Board
      key={trainee.id}
      services={services}
      catalogue={catalogue}
      loaded={state.loaded}
      trainee={trainee}
      navigate={navigate}
      reload={reload}
      onPick={(one: Trainee) => pick(one)}
      onEnrol={onEnrol}
      onSeat={() => setPlace(seat())}
      shell={shell}
    />
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Says what became of the calls that a killed tab left and that can't go on. */
function useTellClosed(
  loaded: Loaded | null,
  { scenarios }: Catalogue,
  navigate: (to: string) => void,
): void {
  useEffect(() => {
    for (const { header, status } of loaded?.open.closed ?? []) {
      const known = scenarios.find(({ id }) => id === header.scenario.id)
      const { id, mode } = header
      const finished = status === 'finished'
      say({
        kind: 'info',
        sticky: true,
        text: text(finished ? 'start:resume.wasOver' : 'start:resume.cantGoOn', {
          title:
            mode === 'exam'
              ? text('start:mode.exam')
              : (known?.title[language()] ?? header.scenario.id),
        }),
        action: {
          label: text('start:act.debriefShort'),
          perform: () => navigate(`/debrief/${id}`),
        },
      })
    }
  }, [loaded, scenarios, navigate])
}
