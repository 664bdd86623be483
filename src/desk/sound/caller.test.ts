import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Caller } from './caller.ts'
import { createSound } from './createSound.ts'
import type { Player, PlayHandlers } from './player.ts'
import type { SoundReport, VoiceLine } from './types.ts'

const line: VoiceLine = {
  id: 'x',
  text: '你还在吗？',
  lang: 'zh',
  ms: 1400,
  gender: 'female',
  age: 'child',
  rate: 1,
  mood: 40,
}

/** A player that fails at once, for a reason. */
const broken =
  (reason: string, done = 0): Player =>
  (_line, _from, on) => {
    on.failed(reason, done)
    return { stop() {}, level: () => 0.9 }
  }

/** A player that a test holds by the hand. */
function held() {
  const calls: { line: VoiceLine; from: number; on: PlayHandlers; stopped: boolean }[] = []
  const player: Player = (of, from, on) => {
    const call = { line: of, from, on, stopped: false }
    calls.push(call)
    return {
      stop() {
        call.stopped = true
      },
      level: () => 0.5,
    }
  }
  return { calls, player }
}

const short = (r: SoundReport) =>
  [r.kind, r.what, r.detail].filter((x) => x !== undefined).join(' ')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('Caller', () => {
  it('goes down the ways and tells why', () => {
    const reports: SoundReport[] = []
    const murmur = held()
    const caller = new Caller(
      [
        ['clip', broken('load')],
        ['system', broken('no-start', 0.4)],
        ['murmur', murmur.player],
      ],
      (r) => reports.push(r),
    )
    caller.speak({ ...line, clip: '/x.wav' })
    expect(murmur.calls[0]?.from).toBe(0.4)
    expect(caller.level()).toBe(0.5)
    murmur.calls[0]?.on.onset(12)
    murmur.calls[0]?.on.ended(900)
    expect(reports.map(short)).toEqual([
      'fallback line:x system:load',
      'fallback line:x murmur:no-start',
      'onset line:x murmur',
      'ended line:x',
    ])
    expect(caller.level()).toBe(0)
  })

  it('skips recordings for lines without one', () => {
    const clip = held()
    const murmur = held()
    new Caller(
      [
        ['clip', clip.player],
        ['murmur', murmur.player],
      ],
      () => {},
    ).speak(line)
    expect(clip.calls).toHaveLength(0)
    expect(murmur.calls).toHaveLength(1)
  })

  it('lets a line pass in silence when nothing works, and says so', () => {
    const reports: SoundReport[] = []
    const caller = new Caller([['murmur', broken('suspended')]], (r) => reports.push(r))
    caller.speak(line)
    let top = 0
    for (let t = 0; t < 1390; t += 10) {
      vi.advanceTimersByTime(10)
      top = Math.max(top, caller.level())
    }
    expect(top).toBeGreaterThan(0.3)
    expect(reports.map(short)).toEqual(['blocked line:x suspended'])
    vi.advanceTimersByTime(20)
    expect(reports.map(short)).toEqual(['blocked line:x suspended', 'ended line:x silent'])
  })

  it('ends every line once: a new line stops the old one', () => {
    const reports: SoundReport[] = []
    const murmur = held()
    const caller = new Caller([['murmur', murmur.player]], (r) => reports.push(r))
    caller.speak(line)
    caller.speak({ ...line, id: 'y' })
    expect(murmur.calls[0]?.stopped).toBe(true)
    murmur.calls[0]?.on.ended(5)
    murmur.calls[1]?.on.ended(7)
    caller.stop()
    expect(reports.map(short)).toEqual(['ended line:x stopped', 'ended line:y'])
  })
})

describe('createSound without audio', () => {
  it('does nothing, throws nothing, and reports what can’t be heard', async () => {
    const sound = createSound(null)
    const reports: SoundReport[] = []
    const forget = sound.onReport((r) => reports.push(r))
    expect(await sound.unlock()).toBe('blocked')
    expect(await sound.check()).toEqual({
      ok: false,
      latencyMs: null,
      outputName: null,
      voices: { zh: 0, en: 0 },
    })
    sound.ring(true)
    sound.ring(false)
    sound.ambience('car')
    sound.ambience(null)
    sound.line('connect')
    sound.line('off')
    sound.mute(true)
    sound.volume(Number.NaN)
    sound.speak(line)
    vi.advanceTimersByTime(1500)
    expect(reports.map(short)).toEqual([
      'blocked ring no-audio',
      'blocked ambience:car no-audio',
      'blocked connect no-audio',
      'blocked line:x no-audio',
      'ended line:x silent',
    ])
    forget()
    sound.ring(true)
    expect(reports).toHaveLength(5)
    sound.dispose()
    sound.speak(line)
    expect(sound.level()).toBe(0)
  })
})
