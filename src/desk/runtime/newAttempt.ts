import type { Header, Mode } from '../../core/sim/attempt.ts'
import { ENGINE_VERSION } from '../../core/sim/engine.ts'
import type { Trainee } from '../../storage/ports.ts'

export interface NewAttempt {
  /** A fresh UUIDv7: `store.newId()`. */
  readonly id: string
  readonly scenario: Header['scenario']
  readonly mode: Mode
  readonly lang: Header['lang']
  readonly trainee: Pick<Trainee, 'id' | 'name' | 'badge'>
  /** ms since 1970. */
  readonly now: number
  /** Draws the variant; a fresh one if missing. */
  readonly seed?: string
}

/** The header of an attempt that begins now. Hand it to `store.create`, then go to `/call/<id>`. */
export function newHeader({ id, scenario, mode, lang, trainee, now, seed }: NewAttempt): Header {
  return {
    id,
    scenario,
    engine: ENGINE_VERSION,
    // the id's random part: nobody knows it before, and no chance is spent elsewhere
    seed: seed ?? id.slice(-12),
    mode,
    lang,
    trainee: { id: trainee.id, name: trainee.name, badge: trainee.badge },
    startedAt: Math.floor(now),
  }
}

/**
 * The header of an attempt that takes another one up again just before its entry `n`: same variant, same mode.
 * @param id a fresh UUIDv7
 * @param at simulated ms at which it goes on
 */
export function headerFrom(old: Header, id: string, n: number, at: number, now: number): Header {
  return {
    ...old,
    id,
    startedAt: Math.max(0, Math.floor(now) - at),
    from: { attempt: old.id, n },
  }
}
