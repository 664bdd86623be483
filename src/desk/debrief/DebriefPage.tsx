import { useEffect, useMemo, useState } from 'react'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useT } from '../../ui/i18n/i18n.ts'
import { libraryFor } from '../../ui/library/library.ts'
import type { Reviewing } from '../../ui/reviewing.ts'
import type { PageProps } from '../../ui/services.ts'
import { Debrief } from './Debrief.tsx'
import { JournalPage } from './JournalPage.tsx'
import { type Loaded, loadDebrief } from './load.ts'
import { NoticePage } from './NoticePage.tsx'

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly why: string }
  | Loaded

export interface DebriefPageProps extends PageProps {
  /** Somebody else looks at it, with tools of their own. */
  readonly reviewing?: Reviewing
}

/** The debrief of the attempt that the address names. */
export function DebriefPage({ services, navigate, params, reviewing }: DebriefPageProps) {
  const t = useT('debrief')
  const id = params.attemptId ?? ''
  const { store, content } = services
  const library = useMemo(() => libraryFor(content), [content])
  const [state, setState] = useState<State>({ kind: 'opening' })
  const siblings = reviewing?.siblings
  useEffect(() => {
    let gone = false
    loadDebrief(store, library, id, siblings).then(
      (loaded) => !gone && setState(loaded),
      (error: unknown) =>
        !gone &&
        setState({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      gone = true
    }
  }, [store, library, id, siblings])

  const home = () => navigate('/')
  switch (state.kind) {
    case 'opening':
      return (
        <AppShell title={t('title')}>
          <p role="status" data-opening>
            {t('opening')}
          </p>
        </AppShell>
      )
    case 'failed':
      return <NoticePage text={t('storageFailed', { why: state.why })} onBack={home} />
    case 'missing':
      return (
        <NoticePage text={t('unscored.missing')} hint={t('unscored.missingHint')} onBack={home} />
      )
    case 'open':
      return (
        <NoticePage
          text={t('unscored.open')}
          hint={t('unscored.openHint')}
          next={{ label: t('unscored.goOn'), go: () => navigate(`/call/${id}`) }}
          onBack={home}
        />
      )
    case 'journal':
      return <JournalPage loaded={state} services={services} onBack={home} />
    case 'whole':
      return (
        <Debrief
          loaded={state}
          services={services}
          navigate={navigate}
          {...(reviewing ? { reviewing } : {})}
        />
      )
  }
}
