import { useState } from 'react'
import type { AttemptGlance } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import type { Reviewing } from '../../ui/reviewing.ts'
import { usePrinting } from '../../ui/usePrinting.ts'
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
import { usePlayer } from './usePlayer.ts'

export type BesideTab = 'compare' | 'map' | 'review'

export interface BesideProps {
  readonly tab: BesideTab
  readonly onTab: (tab: BesideTab) => void
  readonly actions: DebriefActions
  readonly siblings: readonly AttemptGlance[]
  readonly navigate: (to: string) => void
  readonly reviewing?: Reviewing
}

/** From this width on, the map has a place of its own. */
const WIDE = '(min-width: 1680px)'

/** Beside the transcript: the best path, the map, and what came of it. */
export function Beside(props: BesideProps) {
  const { tab, onTab, actions, siblings, navigate, reviewing } = props
  const t = useT('debrief')
  const { ground } = useDebrief()
  const wide = useMedia(WIDE)
  const [side, setSide] = useState<'after' | 'law' | 'own'>('after')
  // the map has its own place on a wide screen
  const shown = wide && tab === 'map' ? 'compare' : tab
  const bare = wide && !reviewing
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
        aria-label={
          shown === 'review'
            ? (reviewing?.title ?? '')
            : t(shown === 'map' ? 'map.title' : 'compare.title')
        }
        {...(bare ? { title: t('compare.title') } : {})}
        {...(bare ? { aside: <CompareTools actions={actions} /> } : {})}
      >
        {!bare && (
          <div className={styles.head}>
            <Segmented
              label={t('map.tabs')}
              value={shown}
              onChange={onTab}
              options={[
                { value: 'compare', label: t('compare.title') },
                ...(wide ? [] : [{ value: 'map' as const, label: t('map.title') }]),
                ...(reviewing ? [{ value: 'review' as const, label: reviewing.title }] : []),
              ]}
            />
            <span className={styles.tools}>
              {shown === 'compare' && <CompareTools actions={actions} />}
            </span>
          </div>
        )}
        {shown === 'compare' && <Compare />}
        {shown === 'map' && <MapReplay />}
        {shown === 'review' && reviewing && <ReviewTools reviewing={reviewing} />}
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

/** A reviewer's tools, which know nothing of the debrief but its moment. */
function ReviewTools({ reviewing: { Tools } }: { readonly reviewing: Reviewing }) {
  const { ground, go } = useDebrief()
  const player = usePlayer()
  return (
    <Tools
      attempt={ground.header.id}
      moment={() => ({ atMs: player.state.time, n: player.state.chosen })}
      go={({ atMs, n }) => {
        if (n !== null) return go({ at: atMs, n })
        player.pause()
        player.seek(atMs)
      }}
    />
  )
}
