import type { Sound, SoundReport } from '../sound/types.ts'

/** A sound that is read only when it is first asked to play: most visits never test it, and it is large. */
export function lazySound(load: () => Promise<() => Sound>): Sound {
  let real: Sound | null = null
  let gone = false
  let opening: Promise<Sound | null> | null = null
  const listeners = new Set<(report: SoundReport) => void>()

  const open = (): Promise<Sound | null> => {
    opening ??= load().then(
      (create) => {
        if (gone) return null
        real = create()
        real.onReport((report) => {
          for (const listener of listeners) listener(report)
        })
        return real
      },
      () => {
        // the file may be there the next time
        opening = null
        return null
      },
    )
    return opening
  }

  return {
    unlock: async () => (await open())?.unlock() ?? 'blocked',
    check: async () =>
      (await open())?.check() ?? {
        ok: false,
        latencyMs: null,
        outputName: null,
        voices: { zh: 0, en: 0 },
      },
    ring: (on) => real?.ring(on),
    speak: (line) => real?.speak(line),
    stopSpeaking: () => real?.stopSpeaking(),
    ambience: (id) => real?.ambience(id),
    line: (event) => real?.line(event),
    level: () => real?.level() ?? 0,
    mute: (on) => real?.mute(on),
    volume: (v) => real?.volume(v),
    onReport(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose() {
      gone = true
      listeners.clear()
      real?.dispose()
      real = null
    },
  }
}
