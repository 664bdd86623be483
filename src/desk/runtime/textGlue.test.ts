import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Sound } from '../sound/types.ts'
import { fakeRun } from './fakes.ts'
import { connectTexts } from './textGlue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('a text is heard to come, and nothing else is heard', () => {
  const run = fakeRun('practice', { append: async () => {}, reopen: async () => {} })
  const asked: string[] = []
  const note = (what: string) => () => void asked.push(what)
  const sound: Sound = {
    unlock: async () => 'ready',
    check: async () => ({ ok: true, latencyMs: null, outputName: null, voices: { zh: 0, en: 0 } }),
    ring: note('ring'),
    speak: note('speak'),
    stopSpeaking: note('quiet'),
    ambience: note('ambience'),
    line: (event) => void asked.push(event),
    level: () => 0,
    mute: () => {},
    volume: () => {},
    onReport: () => () => {},
    dispose: () => {},
  }
  const pass = (ms: number) => {
    for (let left = ms; left > 0; left -= 16) {
      run.frames.run(Math.min(16, left))
      vi.advanceTimersByTime(Math.min(16, left))
    }
  }
  run.runner.start()
  const end = connectTexts({
    runner: run.runner,
    sound,
    language: () => 'zh',
    clip: () => undefined,
    wall: run.frames.wall,
  })
  expect(asked.splice(0)).toEqual(['message'])
  pass(1000)
  run.runner.do({ do: 'answer' }, run.frames.wall())
  pass(500)
  // the one that was opened had its sign when it came
  expect(asked).toEqual([])
  const { from, until } = run.session.call
  pass(until - from)
  const reply = run.session.offered()[0]
  if (!reply) throw new Error('nothing can be said')
  run.runner.do({ do: 'say', reply: reply.id }, run.frames.wall())
  pass(20)
  expect(asked).toEqual([])
  pass(run.session.call.from - run.session.now + 20)
  expect(asked.splice(0)).toEqual(['message'])
  end()
  expect(asked).toEqual(['off'])
})
