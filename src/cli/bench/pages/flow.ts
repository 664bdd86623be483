import { mountEmpty } from '../../../studio/graph/bench.tsx'

/** The peer of the studio's graph: an empty one, as large as `?w=…&h=…` says (px). */
const size = new URLSearchParams(location.search)
const root = document.getElementById('root')
if (!root) throw new Error('no root')
Object.assign(root.style, { width: `${size.get('w')}px`, height: `${size.get('h')}px` })
mountEmpty(root)
