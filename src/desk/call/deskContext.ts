/** What every part of the desk works with. */
import { createContext, use, useContext } from 'react'
import type { City } from '../../core/city/city.ts'
import type { Header } from '../../core/sim/attempt.ts'
import type { Command } from '../../core/sim/command.ts'
import type { Session } from '../../core/sim/session.ts'
import type { View } from '../../core/sim/view.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { type Channel, isWritten, type Written } from '../../ui/channel.ts'
import type { AttemptRunner } from '../runtime/attemptRunner.ts'
import { useView } from '../runtime/useView.ts'
import type { Sound } from '../sound/types.ts'
import type { DeskActs } from './actions.ts'
import type { DeskUi } from './deskUi.ts'

/** What the trainee may know of the scenario beside the view. */
export interface CallFacts {
  /** Local time of the first ring, `2025-12-14T06:40`. */
  readonly at: string
  readonly channel: Channel
}

export interface DeskValue {
  readonly runner: AttemptRunner
  readonly session: Session
  readonly header: Header
  readonly facts: CallFacts
  /** Read once the phone rings: nobody needs it before. */
  readonly taxonomy: Promise<Taxonomy>
  readonly city: City
  readonly sound: Sound
  readonly ui: DeskUi
  readonly acts: DeskActs
  /** Carries out a command at the moment of a DOM event; a refusal is shown on the screen. */
  readonly perform: (command: Command, timeStamp: number) => void
}

export const DeskContext = createContext<DeskValue | null>(null)

/** The desk that this component is part of. Throws outside of one. */
export function useDesk(): DeskValue {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a part of the desk stands outside of a desk')
  return desk
}

/** By what the call comes: its words follow that. */
export function useChannel(): Channel {
  return useDesk().facts.channel
}

/** By what messages it comes; null: by voice. */
export function useWritten(): Written | null {
  const channel = useChannel()
  return isWritten(channel) ? channel : null
}

/** The taxonomy; suspends until it is read. */
export function useTaxonomy(): Taxonomy {
  return use(useDesk().taxonomy)
}

/** What the trainee may see now. */
export function useDeskView(): View {
  return useView(useDesk().session)
}
