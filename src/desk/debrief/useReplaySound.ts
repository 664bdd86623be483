import { useCallback, useEffect, useRef } from 'react'
import { language } from '../../ui/i18n/i18n.ts'
import type { ContentFiles } from '../../ui/services.ts'
import { clipOf } from '../runtime/recordings.ts'
import type { Sound } from '../sound/types.ts'
import type { Ground } from './ground.ts'
import type { Player } from './player.ts'
import { followPlayer } from './replaySound.ts'

/** Sound for the replay: its code is read, and the browser's audio opened, when first played. */
export function useReplaySound(
  player: Player,
  ground: Ground,
  content: ContentFiles,
  onBlocked: () => void,
): { readonly unlock: () => Promise<void> } {
  const sound = useRef<Sound | null>(null)
  const stop = useRef<(() => void) | null>(null)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      stop.current?.()
      stop.current = null
      sound.current?.dispose()
      sound.current = null
    }
  }, [])
  const unlock = useCallback(async () => {
    if (sound.current === null) {
      const { createSound } = await import('../sound/createSound.ts')
      // another press, or the page was left, while the code was read
      if (gone.current || sound.current !== null) return
      const { channel } = ground.rolled.scenario
      sound.current = createSound(undefined, channel === 'video' ? 'video' : 'line')
      stop.current = followPlayer({
        player,
        ground,
        sound: sound.current,
        language,
        clip: (line, lang) => {
          const said = ground.script.texts.get(line)?.[lang] ?? ''
          return clipOf(content, ground.header.scenario, line, lang, said)
        },
      })
    }
    if ((await sound.current.unlock()) === 'blocked' && !gone.current) onBlocked()
  }, [player, ground, content, onBlocked])
  return { unlock }
}
