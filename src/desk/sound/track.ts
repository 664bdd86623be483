import { Howl } from 'howler'
import { whenHeard } from './heard.ts'
import { leadInto, soundUrl, startedAt } from './howls.ts'
import type { SoundReport } from './types.ts'

/** How long a suspended output may take to run once asked, in ms. */
const WAKE_LIMIT_MS = 400

/** What a track needs to know of its file. */
export interface TrackSpec {
  /** As reports name it. */
  what: string
  file: string
  gain: number
  /** Played round and round from `marginMs` for `ms`; once through if absent. */
  loop?: { marginMs: number; ms: number }
  /** Fade in and out, in ms. */
  fadeMs?: number
  /** Where it is led instead of straight to the output. */
  into?: AudioNode
}

/**
 * One of our own sound files. It is wanted or not; while the output is suspended a wanted loop waits, is
 * reported as blocked, and starts when the output runs (`retry`).
 */
export class Track {
  private readonly howl: Howl
  private wanted = false
  private id: number | null = null
  private forget = () => {}
  private waking: ReturnType<typeof setTimeout> | undefined
  /** Howler fires `play` again on every round of a loop; only the first is an onset. */
  private awaited = false

  constructor(
    private readonly ctx: AudioContext,
    private readonly spec: TrackSpec,
    private readonly report: (r: SoundReport) => void,
  ) {
    const { loop } = spec
    this.howl = new Howl({
      src: [soundUrl(spec.file)],
      volume: spec.gain,
      pool: 1,
      ...(loop === undefined ? {} : { sprite: { loop: [loop.marginMs, loop.ms, true] } }),
    })
    if (spec.into !== undefined) leadInto(this.howl, spec.into)
    this.howl.on('loaderror', () => this.refuse('load'))
    this.howl.on('playerror', () => this.refuse('play'))
    this.howl.on('play', (id) => {
      if (this.id !== id || !this.awaited) return
      this.awaited = false
      const offset = (loop?.marginMs ?? 0) / 1000
      const tell = (at: number) =>
        this.report({ kind: 'onset', at, what: spec.what, detail: 'file' })
      this.forget()
      this.forget = whenHeard(ctx, startedAt(this.howl, id, ctx, offset), tell, () =>
        this.refuse('suspended'),
      )
    })
  }

  /** Starts it from the beginning, unless it is a loop that runs already. */
  start(): void {
    const runs = this.wanted && this.id !== null
    if (runs && this.spec.loop !== undefined) return
    this.wanted = this.spec.loop !== undefined
    if (this.ctx.state === 'running') this.play()
    else this.wake()
  }

  stop(): void {
    clearTimeout(this.waking)
    if (!this.wanted && this.id === null) return
    this.wanted = false
    this.forget()
    const id = this.id
    this.id = null
    const fade = this.spec.fadeMs ?? 0
    if (id === null) return
    if (fade === 0 || this.howl.state() !== 'loaded') this.howl.stop()
    else {
      this.howl.fade(this.spec.gain, 0, fade, id)
      this.howl.once('fade', () => {
        if (this.id === null) this.howl.stop()
      })
    }
  }

  /** The output runs again: starts what was waiting. */
  retry(): void {
    if (this.wanted && this.id === null) this.play()
  }

  unload(): void {
    this.wanted = false
    this.id = null
    this.forget()
    clearTimeout(this.waking)
    this.howl.unload()
  }

  /** A fresh context takes a moment to run even where it may; only then is it blocked. */
  private wake(): void {
    this.ctx.resume().catch(() => undefined)
    clearTimeout(this.waking)
    this.waking = setTimeout(() => {
      if (this.ctx.state !== 'running') this.refuse(this.ctx.state)
      else if (this.id === null) this.play()
    }, WAKE_LIMIT_MS)
  }

  private play(): void {
    clearTimeout(this.waking)
    const { loop, fadeMs, gain } = this.spec
    this.howl.stop()
    this.awaited = true
    this.id = loop === undefined ? this.howl.play() : this.howl.play('loop')
    if (fadeMs === undefined || fadeMs === 0) this.howl.volume(gain)
    else this.howl.fade(0, gain, fadeMs, this.id)
  }

  private refuse(why: string): void {
    this.report({ kind: 'blocked', at: performance.now(), what: this.spec.what, detail: why })
  }
}
