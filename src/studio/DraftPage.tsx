import { AppShell } from '../ui/app/AppShell.tsx'
import { useT } from '../ui/i18n/i18n.ts'
import type { PageProps } from '../ui/services.ts'
import { Notice } from './Notice.tsx'
import { StudioContext } from './studio.ts'
import { useOpenDraft } from './useOpenDraft.ts'
import { Workbench } from './workbench/Workbench.tsx'
import { WorkroomContext } from './workroom.ts'

/** `/studio/:draftId`: one draft on the workbench. */
export function DraftPage(props: PageProps) {
  const t = useT('studio')
  const { state, retry } = useOpenDraft(props, props.params.draftId ?? '')
  const shelf = () => props.navigate('/studio')
  switch (state.kind) {
    case 'open':
      return (
        <StudioContext value={state.studio}>
          <WorkroomContext value={state.studio}>
            <Workbench />
          </WorkroomContext>
        </StudioContext>
      )
    case 'missing':
      return <Notice title={t('missingTitle')} text={t('missingText')} onShelf={shelf} />
    case 'busy':
      return <Notice title={t('busyTitle')} text={t('busyText')} onShelf={shelf} onRetry={retry} />
    case 'failed':
      return (
        <Notice
          title={t('failedTitle')}
          text={t('failedText', { why: state.why })}
          onShelf={shelf}
          onRetry={retry}
        />
      )
    case 'opening':
      return (
        <AppShell title={t('title')} theme="day">
          <p role="status" data-opening>
            {t('opening')}
          </p>
        </AppShell>
      )
  }
}
