import { useEffect, useMemo, useState } from 'react'
import { useActions } from '../ui/actions.ts'
import { AppShell } from '../ui/app/AppShell.tsx'
import { useT } from '../ui/i18n/i18n.ts'
import { say } from '../ui/messages.ts'
import type { PageProps } from '../ui/services.ts'
import { actionsFor, deskActions } from './call/actions.ts'
import { CallFault } from './call/CallFault.tsx'
import { Desk } from './call/Desk.tsx'
import { DeskContext, type DeskValue } from './call/deskContext.ts'
import { useDeskUi } from './call/deskUi.ts'
import { stepBack } from './runtime/coaching.ts'
import type { RunningCall } from './runtime/startCall.ts'
import { useCall } from './runtime/useCall.ts'

/** One attempt, from its first ring (or from where it was left) to its last entry. */
export function CallPage(props: PageProps) {
  const t = useT('desk')
  const [tries, setTries] = useState(0)
  const attempt = props.params.attemptId ?? ''
  const state = useCall(props, attempt, tries)
  if (state.kind === 'running') return <Running {...props} call={state.call} />
  if (state.kind === 'opening')
    return (
      <AppShell title={t('title')}>
        <p role="status" data-opening>
          {t('opening')}
        </p>
      </AppShell>
    )
  return (
    <CallFault
      state={state}
      onHome={() => props.navigate('/')}
      onRetry={() => setTries((n) => n + 1)}
    />
  )
}

function Running({ services, navigate, call }: PageProps & { readonly call: RunningCall }) {
  const ui = useDeskUi()
  const { api } = ui
  const desk = useMemo<Omit<DeskValue, 'ui'>>(() => {
    const { runner, session } = call
    const perform: DeskValue['perform'] = (command, timeStamp) => {
      api.settle()
      // what is impossible is refused in the journal; the notices over the map word it
      runner.do(command, timeStamp)
    }
    const back = (timeStamp: number) => {
      void stepBack(services.store, runner, timeStamp, services.now()).then(
        (id) => id !== null && navigate(`/call/${id}`),
        (error: unknown) => say({ kind: 'error', text: String(error) }),
      )
    }
    const { at, channel } = session.rolled.scenario
    return {
      runner,
      session,
      header: call.header,
      facts: { at, channel },
      taxonomy: call.taxonomy,
      city: call.city.city,
      sound: call.sound,
      acts: deskActions({
        runner,
        session,
        facts: { at, channel },
        ui: api,
        perform,
        stepBack: back,
      }),
      perform,
    }
  }, [call, api, services, navigate])
  useActions(useMemo(() => actionsFor(desk), [desk]))
  useEffect(() => {
    // the call comes first: its keys must not land in a control of the page before
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }, [])
  const value = useMemo<DeskValue>(() => ({ ...desk, ui }), [desk, ui])
  return (
    <DeskContext value={value}>
      <Desk />
    </DeskContext>
  )
}
