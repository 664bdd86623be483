import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

/** A text is written into the record when it was left alone for this long, or when its field is left. ms */
const IDLE_MS = 2000

export interface Draft {
  readonly value: string
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void
  readonly onBlur: (event: { readonly timeStamp: number }) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void
}

/**
 * A text being written. It becomes a revision of the record when typing pauses, on Enter (in one line) or Mod+Enter, and
 * when the field is left; Escape leaves the field. What changes the record elsewhere replaces it.
 * @param commit gets the text and the wall time of the deed
 */
export function useDraft(
  stored: string,
  commit: (text: string, timeStamp: number) => void,
  oneLine: boolean,
): Draft {
  const [value, setValue] = useState(stored)
  const latest = useRef({ value, stored, commit })
  latest.current = { value, stored, commit }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => setValue(stored), [stored])
  useEffect(() => () => clearTimeout(timer.current), [])

  const save = (timeStamp: number) => {
    clearTimeout(timer.current)
    const now = latest.current
    if (now.value.trim() !== now.stored) now.commit(now.value.trim(), timeStamp)
  }
  return {
    value,
    onChange: ({ target }) => {
      setValue(target.value)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => save(performance.now()), IDLE_MS)
    },
    onBlur: ({ timeStamp }) => save(timeStamp),
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape') event.currentTarget.blur()
      else if (event.key === 'Enter' && (oneLine || event.ctrlKey || event.metaKey)) {
        save(event.timeStamp)
        if (oneLine) event.currentTarget.blur()
      }
    },
  }
}
