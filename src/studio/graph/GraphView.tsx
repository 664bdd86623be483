import '@xyflow/react/dist/base.css'
import {
  applyNodeChanges,
  Background,
  type Connection,
  MarkerType,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react'
import { type MouseEvent, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { useShared } from '../draft/share.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import { EndingNode, LineNode, ReactionNode, TalkNode } from './Cards.tsx'
import { type CardEdge, type CardNode, edgesOf, layoutRequest, nodesOf } from './cards.ts'
import { connect, redirect, removal, type Work } from './edits.ts'
import styles from './GraphView.module.css'
import { type Graph, graphOf } from './graphOf.ts'
import { LeadEdge } from './LeadEdge.tsx'
import type { Positions } from './layout.ts'
import { LAYOUT_FILE, readPlaces, writePlaces } from './places.ts'
import { Toolbar } from './Toolbar.tsx'
import { useLayout } from './useLayout.ts'

const NODE_TYPES = { talk: TalkNode, ending: EndingNode, line: LineNode, reaction: ReactionNode }
const EDGE_TYPES = { lead: LeadEdge }
const EDGE_DEFAULTS = { markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14 } }
/** At first the beginning of the call is seen, near enough to be read. */
const FIRST_ZOOM = 0.8
const EMPTY: Graph = { cards: [], edges: [] }

/** The talk as a graph. It draws the newest text that can be read, and changes the text alone. */
export function GraphView() {
  return (
    <ReactFlowProvider>
      <GraphArea />
    </ReactFlowProvider>
  )
}

function GraphArea() {
  const t = useT('studio')
  const { draft, findings, selection, route, edit } = useStudio()
  const found = useDeferredValue(useValue(findings))
  const chosen = useValue(selection)
  const way = useValue(route)
  const kept = useDraftPart(draft, ({ files }) => files.get(LAYOUT_FILE))
  const scenario = found.lastScenario
  // most letters change nothing of the graph, or one card of many
  const graph = useShared(useMemo(() => (scenario ? graphOf(scenario) : EMPTY), [scenario]))
  const laidOut = useLayout(
    useShared(useMemo(() => (scenario ? layoutRequest(scenario, graph) : null), [scenario, graph])),
  )
  const places = useMemo(
    () => readPlaces(kept ? new Map([[LAYOUT_FILE, kept]]) : new Map()),
    [kept],
  )
  const shown = useMemo(
    () => ({
      graph,
      laidOut: laidOut ?? {},
      places,
      diagnostics: found.diagnostics,
      route: new Set(way?.places.map((path) => path.join('.')) ?? []),
      chosen: chosen?.path.join('.') ?? null,
    }),
    [graph, laidOut, places, found.diagnostics, way, chosen],
  )
  const drawn = useShared(useMemo(() => nodesOf(shown), [shown]))
  const edges = useShared(useMemo(() => edgesOf(shown), [shown]))
  // while a card is dragged it is ahead of the file
  const [nodes, setNodes] = useState<CardNode[]>([])
  useEffect(() => setNodes(drawn), [drawn])
  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) =>
      setNodes((before) =>
        applyNodeChanges(
          changes.filter(({ type }) => type === 'position' || type === 'dimensions'),
          before,
        ),
      ),
    [],
  )
  const work = useCallback(
    async (made: Work | null) => {
      if (!made || !(await edit(made.label, made.edits))) return
      selection.set(made.select ? { path: made.select, by: 'graph' } : null)
    },
    [edit, selection],
  )
  const keep = useCallback(
    (moved: readonly CardNode[]) => {
      const next: Positions = {
        ...places,
        ...Object.fromEntries(
          moved.map(({ id, position }) => [id, [Math.round(position.x), Math.round(position.y)]]),
        ),
      }
      const text = writePlaces(next, new Set(nodes.map(({ id }) => id)))
      draft.put({ zh: '挪动卡片', en: 'move cards' }, LAYOUT_FILE, { text })
    },
    [draft, places, nodes],
  )
  const choose = (path: CardNode['data']['card']['path']) => selection.set({ path, by: 'graph' })
  useFollowing(shown.chosen, chosen?.by === 'graph', nodes, edges)
  return (
    <div className={styles.area}>
      <Toolbar scenario={scenario} onWork={work} />
      {found.scenario === null && scenario !== null && (
        <p className={styles.stale} role="status">
          {t('graph.stale')}
        </p>
      )}
      {laidOut && nodes.length > 0 && (
        <ReactFlow<CardNode, CardEdge>
          className={styles.flow ?? ''}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          defaultEdgeOptions={EDGE_DEFAULTS}
          onNodesChange={onNodesChange}
          onNodeClick={(_, node) => choose(node.data.card.path)}
          onEdgeClick={(_, { data }) => data?.edge.leads[0] && choose(data.edge.leads[0].path)}
          onNodeDragStop={(_: MouseEvent | TouchEvent | globalThis.MouseEvent, __, moved) =>
            keep(moved)
          }
          onConnect={({ source, target }: Connection) =>
            scenario && void work(connect(scenario, source, target))
          }
          onReconnect={(old: CardEdge, { target }: Connection) =>
            scenario && old.data && void work(redirect(scenario, old.data.edge, target))
          }
          onNodesDelete={([first]) => first && void work(removal(first.data.card.path))}
          onEdgesDelete={([first]) => {
            const path = first?.data?.chosen ?? first?.data?.edge.leads[0]?.path.join('.')
            const lead = first?.data?.edge.leads.find((one) => one.path.join('.') === path)
            if (lead?.kind === 'reply') void work(removal(lead.path))
          }}
          onPaneClick={() => selection.set(null)}
          onlyRenderVisibleElements
          onInit={(flow) => {
            const start = nodes.find(({ data: { card } }) => card.kind === 'talk' && card.isStart)
            if (!start) return
            const { x, y } = start.position
            void flow.setViewport({
              x: 40 - (x - 130) * FIRST_ZOOM,
              y: 14 - y * FIRST_ZOOM,
              zoom: FIRST_ZOOM,
            })
          }}
          proOptions={{ hideAttribution: true }}
          minZoom={0.08}
          maxZoom={2}
          deleteKeyCode={['Delete']}
          zoomOnDoubleClick={false}
          nodesFocusable
          edgesFocusable={false}
          ariaLabelConfig={{
            'node.a11yDescription.default': t('graph.nodeHelp'),
            'node.a11yDescription.keyboardDisabled': t('graph.nodeHelp'),
          }}
        >
          <Background gap={24} size={1} color="var(--line-strong)" />
        </ReactFlow>
      )}
    </div>
  )
}

/** What is chosen elsewhere comes into sight. */
function useFollowing(
  chosen: string | null,
  isOwn: boolean,
  nodes: readonly CardNode[],
  edges: readonly CardEdge[],
): void {
  const { fitView } = useReactFlow()
  const ids = useMemo(() => {
    const card = nodes.find(({ selected }) => selected)
    const edge = edges.find(({ selected }) => selected)
    return card ? card.id : edge ? `${edge.source} ${edge.target}` : ''
  }, [nodes, edges])
  useEffect(() => {
    if (chosen === null || isOwn || ids === '') return
    const wanted = ids.split(' ').map((id) => ({ id }))
    void fitView({ nodes: wanted, duration: 200, maxZoom: 0.9, minZoom: 0.6, padding: 0.4 })
  }, [chosen, isOwn, ids, fitView])
}
