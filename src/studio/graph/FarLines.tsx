import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { CardEdge, CardNode } from './cards.ts'
import { pathsOf } from './fromAfar.ts'
import styles from './LeadEdge.module.css'

export interface FarLinesProps {
  readonly edges: readonly CardEdge[]
  readonly nodes: readonly CardNode[]
}

/** The lines as they are seen from afar: one picture; a click on one is found by its distance (edgeNear). */
export const FarLines = memo(function FarLines({ edges, nodes }: FarLinesProps) {
  const { plain, faulty } = pathsOf(edges, nodes)
  return (
    <ViewportPortal>
      <svg className={styles.far} aria-hidden="true">
        <path className={styles.edge} d={plain} />
        <path className={`${styles.edge} ${styles.faulty}`} d={faulty} />
      </svg>
    </ViewportPortal>
  )
})
