import '@xyflow/react/dist/base.css'
import {
  applyNodeChanges,
  type Connection,
  MarkerType,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
  useStore,
  type Viewport,
  ViewportPortal,
} from '@xyflow/react'
import { type MouseEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Scenario } from '../../core/scenario/schema.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { useStudio } from '../studio.ts'
import { EndingNode, LineNode, ReactionNode, TalkNode } from './Cards.tsx'
import type { CardEdge, CardNode } from './cards.ts'
import { connect, redirect, removal, type Work } from './edits.ts'
import { FarLines } from './FarLines.tsx'
import { edgeNear, isAfar, partLines } from './fromAfar.ts'
import styles from './GraphView.module.css'
import { LeadEdge } from './LeadEdge.tsx'

const NODE_TYPES = { talk: TalkNode, ending: EndingNode, line: LineNode, reaction: ReactionNode }
const EDGE_TYPES = { lead: LeadEdge }
const EDGE_DEFAULTS = { markerEnd: { type: MarkerType.ArrowClosed, width: 14, height: 14 } }
/** How far one may step back: a call of 300 nodes in one long row still fits into a low window. */
const FARTHEST = 0.01
const OPTIONS = { hideAttribution: true }
const DELETES = ['Delete']
/** The dots reach so far beyond the outermost cards, px; a whole number of their distance. */
const BEYOND = 4800
const DOTS = 24

/** The ground under all cards: part of the picture, so that nothing is drawn anew while that is shifted. */
function groundOf(cards: readonly CardNode[]) {
  const round = (n: number): number => Math.floor(n / DOTS) * DOTS
  const xs = cards.map(({ position }) => position.x)
  const ys = cards.map(({ position }) => position.y)
  const left = round(Math.min(...xs)) - BEYOND
  const top = round(Math.min(...ys)) - BEYOND
  return {
    left,
    top,
    width: round(Math.max(...xs)) + BEYOND - left,
    height: round(Math.max(...ys)) + BEYOND - top,
  }
}

/** While it is moved the graph is a picture of its own that is only shifted; at rest it is drawn sharp. */
const moving = (): void => void document.body.setAttribute(MOVING, '')
const resting = (): void => document.body.removeAttribute(MOVING)
const MOVING = 'data-graph-moving'
/** At first the beginning of the call is seen, near enough to be read. */
function beginningOf(cards: readonly CardNode[]): Viewport {
  const start = cards.find(({ data: { card } }) => card.kind === 'talk' && card.isStart)
  const { x, y } = start?.position ?? { x: 0, y: 0 }
  return { x: 56 - x * FIRST_ZOOM, y: 14 - y * FIRST_ZOOM, zoom: FIRST_ZOOM }
}

const FIRST_ZOOM = 0.8

type Instance = ReactFlowInstance<CardNode, CardEdge>

/** The lines that are one picture, and where their cards stand. */
interface Far {
  readonly edges: readonly CardEdge[]
  readonly nodes: readonly CardNode[]
}

/** What hands ask for that must not be made anew with it; `far`: null from near. */
interface Latest extends Pick<FlowProps, 'drawn' | 'onMoved'> {
  flow: Instance | null
  far: Far | null
}

/** A line may be missed by so much, px of the screen. */
const REACH = 8

function lineAt(flow: Instance, { edges, nodes }: Far, at: { x: number; y: number }) {
  return edgeNear(edges, nodes, flow.screenToFlowPosition(at), REACH / flow.getZoom())
}

export interface FlowProps {
  readonly drawn: CardNode[]
  readonly edges: CardEdge[]
  readonly onWork: (make: (scenario: Scenario) => Work | null) => Promise<void>
  /** Cards were dragged to other places; `known`: all that there are. */
  readonly onMoved: (moved: readonly CardNode[], known: readonly CardNode[]) => void
  /** The beginning is in sight: from now on it may be moved. */
  readonly onReady: () => void
}

/** The library's own part. It hears of nothing but cards and edges: whatever it is given anew makes it look at each. */
export const Flow = memo(function Flow({ drawn, edges, onWork, onMoved, onReady }: FlowProps) {
  const t = useT('studio')
  const { selection } = useStudio()
  // while a card is dragged it is ahead of the file
  const [nodes, setNodes] = useState<CardNode[]>(drawn)
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
  const latest = useRef<Latest>({ drawn, onMoved, flow: null, far: null })
  Object.assign(latest.current, { drawn, onMoved })
  const hands = useMemo(
    () => ({
      onNodeClick: (_: unknown, { data }: CardNode) =>
        selection.set({ path: data.card.path, by: 'graph' }),
      onEdgeClick: (_: unknown, { data }: CardEdge) => {
        const [first] = data?.edge.leads ?? []
        if (first) selection.set({ path: first.path, by: 'graph' })
      },
      onPaneClick: ({ clientX, clientY }: MouseEvent) => {
        const { flow, far } = latest.current
        const near = flow && far ? lineAt(flow, far, { x: clientX, y: clientY }) : null
        const [first] = near?.data?.edge.leads ?? []
        selection.set(first ? { path: first.path, by: 'graph' } : null)
      },
      onNodeDragStop: (_: unknown, __: unknown, moved: CardNode[]) =>
        latest.current.onMoved(moved, latest.current.drawn),
      onConnect: ({ source, target }: Connection) =>
        void onWork((scenario) => connect(scenario, source, target)),
      onReconnect: ({ data }: CardEdge, { target }: Connection) =>
        void onWork((scenario) => (data ? redirect(scenario, data.edge, target) : null)),
      onNodesDelete: ([first]: CardNode[]) => {
        if (first) void onWork(() => removal(first.data.card.path))
      },
      onEdgesDelete: ([first]: CardEdge[]) => {
        const path = first?.data?.chosen ?? first?.data?.edge.leads[0]?.path.join('.')
        const lead = first?.data?.edge.leads.find((one) => one.path.join('.') === path)
        if (lead?.kind === 'reply') void onWork(() => removal(lead.path))
      },
      onInit: (flow: Instance) => {
        latest.current.flow = flow
        onReady()
      },
    }),
    [selection, onWork, onReady],
  )
  const words = useMemo(
    () => ({
      'node.a11yDescription.default': t('graph.nodeHelp'),
      'node.a11yDescription.keyboardDisabled': t('graph.nodeHelp'),
    }),
    [t],
  )
  const ground = useMemo(() => groundOf(drawn), [drawn])
  const [beginning] = useState(() => beginningOf(drawn))
  const afar = useStore(isAfar)
  const { still, dragged } = useStill(nodes)
  const { apart, together } = useMemo(
    () => (afar ? partLines(edges, new Set(dragged.split(' '))) : { apart: edges, together: [] }),
    [afar, edges, dragged],
  )
  latest.current.far = afar ? { edges: together, nodes: still } : null
  return (
    <ReactFlow<CardNode, CardEdge>
      className={styles.flow ?? ''}
      data-graph-afar={afar ? '' : undefined}
      nodes={nodes}
      edges={apart}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      defaultEdgeOptions={EDGE_DEFAULTS}
      onNodesChange={onNodesChange}
      {...hands}
      onMoveStart={moving}
      onMoveEnd={resting}
      onlyRenderVisibleElements={!afar}
      proOptions={OPTIONS}
      defaultViewport={beginning}
      minZoom={FARTHEST}
      maxZoom={2}
      deleteKeyCode={DELETES}
      zoomOnDoubleClick={false}
      nodesFocusable
      edgesFocusable={false}
      ariaLabelConfig={words}
    >
      <ViewportPortal>{!afar && <div className={styles.dots} style={ground} />}</ViewportPortal>
      {afar && <FarLines edges={together} nodes={still} />}
    </ReactFlow>
  )
})

/** Where all cards stood before any was dragged, and the ids of those that just are, joined by spaces. */
function useStill(nodes: CardNode[]): { readonly still: CardNode[]; readonly dragged: string } {
  const dragged = nodes
    .filter(({ dragging }) => dragging)
    .map(({ id }) => id)
    .join(' ')
  const still = useRef(nodes)
  if (dragged === '') still.current = nodes
  return { still: still.current, dragged }
}
