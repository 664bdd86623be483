import { type ComponentType, Suspense, useMemo, useState } from 'react'
import { loadNamespaces, useT } from '../i18n/i18n.ts'
import { MessageBar } from '../kit/MessageBar.tsx'
import { StorageProblemBar } from '../kit/StorageProblemBar.tsx'
import type { PageProps, Services } from '../services.ts'
import { AppShell } from './AppShell.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ErrorPage } from './ErrorPage.tsx'
import { later } from './later.tsx'
import { navigate, usePath } from './location.ts'
import { matchPath, type Route } from './routes.ts'

export interface AppProps {
  readonly routes: readonly Route[]
  readonly services: Services
}

/** A room's code and texts, read when it is first shown. */
function roomOf(route: Route): ComponentType<PageProps> {
  return later(
    async () => {
      const [room] = await Promise.all([route.load(), loadNamespaces(route.texts)])
      return room
    },
    <Opening />,
  )
}

function Opening() {
  const t = useT('common')
  return (
    <AppShell title={t('loading')}>
      <p role="status" data-opening>
        {t('loading')}
      </p>
    </AppShell>
  )
}

/** Shows the room that the address names. */
export function App({ routes, services }: AppProps) {
  const path = usePath()
  const [tries, setTries] = useState(0)
  // A room that could not be read stays so: each retry makes new ones.
  const rooms = useMemo(
    () => (tries >= 0 ? new Map(routes.map((route) => [route, roomOf(route)])) : new Map()),
    [routes, tries],
  )
  const home = () => navigate('/')
  let page = <ErrorPage fault="notFound" where={path} onHome={home} />
  for (const route of routes) {
    const params = matchPath(route.path, path)
    const Room = params && rooms.get(route)
    if (!Room) continue
    page = (
      <Suspense fallback={<Opening />}>
        {/* The key: another attempt is another desk, never the old one's state. */}
        <Room key={path} services={services} navigate={navigate} params={params} />
      </Suspense>
    )
    break
  }
  return (
    <>
      {/* The start page gives it a place of its own. */}
      {path !== '/' && <StorageProblemBar store={services.store} over />}
      <ErrorBoundary where={path} onHome={home} onRetry={() => setTries((n) => n + 1)}>
        {page}
      </ErrorBoundary>
      <MessageBar />
    </>
  )
}
