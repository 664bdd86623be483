import type { GlueParts } from './soundGlue.ts'

/** A sign for a text that came longer ago than this would only confuse, ms. */
const TOO_LATE_MS = 1500

/**
 * The sound of a call by text message: no ring, no voice, no background; a short sign when a text comes. The one that
 * is opened first had its sign when it came. Returns the way to end it.
 */
export function connectTexts({ runner, sound, wall }: GlueParts): () => void {
  const { session } = runner
  const timers = new Set<ReturnType<typeof setTimeout>>()
  let seen = session.now === 0 ? 0 : session.journal.length
  let opened = session.now > 0

  const signAt = (from: number) => {
    const at = runner.wallOf(from)
    if (at === null || wall() - at > TOO_LATE_MS) return
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        if (!runner.paused) sound.line('message')
      },
      Math.max(0, at - wall()),
    )
    timers.add(timer)
  }
  const onSession = () => {
    const { journal } = session
    while (seen < journal.length) {
      const entry = journal[seen]
      seen += 1
      if (entry?.origin !== 'script') continue
      const { happening } = entry
      if (happening.what === 'ringing') sound.line('message')
      if (happening.what !== 'caller') continue
      if (opened) signAt(happening.from)
      opened = true
    }
  }
  onSession()
  const stop = session.subscribe(onSession)
  return () => {
    stop()
    for (const timer of timers) clearTimeout(timer)
    sound.line('off')
  }
}
