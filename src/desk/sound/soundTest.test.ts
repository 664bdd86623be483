import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { runSoundTest } from './soundTest.ts'
import type { Sound, SoundReport, VoiceLine } from './types.ts'

const line: VoiceLine = {
  id: 'sound-test',
  text: '喂？',
  lang: 'zh',
  ms: 1000,
  gender: 'female',
  age: 'adult',
  rate: 1,
  mood: 0,
}

/** A sound whose ring is heard or not. */
function fake(unlock: 'ready' | 'blocked', ringHeard: boolean, lineEnds = true) {
  const listeners = new Set<(r: SoundReport) => void>()
  const done: string[] = []
  const send = (kind: SoundReport['kind'], what: string) => {
    for (const cb of [...listeners]) cb({ kind, at: performance.now(), what })
  }
  const sound: Sound = {
    unlock: async () => unlock,
    check: async () => ({ ok: true, latencyMs: 24, outputName: null, voices: { zh: 0, en: 0 } }),
    ring(on) {
      done.push(`ring ${on}`)
      if (on && ringHeard) setTimeout(() => send('onset', 'ring'), 30)
    },
    speak(of) {
      done.push('speak')
      if (lineEnds) setTimeout(() => send('ended', `line:${of.id}`), of.ms)
    },
    stopSpeaking: () => void done.push('stop'),
    ambience() {},
    line() {},
    level: () => 0,
    mute() {},
    volume() {},
    onReport(cb) {
      listeners.add(cb)
      return () => listeners.delete(cb)
    },
    dispose() {},
  }
  return { sound, done, listeners }
}

async function run(sound: Sound) {
  const states: string[] = []
  const outcome = runSoundTest(sound, line, (s) => states.push(s))
  await vi.advanceTimersByTimeAsync(20_000)
  return { states, outcome: await outcome }
}

describe('runSoundTest', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('rings, speaks, and is ready', async () => {
    const { sound, done, listeners } = fake('ready', true)
    const { states, outcome } = await run(sound)
    expect(states).toEqual(['ringing', 'speaking', 'ready'])
    expect(done).toEqual(['ring true', 'ring false', 'speak'])
    expect(outcome.ready).toBe(true)
    expect(listeners.size).toBe(0)
  })

  it('is blocked if the ring was asked for and not heard', async () => {
    const { sound, done } = fake('ready', false)
    const { states, outcome } = await run(sound)
    expect(states).toEqual(['ringing', 'blocked'])
    expect(done).toEqual(['ring true', 'ring false'])
    expect(outcome.ready).toBe(false)
  })

  it('doesn’t ring where the browser refuses', async () => {
    const { sound, done } = fake('blocked', true)
    expect((await run(sound)).states).toEqual(['ringing', 'blocked'])
    expect(done).toEqual([])
  })

  it('stops a sentence that never ends', async () => {
    const { sound, done } = fake('ready', true, false)
    expect((await run(sound)).states.at(-1)).toBe('ready')
    expect(done.at(-1)).toBe('stop')
  })
})
