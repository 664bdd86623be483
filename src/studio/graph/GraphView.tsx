import { ReactFlowProvider, useReactFlow } from '@xyflow/react'
import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Scenario } from '../../core/scenario/schema.ts'
import { afterFrame } from '../../ui/afterFrame.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import type { Findings } from '../checker/findings.ts'
import { useShared } from '../draft/share.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useLatePart, useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import { type CardEdge, type CardNode, edgesOf, layoutRequest, nodesOf } from './cards.ts'
import type { Work } from './edits.ts'
import { Flow } from './Flow.tsx'
import styles from './GraphView.module.css'
import { type Graph, graphOf } from './graphOf.ts'
import type { Positions } from './layout.ts'
import { LAYOUT_FILE, readPlaces, writePlaces } from './places.ts'
import { Toolbar } from './Toolbar.tsx'
import { useLayout } from './useLayout.ts'
import { isArrow, nextAt, type Walked } from './walking.ts'

const EMPTY: Graph = { cards: [], edges: [] }

/** The talk as a graph. It draws the newest text that can be read, and changes the text alone. */
export function GraphView() {
  return (
    <ReactFlowProvider>
      <GraphArea />
    </ReactFlowProvider>
  )
}

const scenarioOf = ({ lastScenario }: Findings) => lastScenario
const diagnosticsOf = ({ diagnostics }: Findings) => diagnostics
const isStaleOf = ({ scenario, lastScenario }: Findings) =>
  scenario === null && lastScenario !== null

/** The graph of the newest text that can be read, and where its cards stand; null before the first was laid out. */
function useGraph(): { readonly graph: Graph; readonly laidOut: Positions | null } {
  const { findings, laidOut } = useStudio()
  const scenario = useLatePart(findings, scenarioOf, true)
  const { talk, line, endings, anywhere } = scenario ?? {}
  // most letters change nothing of the graph, or one card of many
  const graph = useShared(
    useMemo(
      () =>
        talk && line && endings && anywhere ? graphOf({ talk, line, endings, anywhere }) : EMPTY,
      [talk, line, endings, anywhere],
    ),
  )
  const start = talk?.start
  const request = useShared(
    useMemo(() => (start ? layoutRequest(start, graph) : null), [start, graph]),
  )
  return { graph, laidOut: useLayout(laidOut, request) }
}

function GraphArea() {
  const t = useT('studio')
  const { draft, findings, selection, route, edit, isDrawn } = useStudio()
  const diagnostics = useLatePart(findings, diagnosticsOf)
  const isStale = useLatePart(findings, isStaleOf)
  const chosen = useValue(selection)
  const way = useValue(route)
  const kept = useDraftPart(draft, ({ files }) => files.get(LAYOUT_FILE))
  const { graph, laidOut } = useGraph()
  const places = useMemo(
    () => readPlaces(kept ? new Map([[LAYOUT_FILE, kept]]) : new Map()),
    [kept],
  )
  const shown = useMemo(
    () => ({
      graph,
      laidOut: laidOut ?? {},
      places,
      diagnostics,
      route: new Set(way?.places.map((path) => path.join('.')) ?? []),
      chosen: chosen?.path.join('.') ?? null,
    }),
    [graph, laidOut, places, diagnostics, way, chosen],
  )
  const drawn = useShared(useMemo(() => nodesOf(shown), [shown]))
  const edges = useShared(useMemo(() => edgesOf(shown), [shown]))
  const work = useCallback(
    async (make: (scenario: Scenario) => Work | null) => {
      const scenario = findings.get().lastScenario
      const made = scenario && make(scenario)
      if (!made || !(await edit(made.label, made.edits))) return
      selection.set(made.select ? { path: made.select, by: 'graph' } : null)
    },
    [edit, findings, selection],
  )
  const keep = useCallback(
    (moved: readonly CardNode[], known: readonly CardNode[]) => {
      const next: Positions = {
        ...places,
        ...Object.fromEntries(
          moved.map(({ id, position }) => [id, [Math.round(position.x), Math.round(position.y)]]),
        ),
      }
      const text = writePlaces(next, new Set(known.map(({ id }) => id)))
      draft.put({ zh: '挪动卡片', en: 'move cards' }, LAYOUT_FILE, { text })
    },
    [draft, places],
  )
  const pane = useRef<HTMLFieldSetElement>(null)
  /** Where the arrow keys have led, and from which card: that comes into sight, what is clicked stays where it is. */
  const [walked, setWalked] = useState<Walked | null>(null)
  const walk = (event: KeyboardEvent) => {
    // with Shift they move the card that is chosen
    if (!isArrow(event.key) || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
      return
    event.preventDefault()
    event.stopPropagation()
    const stands = { ...shown.laidOut, ...places }
    const next = nextAt(graph, stands, shown.chosen, walked?.card ?? null, event.key)
    if (!next) return
    setWalked(next)
    selection.set({ path: next.path, by: 'graph' })
  }
  const isWalked = walked !== null && walked.path.join('.') === shown.chosen
  useFocusAt(pane, isWalked ? walked.at : null)
  const [isReady, setReady] = useState(false)
  const onReady = useCallback(() => setReady(true), [])
  const isShown = laidOut !== null && drawn.length > 0
  useEffect(() => {
    if (isShown) afterFrame(() => isDrawn.set(true))
  }, [isShown, isDrawn])
  useFollowing(shown.chosen, chosen?.by === 'graph' && !isWalked, drawn, edges)
  return (
    <div className={styles.area}>
      <Toolbar isReady={isShown && isReady} onWork={work} />
      {isStale && (
        <p className={styles.stale} role="status">
          {t('graph.stale')}
        </p>
      )}
      {isShown && (
        <fieldset
          ref={pane}
          className={styles.pane}
          aria-label={t('graph.walk')}
          onKeyDownCapture={walk}
        >
          <Flow drawn={drawn} edges={edges} onWork={work} onMoved={keep} onReady={onReady} />
        </fieldset>
      )}
    </div>
  )
}

/** The keyboard is where the arrow keys have led, as soon as that is drawn. */
function useFocusAt(pane: RefObject<HTMLElement | null>, id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined
    let frame = 0
    let tries = 0
    const look = () => {
      const there = pane.current?.querySelector<HTMLElement>(
        `[data-id="${id}"],[data-lead="${id}"]`,
      )
      there?.focus({ preventScroll: true })
      tries += 1
      if (!there && tries < MOST_FRAMES) frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [pane, id])
}

/** What is out of sight is drawn once it has been brought there. */
const MOST_FRAMES = 60

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
