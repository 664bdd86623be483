import { AppShell } from '../ui/app/AppShell.tsx'
import { useT } from '../ui/i18n/i18n.ts'
import type { PageProps } from '../ui/services.ts'

export function CallPage(_props: PageProps) {
  const t = useT('desk')
  return (
    <AppShell title={t('title')}>
      <h1>{t('title')}</h1>
    </AppShell>
  )
}
