import { type RefObject, useMemo, useRef } from 'react'
import type { StoredAttempt } from '../../storage/ports.ts'
import type { Action } from '../../ui/actions.ts'
import { MODES } from './ModePick.tsx'
import { step } from './rows.ts'
import type { BoardState } from './useBoard.ts'

export interface BoardDoings {
  readonly begin: () => void
  readonly debrief: (attempt: string) => void
  readonly resume: (attempt: string) => void
}

/** Everything that can be done on the page, once: buttons, keys and the overlay come from here. */
export function useBoardActions(
  board: BoardState,
  doings: BoardDoings,
  resumable: readonly StoredAttempt[],
  refs: {
    readonly search: RefObject<HTMLInputElement | null>
    readonly row: RefObject<HTMLButtonElement | null>
  },
) {
  const latest = useRef({ board, doings, resumable })
  latest.current = { board, doings, resumable }
  const { search, row } = refs
  return useMemo(() => {
    const now = () => latest.current.board
    const choose = (id: string | undefined) => {
      if (id === undefined) return
      // the focus goes along if it is in the list, or on a button that the mouse has pressed: Enter then starts the call
      const at = document.activeElement
      const within = at === row.current || at?.matches('button:not(:focus-visible)') === true
      now().choose(id)
      requestAnimationFrame(() => {
        if (within) row.current?.focus()
        row.current?.scrollIntoView({ block: 'nearest' })
      })
    }
    const move = (by: number) => {
      const { reachable, chosen } = now()
      choose(step(reachable, chosen?.entry.id ?? null, by)?.entry.id)
    }
    const turn = (by: number) => {
      const { mode, setMode } = now()
      const next = MODES[(MODES.indexOf(mode) + by + MODES.length) % MODES.length]
      if (next) setMode(next)
    }
    const hasCalls = () => now().reachable.length > 0
    return {
      begin: {
        id: 'start.begin',
        label: 'start:act.begin',
        keys: ['Enter'],
        when: () => now().chosen !== undefined,
        perform: () => latest.current.doings.begin(),
      },
      other: {
        id: 'start.other',
        label: 'start:act.other',
        keys: ['N'],
        when: () => now().reachable.length > 1,
        perform: () => move(1),
      },
      previous: {
        id: 'start.previous',
        label: 'start:act.previous',
        keys: ['ArrowUp'],
        when: hasCalls,
        repeat: true,
        perform: () => move(-1),
      },
      next: {
        id: 'start.next',
        label: 'start:act.next',
        keys: ['ArrowDown'],
        when: hasCalls,
        repeat: true,
        perform: () => move(1),
      },
      lesser: {
        id: 'start.mode-back',
        label: 'start:act.modeBack',
        keys: ['ArrowLeft'],
        perform: () => turn(-1),
      },
      greater: {
        id: 'start.mode-on',
        label: 'start:act.modeOn',
        keys: ['ArrowRight'],
        perform: () => turn(1),
      },
      search: {
        id: 'start.search',
        label: 'start:act.search',
        keys: ['/'],
        when: () => now().mode !== 'exam',
        perform: () => search.current?.focus(),
      },
      debrief: {
        id: 'start.debrief',
        label: 'start:act.debrief',
        keys: ['D'],
        when: () => now().chosen?.record != null,
        perform: () => {
          const record = now().chosen?.record
          if (record) latest.current.doings.debrief(record.last.attempt)
        },
      },
      resume: {
        id: 'start.resume',
        label: 'start:resume.go',
        keys: ['R'],
        when: () => latest.current.resumable.length > 0,
        perform: () => {
          const [newest] = latest.current.resumable
          if (newest) latest.current.doings.resume(newest.header.id)
        },
      },
    } as const satisfies Record<string, Action>
  }, [search, row])
}
