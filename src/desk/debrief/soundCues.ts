import type { Ground } from './ground.ts'

/** What is heard in a call, by its moment. Pure; the replay plays it. */
export type SoundCue =
  | {
      readonly at: number
      readonly do: 'ring' | 'up' | 'quiet' | 'drop' | 'ringback' | 'busy' | 'hush'
    }
  | {
      readonly at: number
      readonly do: 'speak'
      readonly line: string
      readonly ms: number
      /** The caller's arousal, 0 to 100. */
      readonly mood: number
    }

/** The cues of a call in order. */
export function soundCues({
  journal,
  script,
}: Pick<Ground, 'journal' | 'script'>): readonly SoundCue[] {
  const cues: SoundCue[] = []
  let mood = script.moods.start[1]
  for (const entry of journal) {
    if (entry.origin !== 'script') continue
    const { at, happening } = entry
    switch (happening.what) {
      case 'ringing':
        cues.push({ at, do: 'ring' })
        break
      case 'connected':
      case 'resumed':
      case 'restored':
        cues.push({ at, do: 'up' })
        break
      case 'held':
        cues.push({ at, do: 'quiet' })
        break
      case 'gave-up':
      case 'dropped':
      case 'ended':
        cues.push({ at, do: 'drop' })
        break
      case 'calling-back':
        cues.push({ at, do: 'ringback' })
        break
      case 'no-answer':
        cues.push({ at, do: 'busy' })
        break
      case 'said':
        cues.push({ at, do: 'hush' })
        break
      case 'moods':
        mood = happening.moods.arousal
        break
      case 'caller':
        cues.push({ at: happening.from, do: 'speak', line: happening.line, ms: happening.ms, mood })
        break
      default:
    }
  }
  return cues.toSorted((a, b) => a.at - b.at)
}

/** What is on the line at a moment: the last cue that is no speech. */
export function lineAt(cues: readonly SoundCue[], time: number): SoundCue['do'] | null {
  return (
    cues.findLast(({ at, do: what }) => at <= time && what !== 'speak' && what !== 'hush')?.do ??
    null
  )
}

/** Where to start so that a caller's sentence that is under way is heard from its beginning. */
export function sentenceStart(cues: readonly SoundCue[], time: number): number {
  const last = cues.findLast(
    ({ at, do: what }) => at <= time && (what === 'speak' || what === 'hush'),
  )
  return last?.do === 'speak' && last.at + last.ms > time ? last.at : time
}
