import { useMemo, useRef } from 'react'
import { type Action, useActions } from '../../ui/actions.ts'
import { type Digest, rowAt } from './digest.ts'
import type { Player } from './player.ts'
import { RATES } from './player.ts'
import { showing, type Window, whole, zoomed } from './scale.ts'

export interface ActionParts {
  readonly player: Player
  readonly digest: Digest
  readonly window: Window
  readonly onWindow: (window: Window) => void
  readonly mayRetry: boolean
  readonly onPlay: () => void
  readonly onRetry: () => void
  readonly onPrint: () => void
  readonly onExport: () => void
  readonly onBack: () => void
  readonly onMap: () => void
}

const ZOOM = 1.8
const STEP_MS = 1_000
const LEAP_MS = 10_000

export interface DebriefActions {
  readonly play: Action
  readonly rate: Action
  readonly previous: Action
  readonly next: Action
  readonly zoomIn: Action
  readonly zoomOut: Action
  readonly fit: Action
  readonly retry: Action
  readonly print: Action
  readonly export: Action
  readonly back: Action
  readonly map: Action
  readonly previousFork: Action
  readonly nextFork: Action
}

/** Everything that the page does by button or key; mounted while the page is. */
export function useDebriefActions(parts: ActionParts): DebriefActions {
  // actions are made once and read the parts of now, so that keys are not bound anew at every render
  const latest = useRef(parts)
  latest.current = parts
  const { player, digest } = parts
  const actions = useMemo(() => makeActions(player, digest, () => latest.current), [player, digest])
  useActions(actions.all)
  return actions.named
}

function makeActions(player: Player, digest: Digest, now: () => ActionParts) {
  const { end } = digest.timeline
  const goTo = (row: { readonly at: number; readonly n: number } | undefined) => {
    if (!row) return
    player.pause()
    player.seek(row.at, row.n)
    now().onWindow(showing(now().window, row.at, end))
  }
  const seek = (time: number) => {
    player.seek(time)
    now().onWindow(showing(now().window, player.state.time, end))
  }
  const zoom = (factor: number) =>
    now().onWindow(zoomed(now().window, factor, player.state.time, end))
  /** The list's entry before or after the one that stands now. */
  const beside = <T extends { readonly at: number; readonly n: number }>(
    list: readonly T[],
    by: 1 | -1,
  ): T | undefined => {
    const { time, chosen } = player.state
    const here = chosen === null ? -1 : list.findIndex(({ n, at }) => n === chosen && at === time)
    if (here >= 0) return list[here + by]
    return by > 0 ? list.find(({ at }) => at > time) : list.findLast(({ at }) => at < time)
  }
  const row = (by: 1 | -1) => {
    const { rows } = digest
    const { time, chosen } = player.state
    const here = rows.findIndex(({ n, at }) => n === chosen && at === time)
    goTo(rows[Math.max(0, (here >= 0 ? here : rowAt(rows, time)) + by)])
  }
  const action = (
    id: string,
    label: Action['label'],
    keys: readonly string[],
    perform: () => void,
    more: Partial<Action> = {},
  ): Action => ({ id: `debrief.${id}`, label, keys, perform, ...more })
  const group = 'debrief:time.group'
  const held = { repeat: true, group } as const
  const named: DebriefActions = {
    play: action('play', 'debrief:time.play', ['Space'], () => now().onPlay()),
    rate: action('rate', 'debrief:time.faster', ['X'], () => {
      const at = RATES.indexOf(player.state.rate)
      player.setRate(RATES[(at + 1) % RATES.length] ?? 1)
    }),
    previous: action('previous', 'debrief:time.previous', ['['], () =>
      goTo(beside(digest.points, -1)),
    ),
    next: action('next', 'debrief:time.next', [']'], () => goTo(beside(digest.points, 1))),
    zoomIn: action('zoom-in', 'debrief:time.zoomIn', ['+', '='], () => zoom(ZOOM)),
    zoomOut: action('zoom-out', 'debrief:time.zoomOut', ['-'], () => zoom(1 / ZOOM)),
    fit: action('fit', 'debrief:time.fit', ['0'], () => now().onWindow(whole(end))),
    retry: action('retry', 'debrief:time.retry', ['R'], () => now().onRetry(), {
      when: () => now().mayRetry,
    }),
    print: action('print', 'debrief:print', ['P'], () => now().onPrint()),
    export: action('export', 'debrief:export', ['E'], () => now().onExport()),
    back: action('back', 'debrief:back', ['Escape'], () => now().onBack()),
    map: action('map', 'debrief:map.show', ['M'], () => now().onMap()),
    previousFork: action('previous-fork', 'debrief:compare.previous', [','], () =>
      goTo(beside(digest.forks, -1)),
    ),
    nextFork: action('next-fork', 'debrief:compare.next', ['.'], () =>
      goTo(beside(digest.forks, 1)),
    ),
  }
  const moves: Action[] = [
    action('row-up', 'debrief:time.rowUp', ['ArrowUp'], () => row(-1), held),
    action('row-down', 'debrief:time.rowDown', ['ArrowDown'], () => row(1), held),
    action(
      'back-1',
      'debrief:time.back1',
      ['ArrowLeft'],
      () => seek(player.state.time - STEP_MS),
      held,
    ),
    action(
      'on-1',
      'debrief:time.on1',
      ['ArrowRight'],
      () => seek(player.state.time + STEP_MS),
      held,
    ),
    action(
      'back-10',
      'debrief:time.back10',
      ['Shift+ArrowLeft'],
      () => seek(player.state.time - LEAP_MS),
      held,
    ),
    action(
      'on-10',
      'debrief:time.on10',
      ['Shift+ArrowRight'],
      () => seek(player.state.time + LEAP_MS),
      held,
    ),
    action('to-start', 'debrief:time.toStart', ['Home'], () => seek(0), { group }),
    action('to-end', 'debrief:time.toEnd', ['End'], () => seek(end), { group }),
  ]
  const { back, print, export: save, retry, map, ...first } = named
  return { named, all: [...Object.values(first), ...moves, map, retry, print, save, back] }
}
