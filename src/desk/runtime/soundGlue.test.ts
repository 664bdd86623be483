import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sound, SoundReport } from '../sound/types.ts'
import { fakeRun } from './fakes.ts'
import { connectSound } from './soundGlue.ts'

const noStore = { append: async () => {}, reopen: async () => {} }

/** Notes what it is asked for; nothing sounds. */
function fakeSound() {
  const asked: string[] = []
  const listeners = new Set<(report: SoundReport) => void>()
  const sound: Sound = {
    unlock: async () => 'ready',
    check: async () => ({
      ok: true,
      latencyMs: null,
      outputName: null,
      voices: { zh: 0, en: 0 },
    }),
    ring: (on) => asked.push(`ring ${on ? 'on' : 'off'}`),
    speak: (line) => asked.push(`speak ${line.id} ${line.ms} ${line.lang} ${line.mood}`),
    stopSpeaking: () => asked.push('quiet'),
    ambience: (id) => asked.push(`ambience ${id}`),
    line: (event) => asked.push(`line ${event}`),
    level: () => 0,
    mute: () => {},
    volume: () => {},
    onReport: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose: () => {},
  }
  const report = (one: SoundReport) => {
    for (const listener of listeners) listener(one)
  }
  return { sound, report, take: () => asked.splice(0) }
}

function ringing() {
  const run = fakeRun('practice', noStore)
  const { sound, report, take } = fakeSound()
  run.runner.start()
  const end = connectSound({
    runner: run.runner,
    sound,
    language: () => 'zh',
    clip: () => undefined,
    wall: run.frames.wall,
  })
  /** Frames and timers move on together. */
  const pass = (ms: number) => {
    for (let left = ms; left > 0; left -= 16) {
      run.frames.run(Math.min(16, left))
      vi.advanceTimersByTime(Math.min(16, left))
    }
  }
  const press = (command: Parameters<typeof run.runner.do>[0]) =>
    run.runner.do(command, run.frames.wall())
  return { ...run, report, take, pass, press, end }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('sound at the desk', () => {
  it('rings until answered, then lets the caller speak', () => {
    const { take, pass, press } = ringing()
    expect(take()).toEqual(['ring on'])
    pass(2000)
    press({ do: 'answer' })
    pass(20)
    expect(take()).toEqual([
      'ring off',
      'line connect',
      'ambience null',
      'speak open.caller 2800 zh 60',
    ])
  })

  it('hushes the caller when the trainee speaks, and starts the answer at its moment', () => {
    const { take, pass, press, session } = ringing()
    press({ do: 'answer' })
    pass(500)
    take()
    press({ do: 'say', reply: 'open.calm' })
    expect(take()).toEqual(['quiet'])
    const caller = session.journal.findLast(
      (entry) => entry.origin === 'script' && entry.happening.what === 'caller',
    )
    const from =
      caller?.origin === 'script' && caller.happening.what === 'caller' ? caller.happening.from : 0
    pass(from - 500 - 20)
    expect(take()).toEqual([])
    pass(40)
    expect(take()).toEqual([expect.stringMatching(/^speak calmer\.caller/)])
  })

  it('is still while the call is held, and while it is paused', () => {
    const { take, pass, press, runner, frames } = ringing()
    press({ do: 'answer' })
    pass(5000)
    take()
    press({ do: 'hold' })
    expect(take()).toEqual(['quiet', 'ambience null'])
    pass(8000)
    expect(take()).toEqual([])
    press({ do: 'resume' })
    expect(take()).toEqual(['ambience null'])
    runner.pause(frames.wall())
    expect(take()).toEqual(['quiet', 'ring off', 'line off', 'ambience null'])
    pass(60_000)
    expect(take()).toEqual([])
    runner.unpause(frames.wall())
    expect(take()[0]).toBe('ring off')
  })

  it('lets the last line be said before the line closes, and cuts it when the trainee hangs up', () => {
    const told = ringing()
    told.press({ do: 'answer' })
    told.pass(5000)
    for (const reply of ['open.calm', 'calmer.ask', 'tells.wait', 'waits.bye']) {
      told.press({ do: 'say', reply })
      told.pass(9000)
    }
    const heard = told.take()
    expect(heard.at(-3)).toMatch(/^speak bye\.caller/)
    expect(heard.slice(-2)).toEqual(['quiet', 'line drop'])

    const cut = ringing()
    cut.press({ do: 'answer' })
    cut.pass(500)
    cut.take()
    cut.press({ do: 'hang-up' })
    cut.pass(20)
    expect(cut.take()).toEqual(['ring off', 'quiet', 'line drop'])
  })

  it('notes in the journal what was heard, how late, and what was not', () => {
    const { report, pass, press, session, frames, end, take } = ringing()
    press({ do: 'answer' })
    pass(100)
    report({ kind: 'onset', at: frames.wall(), what: 'line:open.caller', detail: 'murmur' })
    report({
      kind: 'fallback',
      at: frames.wall(),
      what: 'line:open.caller',
      detail: 'murmur:no-voice',
    })
    report({ kind: 'blocked', at: frames.wall(), what: 'ring', detail: 'suspended' })
    report({ kind: 'ended', at: frames.wall(), what: 'line:open.caller' })
    const observed = session.journal.flatMap((entry) =>
      entry.origin === 'observed' ? [entry.observation] : [],
    )
    expect(observed).toEqual([
      { saw: 'audio-onset', line: 'open.caller', late: 100 },
      { saw: 'audio-fallback', line: 'open.caller', to: 'murmur:no-voice' },
      { saw: 'audio-blocked', line: 'ring' },
    ])
    take()
    end()
    expect(take()).toEqual(['ring off', 'line off'])
    report({ kind: 'blocked', at: frames.wall(), what: 'ring' })
    expect(session.journal.filter(({ origin }) => origin === 'observed')).toHaveLength(3)
  })
})
