import '../../../ui/theme/tokens.css'
import '../../../ui/theme/base.css'
import { createRoot } from 'react-dom/client'
import type { Entry } from '../../../core/sim/journal.ts'
import { newHeader } from '../../../desk/runtime/newAttempt.ts'
import { createReviewStore } from '../../../storage/dexie/reviewStore.ts'
import { createDexieStore } from '../../../storage/dexie/store.ts'
import { createStudioStores } from '../../../storage/dexie/studioStores.ts'
import type { LocalStore } from '../../../storage/ports.ts'
import { App } from '../../../ui/app/App.tsx'
import { navigate } from '../../../ui/app/location.ts'
import { createLibrary } from '../../../ui/library/library.ts'
import { content } from './content.ts'
import { lastNow } from './lastNow.ts'

/**
 * The real call page, composed as the program composes it; only what goes to the store is looked at on the way. Made
 * for measuring: `benchDesk.begin` makes an attempt, `benchDesk.open` goes to its call.
 */
export interface DeskBench {
  begin(scenario: string, seed: string): Promise<string>
  open(attempt: string): void
  /**
   * The call's zero, its first ring, on the page's clock. It is the moment that the runner took from the clock just
   * before it handed over the first entry; null before that.
   */
  readonly zero: number | null
  readonly entries: readonly Entry[]
}

declare global {
  interface Window {
    benchDesk?: DeskBench
  }
}

const dexie = createDexieStore()
const entries: Entry[] = []
let zero: number | null = null

const store: LocalStore = {
  ...dexie,
  append: (attempt, fresh) => {
    zero ??= lastNow()
    entries.push(...fresh)
    return dexie.append(attempt, fresh)
  },
}

window.benchDesk = {
  begin: async (id, seed) => {
    const { scenario, hash } = await createLibrary(content).scenario(id)
    const header = newHeader({
      id: store.newId(),
      scenario: { id, version: scenario.version, hash },
      mode: 'practice',
      lang: 'zh',
      trainee: { id: 'bench', name: 'Bench', badge: '1' },
      now: Date.now(),
      seed,
    })
    await store.create(header)
    return header.id
  },
  open: (attempt) => navigate(`/call/${attempt}`),
  get zero() {
    return zero
  },
  entries,
}

const root = document.getElementById('root')
if (!root) throw new Error('no root')
createRoot(root).render(
  <App
    routes={[
      {
        path: '/call/:attemptId',
        texts: ['desk'],
        load: () => import('../../../desk/CallPage.tsx').then((room) => room.CallPage),
      },
    ]}
    services={{
      ...createStudioStores(),
      store,
      review: createReviewStore(),
      content,
      passing: () => store,
      now: () => Date.now(),
    }}
  />,
)
