import { useReactFlow, useStore } from '@xyflow/react'
import { memo } from 'react'
import type { Scenario } from '../../core/scenario/schema.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import { addEnding, addNode, type Work } from './edits.ts'
import styles from './Toolbar.module.css'

export interface ToolbarProps {
  /** There is a graph that can be added to and looked at. */
  readonly isReady: boolean
  readonly onWork: (make: (scenario: Scenario) => Work) => void
}

/** Over the graph: what can be added, which way is shown, how near one looks. */
export const Toolbar = memo(function Toolbar({ isReady, onWork }: ToolbarProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { route } = useStudio()
  const way = useValue(route)
  const flow = useReactFlow()
  const zoom = useStore(({ transform }) => Math.round(transform[2] * 100))
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('graph.tools')}>
      <Button className={styles.add} disabled={!isReady} onClick={() => onWork(addNode)}>
        <Icon name="plus" size={12} /> {t('graph.addNode')}
      </Button>
      <Button className={styles.add} disabled={!isReady} onClick={() => onWork(addEnding)}>
        <Icon name="plus" size={12} /> {t('graph.addEnding')}
      </Button>
      {way && (
        <span className={styles.way}>
          <i />
          <span className={styles.name}>{way.label[lang]}</span>
          <Button
            look="quiet"
            square
            aria-label={t('graph.hideWay')}
            onClick={() => route.set(null)}
          >
            <Icon name="close" size={12} />
          </Button>
        </span>
      )}
      <span className={styles.zoom}>
        <Button
          look="quiet"
          square
          disabled={!isReady}
          aria-label={t('graph.farther')}
          onClick={() => void flow.zoomOut()}
        >
          <Icon name="minus" size={12} />
        </Button>
        <span>{zoom}%</span>
        <Button
          look="quiet"
          square
          disabled={!isReady}
          aria-label={t('graph.nearer')}
          onClick={() => void flow.zoomIn()}
        >
          <Icon name="plus" size={12} />
        </Button>
        <Button
          look="quiet"
          square
          disabled={!isReady}
          aria-label={t('graph.fit')}
          title={t('graph.fit')}
          onClick={() => void flow.fitView({ padding: 0.08, maxZoom: 1, duration: 200 })}
        >
          <Icon name="locate" size={14} />
        </Button>
      </span>
    </div>
  )
})
