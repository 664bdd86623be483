import { useState } from 'react'
import type { StoredAttempt } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { Afterwards } from './Afterwards.tsx'
import styles from './Beside.module.css'
import { Compare, CompareTools } from './Compare.tsx'
import { Laws } from './Laws.tsx'
import { MapReplay } from './MapReplay.tsx'
import { OwnHistory } from './OwnHistory.tsx'
import { PrintForks } from './PrintForks.tsx'
import { useDebrief } from './useDebrief.ts'
import type { DebriefActions } from './useDebriefActions.ts'
import { useMedia } from './useMedia.ts'
import { usePrinting } from './usePrinting.ts'

export interface BesideProps {
  readonly tab: 'compare' | 'map'
  readonly onTab: (tab: 'compare' | 'map') => void
  readonly actions: DebriefActions
  readonly siblings: readonly StoredAttempt[]
  readonly navigate: (to: string) => void
}

/** From this width on, the map has a place of its own. */
const WIDE = '(min-width: 1680px)'

/** Beside the transcript: the best path, the map, and what came of it. */
export function Beside({ tab, onTab, actions, siblings, navigate }: BesideProps) {
  const t = useT('debrief')
  const { ground } = useDebrief()
  const wide = useMedia(WIDE)
  const [side, setSide] = useState<'after' | 'law' | 'own'>('after')
  const shown = wide ? 'compare' : tab
  const printing = usePrinting()
  if (printing)
    return (
      <>
        <PrintForks />
        <Panel className={styles.paper} title={t('after.title')}>
          <Afterwards />
        </Panel>
      </>
    )
  return (
    <>
      <Panel
        className={styles.panel}
        aria-label={t(shown === 'map' ? 'map.title' : 'compare.title')}
        {...(wide ? { title: t('compare.title') } : {})}
        {...(wide ? { aside: <CompareTools actions={actions} /> } : {})}
      >
        {!wide && (
          <div className={styles.head}>
            <Segmented
              label={t('map.tabs')}
              value={tab}
              onChange={onTab}
              options={[
                { value: 'compare', label: t('compare.title') },
                { value: 'map', label: t('map.title') },
              ]}
            />
            <span className={styles.tools}>
              {shown === 'compare' && <CompareTools actions={actions} />}
            </span>
          </div>
        )}
        {shown === 'compare' ? <Compare /> : <MapReplay />}
      </Panel>
      {wide && (
        <Panel className={styles.panel} title={t('map.title')}>
          <MapReplay />
        </Panel>
      )}
      <Panel className={styles.panel} aria-label={t(`${side}.title`)}>
        <div className={styles.head}>
          <Segmented
            label={t('after.tabs')}
            value={side}
            onChange={setSide}
            options={[
              { value: 'after', label: t('after.title') },
              { value: 'law', label: t('law.title') },
              { value: 'own', label: t('own.count', { count: siblings.length }) },
            ]}
          />
        </div>
        {side === 'after' && <Afterwards />}
        {side === 'law' && <Laws />}
        {side === 'own' && (
          <OwnHistory attempts={siblings} current={ground.header.id} navigate={navigate} />
        )}
      </Panel>
    </>
  )
}
