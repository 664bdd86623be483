import type { Sound, SoundCheckResult, SoundReport, VoiceLine } from './types.ts'

/** Where the sound check stands. */
export type SoundTestState = 'untested' | 'ringing' | 'speaking' | 'ready' | 'blocked'

/** Outcome of one test. */
export interface SoundTestOutcome {
  ready: boolean
  check: SoundCheckResult
}

/** The ring counts as blocked if it isn't heard within this many ms. */
const RING_LIMIT_MS = 2500
/** One tone of the ring, in ms. */
const RING_MS = 1000
/** The test sentence may take this much longer than planned, in ms. */
const LINE_GRACE_MS = 4000

/** Waits for a report that `fits`, or gives null after `limitMs`. */
function report(
  sound: Sound,
  fits: (r: SoundReport) => boolean,
  limitMs: number,
): Promise<SoundReport | null> {
  return new Promise((done) => {
    const finish = (r: SoundReport | null) => {
      clearTimeout(timer)
      forget()
      done(r)
    }
    const forget = sound.onReport((r) => {
      if (fits(r)) finish(r)
    })
    const timer = setTimeout(() => finish(null), limitMs)
  })
}

/**
 * Unlocks the sound, rings once and says `line`. Ready only if the ring's onset was really observed.
 * Must be called from a click or key press. `tell` hears each step; `sound` is silent again at the end.
 */
export async function runSoundTest(
  sound: Sound,
  line: VoiceLine,
  tell: (state: SoundTestState) => void,
): Promise<SoundTestOutcome> {
  tell('ringing')
  const unlocked = await sound.unlock()
  let heard = false
  if (unlocked === 'ready') {
    const first = report(sound, (r) => r.what === 'ring' && r.kind !== 'ended', RING_LIMIT_MS)
    sound.ring(true)
    heard = (await first)?.kind === 'onset'
    if (heard) await new Promise((done) => setTimeout(done, RING_MS))
    sound.ring(false)
  }
  const check = await sound.check()
  if (heard) {
    tell('speaking')
    const what = `line:${line.id}`
    const end = report(sound, (r) => r.what === what && r.kind === 'ended', line.ms + LINE_GRACE_MS)
    sound.speak(line)
    if ((await end) === null) sound.stopSpeaking()
  }
  tell(heard ? 'ready' : 'blocked')
  return { ready: heard, check }
}
