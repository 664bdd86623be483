import { describe, expect, it } from 'vitest'
import { type FromSignal, SignalThread, type Thread, type ToSignal } from './thread.ts'
import type { Heard, Sound } from './work.ts'

interface Fake extends Thread {
  readonly got: ToSignal[]
  isEnded: boolean
}

/** Threads that answer only when told to. */
function threads() {
  const started: Fake[] = []
  const signal = new SignalThread(() => {
    const fake: Fake = {
      got: [],
      isEnded: false,
      onmessage: null,
      onerror: null,
      postMessage: (message: ToSignal) => void fake.got.push(message),
      terminate: () => {
        fake.isEnded = true
      },
    }
    started.push(fake)
    return fake
  })
  const say = (data: FromSignal, n = started.length - 1) =>
    started[n]?.onmessage?.(new MessageEvent('message', { data }))
  return { signal, started, say }
}

const sound = (rate: number): Sound => ({ channels: [new Float32Array(1)], rate })
const heard = (loudness: number): Heard => ({ pcm: new Float32Array(1), loudness })
const part = { pcm: new Float32Array(1), span: { from: 0, to: 1 }, isRaw: true }
const whys = (fake: Fake | undefined) => fake?.got.map(({ kind }) => kind)

describe('the thread that works on sound', () => {
  it('gets one piece of work after the other, in order, and tells how far it is', async () => {
    const { signal, started, say } = threads()
    const shares: number[] = []
    const first = signal.ask('read', sound(8_000), { told: (share) => shares.push(share) })
    const second = signal.ask('hear', part)
    expect(whys(started[0])).toEqual(['read'])
    say({ share: 0.5 })
    say({ kind: 'read', answer: { ok: false, why: 'silent' } })
    expect(await first).toEqual({ ok: false, why: 'silent' })
    expect(shares).toEqual([0.5])
    expect(whys(started[0])).toEqual(['read', 'hear'])
    say({ kind: 'hear', answer: heard(-20) })
    expect((await second).loudness).toBe(-20)
    expect(started).toHaveLength(1)
  })

  it('ends the thread of what is dropped while it runs, and begins the next on a new one', async () => {
    const { signal, started, say } = threads()
    const gone = new AbortController()
    const first = signal.ask('read', sound(8_000), { abort: gone.signal })
    const second = signal.ask('hear', part)
    gone.abort()
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false])
    say({ kind: 'hear', answer: heard(-23) })
    expect((await second).loudness).toBe(-23)
  })

  it('never begins what is dropped before its turn, or was dropped already', async () => {
    const { signal, started, say } = threads()
    const gone = new AbortController()
    const first = signal.ask('hear', part)
    const second = signal.ask('read', sound(8_000), { abort: gone.signal })
    gone.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    await expect(signal.ask('read', sound(1), { abort: gone.signal })).rejects.toThrow()
    say({ kind: 'hear', answer: heard(-20) })
    await first
    expect(whys(started[0])).toEqual(['hear'])
    expect(started).toHaveLength(1)
  })

  it('goes when it may rest, after its last work, and comes again when asked', async () => {
    const { signal, started, say } = threads()
    const first = signal.ask('hear', part)
    signal.rest()
    expect(started[0]?.isEnded).toBe(false)
    say({ kind: 'hear', answer: heard(-20) })
    await first
    expect(started[0]?.isEnded).toBe(true)
    const again = signal.ask('hear', part)
    say({ kind: 'hear', answer: heard(-21) })
    expect((await again).loudness).toBe(-21)
    signal.rest()
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, true])
  })

  it('tells of a thread that failed, and does the rest on another', async () => {
    const { signal, started, say } = threads()
    const first = signal.ask('read', sound(8_000))
    const second = signal.ask('hear', part)
    started[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent)
    await expect(first).rejects.toThrow('out of memory')
    say({ kind: 'hear', answer: heard(-20) })
    expect((await second).loudness).toBe(-20)
  })
})
