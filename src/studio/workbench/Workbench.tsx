import { useEffect, useState } from 'react'
import { AppShell } from '../../ui/app/AppShell.tsx'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { readSetting, writeSetting } from '../../ui/settings.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { guideMemory } from '../guide/memory.ts'
import { useStudio } from '../studio.ts'
import { BottomPanels } from './BottomPanels.tsx'
import { HeaderEnd, HeaderStart } from './Header.tsx'
import { Graph, Guide, Inspector, Outline, Source, TABS } from './parts.tsx'
import { useWorkbenchActions } from './useWorkbenchActions.ts'
import styles from './Workbench.module.css'

type View = 'graph' | 'both' | 'source'

const VIEW = 'studio.view'
/** Room for graph, source and guide side by side; as in the style sheet. */
const WIDE = '(min-width: 1700px)'

function firstView(): View {
  const kept = readSetting(VIEW)
  return kept === 'graph' || kept === 'source' ? kept : 'both'
}

/** A draft on the workbench: outline, graph and source, the form of what is chosen, and the panels below. */
export function Workbench() {
  const t = useT('studio')
  const lang = useLanguage()
  const { draft } = useStudio()
  const title = useDraftPart(draft, ({ info }) => info.title)
  const actions = useWorkbenchActions()
  const [view, setView] = useState<View>(firstView)
  const [tall, setTall] = useState(false)
  const choose = (next: View) => {
    setView(next)
    writeSetting(VIEW, next)
  }
  const { isOpen: isGuided } = useValue(guideMemory)
  useEffect(() => {
    if (!isGuided) setView(firstView())
    // on a small screen the guide takes the room of one of the two; what was kept comes back once it is closed
    else if (!window.matchMedia(WIDE).matches) setView((now) => (now === 'both' ? 'graph' : now))
  }, [isGuided])
  return (
    <AppShell
      title={title[lang] || t('untitled')}
      theme="day"
      start={<HeaderStart actions={actions} />}
      end={<HeaderEnd actions={actions} />}
    >
      <div
        className={styles.bench}
        data-tall={tall || undefined}
        data-guided={isGuided || undefined}
      >
        <nav className={styles.outline} aria-label={t('outline')}>
          <Outline />
        </nav>
        <div className={styles.centre} data-view={view}>
          <section
            className={styles.graph}
            data-place="graph"
            aria-label={t('talkGraph')}
            hidden={view === 'source'}
          >
            <Graph />
          </section>
          <section
            className={styles.source}
            data-place="source"
            aria-label={t('source')}
            hidden={view === 'graph'}
          >
            <Source />
          </section>
          <div className={styles.views}>
            <Segmented
              label={t('viewAs')}
              value={view}
              onChange={choose}
              options={[
                { value: 'graph', label: t('viewGraph') },
                { value: 'both', label: t('viewBoth') },
                { value: 'source', label: t('viewSource') },
              ]}
            />
          </div>
        </div>
        <aside className={styles.inspector} data-place="inspector" aria-label={t('inspector')}>
          <Inspector />
        </aside>
        {isGuided && (
          <div className={styles.guide}>
            <Guide />
          </div>
        )}
        {TABS.length > 0 && <BottomPanels tall={tall} onTall={setTall} />}
      </div>
    </AppShell>
  )
}
