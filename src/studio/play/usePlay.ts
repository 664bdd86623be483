import { useEffect } from 'react'
import { useDraftState } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { useCity } from '../ground.ts'
import { useStudio } from '../studio.ts'
import { createPlayer } from './player.ts'
import { type PlayRoom, playRoom } from './room.ts'

/** After the last letter, before what is played is played again, ms. */
const QUIET_MS = 150

/** The room, with a thread that plays while the panel is shown and takes over every change of the text. */
export function usePlay(): PlayRoom {
  const { draft, ground, findings } = useStudio()
  const { text, files } = useDraftState(draft)
  const { lastScenario, lastWalked } = useValue(findings)
  const room = playRoom(draft)
  const loaded = useCity(ground, lastScenario?.city)
  const walk = lastWalked?.report.walk ?? null
  useEffect(() => {
    if (!loaded) return
    const { taxonomy, rubric } = ground
    const player = createPlayer({ taxonomy, rubric, city: loaded.city })
    const { text: first, files: others } = draft.state
    room.attach(player, first, others)
    return () => {
      room.detach()
      player.dispose()
    }
  }, [draft, ground, loaded, room])
  useEffect(() => {
    const timer = setTimeout(() => room.take(text, files), QUIET_MS)
    return () => clearTimeout(timer)
  }, [room, text, files])
  useEffect(() => room.know(walk), [room, walk])
  return room
}
