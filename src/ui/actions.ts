/**
 * One definition per thing that a user can do. Buttons, the keyboard and the overlay of shortcuts
 * all come from it, so they can't disagree.
 */
import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react'
import type { TextKey, Values } from './i18n/keys.ts'
import { type Combo, matches, parseCombo } from './keys.ts'

export interface Action {
  /** Unique on the page: `desk.hold`. */
  readonly id: string
  readonly label: TextKey
  readonly labelValues?: Values
  /** Any of these triggers it; the first is shown. Empty for buttons without a shortcut. */
  readonly keys: readonly string[]
  /** Heading in the overlay; without one it stands under 'this page'. */
  readonly group?: TextKey
  /** Possible now? Then the button is enabled and the key is taken. Default: always. */
  readonly when?: () => boolean
  /**
   * Does it.
   * @param timeStamp the DOM event's own time, milliseconds since the page's time origin
   * @param key which of `keys` was pressed; none for a click
   */
  readonly perform: (timeStamp: number, key?: string) => void
  /** Also while a text field has the focus (Escape, Mod+Enter). */
  readonly whileTyping?: boolean
  /** Also for the repeats of a key held down (panning). */
  readonly repeat?: boolean
}

interface Entry {
  readonly layer: string
  actions: readonly Action[]
  combos: readonly (readonly Combo[])[]
}

/** The page itself; a modal dialog opens a layer above, and only the top layer hears keys. */
const PAGE = 'page'
export const LayerContext = createContext(PAGE)

const entries = new Set<Entry>()
const layers: string[] = [PAGE]

/** Whether the event's target is a place where letters are text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return (
    target instanceof HTMLInputElement &&
    !['button', 'checkbox', 'radio', 'range', 'submit'].includes(target.type)
  )
}

/** Keys that a focused control uses itself: Enter on a button must not also start a call. */
function belongsToControl(event: KeyboardEvent): boolean {
  if (!(event.target instanceof HTMLElement)) return false
  // Mod+Enter is nobody's own: it submits the page
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  // a radio button or a box uses the space bar alone
  if (event.key === 'Enter' && event.target.matches('input[type="radio"], input[type="checkbox"]'))
    return false
  if (event.key === 'Enter' || event.key === ' ')
    return event.target.closest('button, a[href], summary, input, [role="button"]') !== null
  if (event.key.startsWith('Arrow'))
    return (
      event.target.closest('input, [role="radiogroup"], [role="listbox"], [role="slider"]') !== null
    )
  return false
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || belongsToControl(event)) return
  const typing = isTyping(event.target)
  const top = layers.at(-1)
  for (const entry of entries) {
    if (entry.layer !== top) continue
    for (const [i, action] of entry.actions.entries()) {
      const pressed = entry.combos[i]?.findIndex((combo) => matches(combo, event)) ?? -1
      if (pressed < 0) continue
      if ((typing && !action.whileTyping) || (event.repeat && !action.repeat)) continue
      if (action.when && !action.when()) continue
      event.preventDefault()
      action.perform(event.timeStamp, action.keys[pressed])
      return
    }
  }
  // Out of a field with Esc, so that the letters are shortcuts again.
  if (typing && event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
}

/** Puts actions on the keyboard and into the overlay while the component is mounted. */
export function useActions(actions: readonly Action[]): void {
  const layer = useContext(LayerContext)
  const ref = useRef<Entry | null>(null)
  useEffect(() => {
    const entry: Entry = { layer, actions: [], combos: [] }
    ref.current = entry
    if (entries.size === 0) document.addEventListener('keydown', onKeyDown)
    entries.add(entry)
    return () => {
      entries.delete(entry)
      ref.current = null
      if (entries.size === 0) document.removeEventListener('keydown', onKeyDown)
    }
  }, [layer])
  const fill = () => {
    if (!ref.current || ref.current.actions === actions) return
    ref.current.actions = actions
    ref.current.combos = actions.map((action) => action.keys.map(parseCombo))
  }
  useLayoutEffect(fill)
  useEffect(fill) // the first time, the entry is there only now
}

/** Silences the keys of everything below while a modal part is mounted. */
export function useModalLayer(id: string): void {
  useLayoutEffect(() => {
    layers.push(id)
    return () => {
      layers.splice(layers.lastIndexOf(id), 1)
    }
  }, [id])
}

/** All actions of the page with a shortcut, in the order in which they were mounted. */
export function pageActions(): readonly Action[] {
  return [...entries]
    .filter((entry) => entry.layer === PAGE)
    .flatMap((entry) => entry.actions)
    .filter((action) => action.keys.length > 0)
}
