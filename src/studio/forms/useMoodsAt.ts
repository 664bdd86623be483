import { createContext, useContext, useEffect, useState } from 'react'
import { useDraftPart } from '../draft/useDraft.ts'
import { usePart, useValue } from '../draft/value.ts'
import { useCity } from '../ground.ts'
import { createPlayer, type Player } from '../play/player.ts'
import type { PlayGround } from '../play/protocol.ts'
import { playRoom } from '../play/room.ts'
import { useStudio } from '../studio.ts'
import type { Moods } from './moodWay.ts'

/** After the last letter, before the way is played again, ms. */
const QUIET_MS = 400

/** A thread that plays for the forms, begun when it is first asked. */
export class FormPlayer {
  #player: Player | null = null

  for(ground: PlayGround): Player {
    this.#player ??= createPlayer(ground)
    return this.#player
  }

  dispose(): void {
    this.#player?.dispose()
    this.#player = null
  }
}

export const FormPlayerContext = createContext<FormPlayer | null>(null)

export interface MoodsAt {
  readonly moods: Moods
  /** By the way that was chosen for playing, or by the soonest. */
  readonly by: 'chosen' | 'soonest'
}

/**
 * How the caller feels when one has come to a node, as the engine plays the way there: the proof itself keeps only what
 * conditions ask for. Null while that isn't known, or if nothing leads there.
 */
export function useMoodsAt(node: string | null): MoodsAt | null {
  const { draft, findings, ground } = useStudio()
  const player = useContext(FormPlayerContext)
  const text = useDraftPart(draft, (state) => state.text)
  const city = useCity(
    ground,
    usePart(findings, ({ lastScenario }) => lastScenario?.city),
  )
  const soonest = usePart(
    findings,
    ({ lastWalked }) => lastWalked?.report.walk?.nodes.find(({ id }) => id === node)?.route ?? null,
  )
  const { begun } = useValue(playRoom(draft).state)
  const chosen = begun?.node === node ? (begun?.ways[begun.way] ?? null) : null
  const [found, setFound] = useState<MoodsAt | null>(null)
  const route = chosen ?? soonest
  const by = chosen ? 'chosen' : 'soonest'
  useEffect(() => {
    if (!player || !city || !route || node === null) {
      setFound(null)
      return undefined
    }
    let isCurrent = true
    const title = { zh: node, en: node }
    const ask = async () => {
      const { taxonomy, rubric } = ground
      const answer = await player
        .for({ taxonomy, rubric, city: city.city })
        .ask({ kind: 'route', text, title, route, goal: { node } })
      if (!isCurrent) return
      const moods =
        answer?.kind === 'played' && answer.arrives
          ? answer.played.result.trail.at(-1)?.after.moods
          : undefined
      setFound(moods ? { moods, by } : null)
    }
    const timer = setTimeout(() => void ask(), QUIET_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [player, city, route, by, node, text, ground])
  return found
}
