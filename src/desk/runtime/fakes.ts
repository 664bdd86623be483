import type { Mode } from '../../core/sim/attempt.ts'
import { Session } from '../../core/sim/session.ts'
import { inputFor, scenarioFrom } from '../../core/testing/drive.ts'
import { AttemptRunner, type RunnerParts } from './attemptRunner.ts'

/** A clock and frames that tests move by hand. */
export function fakeFrames(start = 5000) {
  let wall = start
  let beat: ((at: number) => void) | null = null
  return {
    wall: () => wall,
    pulse: (next: (at: number) => void) => {
      beat = next
      return () => {
        beat = null
      }
    },
    /** Moves the wall clock on by `ms`, with a frame every 16 ms. */
    run(ms: number) {
      const end = wall + ms
      while (wall < end) {
        wall = Math.min(end, wall + 16)
        beat?.(wall)
      }
    },
    get running() {
      return beat !== null
    },
  }
}

/** A runner over the small test scenario, not yet started. */
export function fakeRun(
  mode: Mode,
  store: RunnerParts['store'],
  written = 0,
  session = fakeSession(mode),
) {
  const frames = fakeFrames()
  const lost: unknown[] = []
  const runner = new AttemptRunner({
    session,
    store,
    written,
    pulse: frames.pulse,
    wall: frames.wall,
    now: () => 1_700_000_000_000 + frames.wall(),
    onLost: (error) => lost.push(error),
  })
  return { runner, session, frames, lost }
}

export function fakeSession(mode: Mode): Session {
  return new Session(inputFor(scenarioFrom(), 'seed', undefined, mode))
}
