/** Composition root: the only file that knows every part. */
import './ui/theme/tokens.css'
import './ui/theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createReviewStore } from './storage/dexie/reviewStore.ts'
import { createDexieStore } from './storage/dexie/store.ts'
import { createStudioStores } from './storage/dexie/studioStores.ts'
import { createMemoryStore } from './storage/memory.ts'
import { App } from './ui/app/App.tsx'
import { contentFrom } from './ui/app/content.ts'
import type { Route } from './ui/app/routes.ts'
import { withPublished } from './ui/library/published.ts'
import { registerServiceWorker } from './ui/pwa/register.ts'
import type { Services } from './ui/services.ts'

const routes: readonly Route[] = [
  {
    path: '/',
    texts: ['start', 'sound'],
    load: () => import('./desk/start/StartPage.tsx').then((room) => room.StartPage),
  },
  {
    path: '/call/:attemptId',
    texts: ['desk'],
    load: () => import('./desk/CallPage.tsx').then((room) => room.CallPage),
  },
  {
    path: '/debrief/:attemptId',
    texts: ['debrief', 'desk'],
    // the debrief is the desk's, what was said of it the review's: only here do the two rooms meet
    load: async () => {
      const [{ ownPage }, { DebriefPage }] = await Promise.all([
        import('./review/attempt/OwnPage.tsx'),
        import('./desk/debrief/DebriefPage.tsx'),
      ])
      return ownPage(DebriefPage)
    },
  },
  {
    path: '/preview/:draftId',
    texts: ['desk', 'debrief'],
    load: () => import('./desk/preview/PreviewPage.tsx').then((room) => room.PreviewPage),
  },
  {
    path: '/studio',
    texts: ['studio'],
    load: () => import('./studio/shelf/ShelfPage.tsx').then((room) => room.ShelfPage),
  },
  {
    path: '/studio/cities',
    texts: ['studio'],
    load: () => import('./studio/cities/CitiesPage.tsx').then((room) => room.CitiesPage),
  },
  {
    path: '/studio/cities/:cityId',
    texts: ['studio'],
    load: () => import('./studio/cities/CityPage.tsx').then((room) => room.CityPage),
  },
  {
    path: '/studio/:draftId',
    texts: ['studio'],
    load: () => import('./studio/DraftPage.tsx').then((room) => room.DraftPage),
  },
  {
    path: '/review',
    texts: ['review'],
    load: () => import('./review/cohort/CohortPage.tsx').then((room) => room.CohortPage),
  },
  {
    path: '/review/trainees',
    texts: ['review'],
    load: () => import('./review/trainee/TraineePage.tsx').then((room) => room.TraineesPage),
  },
  {
    path: '/review/trainee/:traineeId',
    texts: ['review'],
    load: () => import('./review/trainee/TraineePage.tsx').then((room) => room.TraineePage),
  },
  {
    path: '/review/attempts',
    texts: ['review'],
    load: () => import('./review/attempt/AttemptsPage.tsx').then((room) => room.AttemptsPage),
  },
  {
    path: '/review/attempt/:attemptId',
    texts: ['review', 'debrief', 'desk'],
    load: async () => {
      const [{ attemptPage }, { DebriefPage }] = await Promise.all([
        import('./review/attempt/AttemptPage.tsx'),
        import('./desk/debrief/DebriefPage.tsx'),
      ])
      return attemptPage(DebriefPage)
    },
  },
  {
    path: '/review/scenarios',
    texts: ['review'],
    load: () => import('./review/scenario/ScenariosPage.tsx').then((room) => room.ScenariosPage),
  },
  {
    path: '/review/scenario/:scenarioId',
    texts: ['review'],
    load: () => import('./review/scenario/ScenarioPage.tsx').then((room) => room.ScenarioPage),
  },
  {
    path: '/review/quality',
    texts: ['review'],
    load: () => import('./review/quality/QualityPage.tsx').then((room) => room.QualityPage),
  },
  {
    path: '/review/data',
    texts: ['review'],
    load: () => import('./review/data/DataPage.tsx').then((room) => room.DataPage),
  },
]

const shipped = contentFrom(
  import.meta.glob<string>(['../scenarios/**/*.{yaml,geojson}', '../scenarios/cities/**/*.json'], {
    query: '?raw',
    import: 'default',
  }),
  import.meta.glob<string>('../scenarios/**/*.{mp3,ogg,opus,m4a,wav,webm}', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
)

const studio = createStudioStores()
const content = withPublished(shipped, studio)

const services: Services = {
  ...studio,
  store: createDexieStore(undefined, {
    // replaying needs the whole engine; it is read when somebody imports
    verify: (attempt) =>
      import('./desk/runtime/verifyAttempt.ts').then((room) =>
        room.verifyAttempt(attempt, content),
      ),
  }),
  review: createReviewStore(),
  content,
  passing: () => createMemoryStore(),
  now: () => Date.now(),
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html: no element with id "root"')
createRoot(root).render(
  <StrictMode>
    <App routes={routes} services={services} />
  </StrictMode>,
)

if (import.meta.env.PROD)
  void registerServiceWorker(() => /^\/(?:call|preview)\//.test(location.pathname))
