import { useCallback, useEffect, useState } from 'react'
import type { Space, SpaceHealth } from '../../storage/drafts/ports.ts'
import { t } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'

/** From so much of the quota on the space counts as nearly used up. */
const NEARLY_FULL = 0.9

/** What threatens what is kept in this browser, the gravest first; null: nothing does. */
export type Danger = 'denied' | 'full' | 'clearable'

export function dangerOf({ lasts, persistent, used, quota }: SpaceHealth): Danger | null {
  if (!lasts) return 'denied'
  if (used !== null && quota !== null && quota > 0 && used >= quota * NEARLY_FULL) return 'full'
  return persistent ? null : 'clearable'
}

/** Measuring the space waits so long, ms: what is typed right after opening must not wait for it. */
const MEASURE_AFTER_MS = 20_000

/**
 * How safe the browser's storage is, null until it says; and a way to ask it to keep our data, told on the screen.
 * `atOnce`: the space is measured now, since somebody wants to see it.
 */
export function useSpace(
  space: Space,
  atOnce = false,
): { readonly health: SpaceHealth | null; readonly keep: () => void } {
  const [health, setHealth] = useState<SpaceHealth | null>(null)
  const look = useCallback(
    (measure: boolean) => space.health(measure).then(setHealth, () => undefined),
    [space],
  )
  useEffect(() => {
    void look(atOnce)
    if (atOnce) return
    const timer = setTimeout(() => void look(true), MEASURE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [look, atOnce])
  const keep = useCallback(() => {
    void space.keep().then(async (kept) => {
      say(
        kept
          ? { kind: 'done', text: t('studio:keeping.keptNow') }
          : { kind: 'warn', sticky: true, text: t('studio:keeping.refused') },
      )
      await look(true)
    })
  }, [space, look])
  return { health, keep }
}
