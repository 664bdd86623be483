import '@xyflow/react/dist/base.css'
import { Background, ReactFlow } from '@xyflow/react'
import { createRoot } from 'react-dom/client'

/** The peer of the studio's graph: the same library with nothing in it, as large as `?w=…&h=…` says (px). */
const size = new URLSearchParams(location.search)
const root = document.getElementById('root')
if (!root) throw new Error('no root')
Object.assign(root.style, { width: `${size.get('w')}px`, height: `${size.get('h')}px` })
createRoot(root).render(
  <ReactFlow nodes={[]} edges={[]} minZoom={0.08} maxZoom={2} zoomOnDoubleClick={false}>
    <Background gap={24} size={1} />
  </ReactFlow>,
)
