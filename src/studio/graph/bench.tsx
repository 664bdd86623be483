import '@xyflow/react/dist/base.css'
import { Background, ReactFlow } from '@xyflow/react'
import { createRoot } from 'react-dom/client'

/** The peer of the graph in benchmarks: the same library with nothing in it. */
export function mountEmpty(parent: HTMLElement): void {
  createRoot(parent).render(
    <ReactFlow nodes={[]} edges={[]} minZoom={0.01} maxZoom={2} zoomOnDoubleClick={false}>
      <Background gap={24} size={1} />
    </ReactFlow>,
  )
}
