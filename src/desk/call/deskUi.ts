/** What is open on the desk, and what the map points out. The page's own state; nothing of it is in the journal. */
import { type RefObject, useMemo, useRef, useState } from 'react'
import type { RecordField } from '../../core/sim/command.ts'
import type { KindFilter } from './unitOrder.ts'

/** The one part that is open: a popover, or a list that waits for a number. */
export type OpenPart =
  | 'three-way'
  | 'transfer'
  | 'class'
  | 'owner'
  | 'facts'
  | 'units'
  | 'partners'
  | 'messages'
  | 'leave'
  | `field:${RecordField}`

export interface Spot {
  readonly x: number
  readonly y: number
}

export interface DeskUi {
  readonly open: OpenPart | null
  /** Stable for the desk's life. */
  readonly api: DeskUiApi
}

export interface DeskUiApi {
  /** Opens a part, closing any other; null closes. */
  show(part: OpenPart | null): void
  /** Opens it, or closes it if it is open. */
  toggle(part: OpenPart): void
  /** Was the open part opened by a control that had the focus, and should get it back? */
  returnsFocus(): boolean
  /** Closes a list that waits for a number; anything else stays open. */
  settle(): void
  /** For `onOpenChange` of a popover: closes only that one. */
  onOpenChange(part: OpenPart): (open: boolean) => void
  readonly place: RefObject<HTMLInputElement | null>
  readonly narrative: RefObject<HTMLTextAreaElement | null>
  /** Popovers stand beside their panel, over the map, so that the talk and the record stay in sight. */
  readonly panels: Readonly<Record<'line' | 'record' | 'dispatch', RefObject<HTMLElement | null>>>
  /** What the map points out; read by the map in every frame. */
  readonly map: { highlight: readonly string[]; focus: Spot | null }
  /** The kind of unit that the list is narrowed to. */
  readonly unitKind: { now: KindFilter }
}

export function useDeskUi(): DeskUi {
  const [open, setOpen] = useState<OpenPart | null>(null)
  const place = useRef<HTMLInputElement>(null)
  const narrative = useRef<HTMLTextAreaElement>(null)
  const line = useRef<HTMLElement>(null)
  const record = useRef<HTMLElement>(null)
  const dispatch = useRef<HTMLElement>(null)
  const focused = useRef(false)
  const api = useMemo<DeskUiApi>(
    () => ({
      show: setOpen,
      toggle: (part) => {
        focused.current = document.activeElement !== document.body
        setOpen((now) => (now === part ? null : part))
      },
      returnsFocus: () => focused.current,
      settle: () => setOpen((now) => (now === 'units' || now === 'facts' ? null : now)),
      onOpenChange: (part) => (next) => {
        if (next) focused.current = true
        setOpen((now) => (next ? part : now === part ? null : now))
      },
      place,
      narrative,
      panels: { line, record, dispatch },
      map: { highlight: [], focus: null },
      unitKind: { now: null },
    }),
    [],
  )
  return useMemo(() => ({ open, api }), [open, api])
}
