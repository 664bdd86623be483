import type { Utterance } from '../../core/sim/view.ts'

/** A call by text message: what its words mean there. A line's time is the time that it takes to read. */

/** Has the caller's last text come, and not yet been there long enough to be read? Nobody answers what they haven't read. */
export function isBeingRead(talk: readonly Utterance[], now: number): boolean {
  const last = talk.findLast(({ who, from }) => who === 'caller' && from <= now)
  return last !== undefined && now < last.from + last.ms
}

/** The texts that are there: the caller's from the moment that they came, one's own while they are being sent. */
export function textsAt(talk: readonly Utterance[], now: number): readonly Utterance[] {
  return talk.filter(({ who, from }) => who === 'trainee' || from <= now)
}
