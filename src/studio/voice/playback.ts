import { buildPhoneBand, PHONE, type PhoneBand, WIDE } from '../../ui/sound/phoneBand.ts'
import { Value } from '../draft/value.ts'
import { KEPT_RATE, type Pcm } from './pcm.ts'

/** As it was recorded, or as the desk hears it by phone or video call. */
export type Way = 'plain' | 'phone' | 'video'

const WIDTHS = { phone: PHONE, video: WIDE }

/** How long the line's own noise is heard before and after the words, s. */
const LINE_S = 0.35

/** Plays one recording at a time. */
export class Playback {
  /** Which way something plays now; null: nothing does. */
  readonly playing = new Value<Way | null>(null)
  #ctx: AudioContext | null = null
  #band: { readonly way: Way; readonly of: PhoneBand } | null = null
  #source: AudioBufferSourceNode | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  /** Grows with each play and stop. */
  #turn = 0
  /** On the context's clock, s. */
  #began = 0
  #seconds = 0
  #isDisposed = false

  get isDisposed(): boolean {
    return this.#isDisposed
  }

  /** Call it from a click or key press. What plays is stopped; what comes too late is not played. */
  play(sound: Promise<Pcm>, way: Way): void {
    this.stop()
    // woken while the click still counts, for what is worked out may take longer
    this.#ctx ??= new AudioContext()
    void this.#ctx.resume()
    this.playing.set(way)
    const turn = this.#turn
    const start = (pcm: Pcm): void => {
      if (turn === this.#turn && this.#ctx) this.#start(this.#ctx, pcm, way)
    }
    sound.then(start, () => turn === this.#turn && this.stop())
  }

  #start(ctx: AudioContext, pcm: Pcm, way: Way): void {
    if (pcm.length === 0) {
      this.stop()
      return
    }
    const buffer = ctx.createBuffer(1, pcm.length, KEPT_RATE)
    buffer.copyToChannel(pcm, 0)
    const source = new AudioBufferSourceNode(ctx, { buffer })
    const lead = way === 'plain' ? 0.02 : LINE_S
    if (way === 'plain') source.connect(ctx.destination)
    else {
      const band = this.#bandOf(ctx, way)
      band.open(true)
      source.connect(band.voice)
    }
    this.#began = ctx.currentTime + lead
    this.#seconds = buffer.duration
    this.#source = source
    source.onended = () => {
      if (this.#source === source) this.#timer = setTimeout(() => this.stop(), lead * 1000)
    }
    source.start(this.#began)
  }

  #bandOf(ctx: AudioContext, way: keyof typeof WIDTHS): PhoneBand {
    if (this.#band?.way === way) return this.#band.of
    this.#band?.of.close()
    const band = buildPhoneBand(ctx, ctx.destination, WIDTHS[way])
    this.#band = { way, of: band }
    return band
  }

  stop = (): void => {
    this.#turn += 1
    clearTimeout(this.#timer)
    this.#source?.stop()
    this.#source?.disconnect()
    this.#source = null
    this.#band?.of.open(false)
    this.playing.set(null)
  }

  /** How much of it has been played, 0…1; null if nothing plays. */
  at(): number | null {
    if (!this.#source || !this.#ctx) return null
    const share = (this.#ctx.currentTime - this.#began) / this.#seconds
    return Math.min(1, Math.max(0, share))
  }

  dispose(): void {
    this.stop()
    this.#isDisposed = true
    this.#band?.of.close()
    void this.#ctx?.close()
    this.#band = null
    this.#ctx = null
  }
}
