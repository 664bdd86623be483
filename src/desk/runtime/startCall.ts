import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { isWritten } from '../../ui/channel.ts'
import { language } from '../../ui/i18n/i18n.ts'
import type { Library } from '../../ui/library/library.ts'
import type { Services } from '../../ui/services.ts'
import { createSound } from '../sound/createSound.ts'
import type { Sound } from '../sound/types.ts'
import { AttemptRunner } from './attemptRunner.ts'
import type { OpenedCall } from './openAttempt.ts'
import { browserPulse } from './pulse.ts'
import { clipOf } from './recordings.ts'
import { connectSound } from './soundGlue.ts'
import { DEVICE_ERROR_MS, watchTab } from './tabWatch.ts'
import { connectTexts } from './textGlue.ts'
import { unlockOnGesture } from './unlock.ts'

/** An attempt that runs. */
export interface RunningCall extends OpenedCall {
  readonly runner: AttemptRunner
  readonly sound: Sound
  readonly taxonomy: Promise<Taxonomy>
  /** Stops time and sound; what the journal holds is stored first. */
  stop(): Promise<void>
}

export interface StartParts {
  readonly call: OpenedCall
  readonly services: Services
  readonly library: Library
  /** Another tab took the attempt over. */
  readonly onLost: (error: unknown) => void
}

/** Lets an opened attempt run in this tab: time, sound, storage, and what is observed of the device. */
export function startCall(parts: StartParts): RunningCall {
  const { call, services, library } = parts
  const { session, header } = call
  const runner = new AttemptRunner({
    session,
    store: services.store,
    written: call.written,
    pulse: browserPulse,
    wall: () => performance.now(),
    now: () => services.now(),
    onLost: parts.onLost,
  })
  const { channel } = session.rolled.scenario
  const sound = createSound(undefined, channel === 'video' ? 'video' : 'line')
  runner.start()
  const opened = performance.now()
  if (call.resumed) {
    const gap = Math.floor(services.now() - header.startedAt - session.now)
    runner.observe({ saw: 'resumed-after-kill', gap: Math.max(0, gap) }, opened)
  } else runner.observe({ saw: 'device', error: DEVICE_ERROR_MS }, opened)
  const stopTab = watchTab(runner)
  const forgetGesture = unlockOnGesture(sound)
  const connect = isWritten(channel) ? connectTexts : connectSound
  const silence = connect({
    runner,
    sound,
    language,
    clip: (line, lang) => {
      const said = session.script.texts.get(line)?.[lang] ?? ''
      return clipOf(services.content, header.scenario, line, lang, said)
    },
    wall: () => performance.now(),
  })
  return {
    ...call,
    runner,
    sound,
    taxonomy: afterRing().then(() => library.taxonomy()),
    stop: async () => {
      stopTab()
      forgetGesture()
      silence()
      sound.dispose()
      await runner.stop()
    },
  }
}

/** How long reading the rest waits for the phone to be seen ringing, at most, ms. */
const RING_FIRST_MS = 120

/** Once the ring is on the screen (or the tab is hidden and nothing is seen). */
function afterRing(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => resolve()
    requestAnimationFrame(() => requestAnimationFrame(done))
    setTimeout(done, RING_FIRST_MS)
  })
}
