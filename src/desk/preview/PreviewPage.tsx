import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Mode } from '../../core/sim/attempt.ts'
import { AppShell, ShellMark } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { say } from '../../ui/messages.ts'
import type { PageProps } from '../../ui/services.ts'
import { CallPage } from '../CallPage.tsx'
import { DebriefPage } from '../debrief/DebriefPage.tsx'
import { newHeader } from '../runtime/newAttempt.ts'
import { type OpenedPreview, openPreview, type Preview } from './openPreview.ts'
import styles from './Preview.module.css'
import { PreviewNotice } from './PreviewNotice.tsx'
import { PreviewStart } from './PreviewStart.tsx'

type State =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly why: string }
  | OpenedPreview

/** `/preview/:draftId`: the desk with a draft of the studio, as a recruit would meet it; nothing of it is kept. */
export function PreviewPage({ services, navigate, params }: PageProps) {
  const t = useT('desk')
  const draft = params.draftId ?? ''
  const [state, setState] = useState<State>({ kind: 'opening' })
  useEffect(() => {
    let current = true
    openPreview(services, draft).then(
      (opened) => current && setState(opened),
      (error: unknown) =>
        current &&
        setState({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    )
    return () => {
      current = false
    }
  }, [services, draft])
  const toStudio = useCallback(() => navigate(`/studio/${draft}`), [navigate, draft])
  const mark = useMemo(
    () => (
      <span className={styles.mark}>
        <b>{t('preview.mark')}</b>
        <Button onClick={toStudio}>{t('preview.back')}</Button>
      </span>
    ),
    [t, toStudio],
  )
  return (
    <ShellMark value={mark}>
      <Shown state={state} navigate={navigate} />
    </ShellMark>
  )
}

function Shown({ state, navigate }: { readonly state: State } & Pick<PageProps, 'navigate'>) {
  const t = useT('desk')
  switch (state.kind) {
    case 'open':
      return <Previewing preview={state.preview} navigate={navigate} />
    case 'missing':
      return <PreviewNotice what={t('preview.missing')} todo={t('preview.missingTodo')} />
    case 'broken':
      return (
        <PreviewNotice
          what={t('preview.broken')}
          todo={t('preview.brokenTodo')}
          faults={state.faults}
        />
      )
    case 'failed':
      return <PreviewNotice what={t('preview.failed', { why: state.why })} />
    case 'opening':
      return (
        <AppShell title={t('title')}>
          <p role="status" data-opening>
            {t('preview.opening')}
          </p>
        </AppShell>
      )
  }
}

/** Where the preview has come to; its pages think they stand at addresses of their own. */
type At =
  | { readonly page: 'start' }
  | { readonly page: 'call' | 'debrief'; readonly attemptId: string }

function Previewing({
  preview,
  navigate,
}: { readonly preview: Preview } & Pick<PageProps, 'navigate'>) {
  const t = useT('desk')
  const lang = useLanguage()
  const { scenario, hash, services } = preview
  const [at, setAt] = useState<At>({ page: 'start' })
  const [tried, setTried] = useState(0)
  const go = useCallback(
    (to: string) => {
      const [, page, attemptId] = /^\/(call|debrief)\/([^/]+)$/.exec(to) ?? []
      if (attemptId !== undefined && (page === 'call' || page === 'debrief'))
        setAt({ page, attemptId })
      else if (to === '/') setAt({ page: 'start' })
      else navigate(to)
    },
    [navigate],
  )
  const begin = async (mode: Mode) => {
    const header = newHeader({
      id: services.store.newId(),
      scenario: { id: scenario.id, version: scenario.version, hash },
      mode,
      lang,
      trainee: { id: 'preview', name: t('preview.who'), badge: '—' },
      now: services.now(),
    })
    try {
      await services.store.create(header)
    } catch (error) {
      say({ kind: 'error', text: error instanceof Error ? error.message : String(error) })
      return
    }
    setTried(tried + 1)
    setAt({ page: 'call', attemptId: header.id })
  }
  if (at.page === 'start')
    return (
      <PreviewStart
        title={scenario.title}
        summary={scenario.summary}
        isAgain={tried > 0}
        onBegin={(mode) => void begin(mode)}
      />
    )
  const Page = at.page === 'call' ? CallPage : DebriefPage
  return (
    <Page
      key={`${at.page} ${at.attemptId}`}
      services={services}
      navigate={go}
      params={{ attemptId: at.attemptId }}
    />
  )
}
