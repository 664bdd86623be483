import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Diagnostic, Path } from '../../core/scenario/diagnostic.ts'
import { isList, isMap, type Json } from '../../core/scenario/edit/write.ts'
import type { ChoiceGround } from '../choices/choices.ts'
import { useShared } from '../draft/share.ts'
import { usePart, useValue } from '../draft/value.ts'
import { cityChoices, useCity } from '../ground.ts'
import { useStudio } from '../studio.ts'
import { nameOf } from './names.ts'

/** What is written at a path; undefined if nothing is. */
export function valueAt(content: unknown, path: Path): Json | undefined {
  let value = content as Json | undefined
  for (const step of path) {
    if (isMap(value)) value = Object.hasOwn(value, String(step)) ? value[String(step)] : undefined
    else if (isList(value)) value = value[Number(step)]
    else return undefined
  }
  return value
}

export interface FieldState {
  readonly value: Json | undefined
  readonly set: (value: Json) => void
  readonly remove: () => void
  /**
   * Changes below the place: a key, or an item by its index. Edits are made one after the other, and each must say only
   * what it means, or a quick hand would undo with the second what it did with the first.
   */
  readonly setAt: (key: string | number, value: Json) => void
  readonly removeAt: (key: string | number) => void
  readonly add: (value: Json) => void
  /** What is wrong right here. */
  readonly faults: readonly Diagnostic[]
}

/** One place of the file, for a widget. */
export function useField(path: Path): FieldState {
  const { findings, edit } = useStudio()
  const key = path.join('.')
  // forms make the path anew each time they are drawn
  const kept = useRef(path)
  if (kept.current.join('.') !== key) kept.current = path
  const at = kept.current
  const value = usePart(findings, ({ content }) => valueAt(content, at))
  const diagnostics = usePart(findings, (found) => found.diagnostics)
  const faults = useShared(
    useMemo(() => diagnostics.filter((one) => one.path === key), [diagnostics, key]),
  )
  const acts = useMemo(() => {
    const name = nameOf(at)
    const acts: Omit<FieldState, 'value' | 'faults'> = {
      set: (value) =>
        void edit(
          { zh: `改“${name.zh}”`, en: `change '${name.en}'` },
          [{ kind: 'set', path: at, value }],
          key,
        ),
      setAt: (below, next) =>
        void edit(
          { zh: `改“${name.zh}”`, en: `change '${name.en}'` },
          [{ kind: 'set', path: [...at, below], value: next }],
          `${key}.${below}`,
        ),
      removeAt: (below) =>
        void edit({ zh: `改“${name.zh}”`, en: `change '${name.en}'` }, [
          { kind: 'remove', path: [...at, below] },
        ]),
      add: (next) =>
        void edit({ zh: `加“${name.zh}”`, en: `add '${name.en}'` }, [
          { kind: 'insert', path: at, index: Number.MAX_SAFE_INTEGER, value: next },
        ]),
      remove: () =>
        void edit({ zh: `删去“${name.zh}”`, en: `remove '${name.en}'` }, [
          { kind: 'remove', path: at },
        ]),
    }
    return acts
  }, [key, at, edit])
  return useMemo(() => ({ value, faults, ...acts }), [value, faults, acts])
}

/** What choices are made from, once for all fields of a form. */
export const ChoiceContext = createContext<ChoiceGround | null>(null)

/** What choices are made from in this form. */
export function useChoiceGround(): ChoiceGround {
  const ground = useContext(ChoiceContext)
  if (ground === null) throw new Error('There are no choices around this field')
  return ground
}

/** What choices are made from, as the scenario stands once typing rests. */
export function useFreshChoiceGround(): ChoiceGround {
  const { settled, ground } = useStudio()
  const scenario = useValue(settled)
  const city = useCity(ground, scenario?.city)
  return useMemo(
    () => ({
      scenario,
      taxonomy: ground.taxonomy,
      city: city?.city ?? null,
      cities: cityChoices(ground, city?.city ?? null),
    }),
    [scenario, ground, city],
  )
}

/** Letters wait so long for more before they go into the file, ms. */
const TYPING_MS = 200

/** A text that is being typed: shown at once, written after a moment and when the field is left. */
export function useTyped(
  value: string,
  commit: (text: string) => void,
): {
  readonly text: string
  readonly type: (text: string) => void
  readonly flush: () => void
} {
  const [text, setText] = useState(value)
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const latest = useRef(commit)
  latest.current = commit
  const flush = () => {
    if (!waiting.current) return
    clearTimeout(waiting.current.timer)
    const { text: last } = waiting.current
    waiting.current = null
    latest.current(last)
  }
  useEffect(() => {
    // what is being typed is newer than anything that comes back
    if (!waiting.current) setText(value)
  }, [value])
  useEffect(() => () => flushRef.current(), [])
  const flushRef = useRef(flush)
  flushRef.current = flush
  return {
    text,
    type: (next) => {
      setText(next)
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = { text: next, timer: setTimeout(() => flushRef.current(), TYPING_MS) }
    },
    flush,
  }
}
