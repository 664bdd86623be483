import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Microphone, MicrophoneError, troubleOf } from './microphone.ts'
import { MOST_SECONDS } from './pcm.ts'
import { type Recorded, Recorder } from './recorder.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A microphone that notes what is done with it. */
function fake(): Microphone & { readonly done: string[]; pull(): void } {
  const done: string[] = []
  let gone = (): void => {}
  return {
    done,
    rate: 48_000,
    level: () => 0.5,
    keep: () => void done.push('keep'),
    finish: async () => {
      done.push('finish')
      return Float32Array.from([0.1, 0.2])
    },
    cancel: () => void done.push('cancel'),
    onGone: (listener) => {
      gone = listener
    },
    pull: () => gone(),
  }
}

function recording(open: () => Promise<Microphone>) {
  const got: Recorded[] = []
  const recorder = new Recorder({ open, onDone: async (one) => void got.push(one) })
  const seen: string[] = []
  recorder.state.subscribe(() => {
    const state = recorder.state.get()
    seen.push(state.kind === 'counting' ? String(state.left) : state.kind)
  })
  return { recorder, got, seen }
}

/** Until the countdown is over. */
const count = () => vi.advanceTimersByTimeAsync(2_000)

describe('recording a line', () => {
  it('opens the microphone, counts down, keeps what comes after, and closes it', async () => {
    const microphone = fake()
    const { recorder, got, seen } = recording(async () => microphone)
    await recorder.start(null)
    expect(microphone.done).toEqual([])
    await count()
    expect(microphone.done).toEqual(['keep'])
    expect(recorder.level()).toBe(0.5)
    await recorder.stop()
    expect(microphone.done).toEqual(['keep', 'finish'])
    expect(seen).toEqual(['opening', '3', '2', '1', 'recording', 'ending', 'idle'])
    expect(got).toEqual([{ pcm: Float32Array.from([0.1, 0.2]), rate: 48_000 }])
    expect(recorder.level()).toBe(0)
  })

  it('is one recording, however often it is ended', async () => {
    const { recorder, got } = recording(async () => fake())
    await recorder.start(null)
    await count()
    await Promise.all([recorder.stop(), recorder.stop()])
    expect(got).toHaveLength(1)
  })

  it('ends by itself at the longest that a line may be', async () => {
    const { recorder, got } = recording(async () => fake())
    await recorder.start(null)
    await count()
    await vi.advanceTimersByTimeAsync(MOST_SECONDS * 1000)
    expect(got).toHaveLength(1)
    expect(recorder.state.get()).toEqual({ kind: 'idle', trouble: null })
  })

  it('forgets what is cancelled, in the countdown and after', async () => {
    for (const ms of [100, 3_000]) {
      const microphone = fake()
      const { recorder, got } = recording(async () => microphone)
      await recorder.start(null)
      await vi.advanceTimersByTimeAsync(ms)
      recorder.cancel()
      await vi.advanceTimersByTimeAsync(MOST_SECONDS * 1000)
      expect(got).toEqual([])
      expect(microphone.done.at(-1)).toBe('cancel')
      expect(recorder.state.get()).toEqual({ kind: 'idle', trouble: null })
    }
  })

  it('is idle only once the recording is seen to, tells how far that is, and can still be cancelled', async () => {
    const microphone = fake()
    const aborts: AbortSignal[] = []
    const recorder = new Recorder({
      open: async () => microphone,
      onDone: (_, { abort, told }) => {
        aborts.push(abort)
        told(0.5)
        return new Promise((done) => abort.addEventListener('abort', () => done()))
      },
    })
    await recorder.start(null)
    await count()
    const stopped = recorder.stop()
    await vi.advanceTimersByTimeAsync(100)
    expect(recorder.state.get()).toEqual({ kind: 'ending', share: 0.5 })
    recorder.cancel()
    await stopped
    expect(aborts.map(({ aborted }) => aborted)).toEqual([true])
    expect(recorder.state.get()).toEqual({ kind: 'idle', trouble: null })
  })

  it('closes a microphone that opens after it was cancelled', async () => {
    const microphone = fake()
    let open = (_: Microphone): void => {}
    const { recorder, got } = recording(
      () =>
        new Promise((resolve) => {
          open = resolve
        }),
    )
    const started = recorder.start(null)
    recorder.cancel()
    open(microphone)
    await started
    await count()
    expect(microphone.done).toEqual(['cancel'])
    expect(got).toEqual([])
  })

  it('tells why there was none, and tries again', async () => {
    const answers = ['refused', 'missing'] as const
    let tries = 0
    const { recorder } = recording(async () => {
      const trouble = answers[tries]
      tries += 1
      if (trouble) throw new MicrophoneError(trouble)
      return fake()
    })
    for (const trouble of answers) {
      await recorder.start(null)
      expect(recorder.state.get()).toEqual({ kind: 'idle', trouble })
    }
    await recorder.start(null)
    await count()
    expect(recorder.state.get().kind).toBe('recording')
  })

  it('says so when the microphone is pulled out', async () => {
    const microphone = fake()
    const { recorder, got } = recording(async () => microphone)
    await recorder.start(null)
    await count()
    microphone.pull()
    expect(recorder.state.get()).toEqual({ kind: 'idle', trouble: 'unplugged' })
    expect(got).toEqual([])
  })

  it('starts once, however often it is asked', async () => {
    let opened = 0
    const { recorder } = recording(async () => {
      opened += 1
      return fake()
    })
    await Promise.all([recorder.start(null), recorder.start(null)])
    await recorder.start(null)
    expect(opened).toBe(1)
  })
})

it('knows what the browser means', () => {
  const named = (name: string) => troubleOf(Object.assign(new Error(), { name }))
  expect(named('NotAllowedError')).toBe('refused')
  expect(named('NotFoundError')).toBe('missing')
  expect(named('NotReadableError')).toBe('busy')
  expect(named('OverconstrainedError')).toBe('unplugged')
  expect(named('Whatever')).toBe('unknown')
  expect(troubleOf('no error at all')).toBe('unknown')
})
