import { buildPhoneBand, PHONE, type PhoneBand, WIDE } from '../../ui/sound/phoneBand.ts'
import { AMBIENCES, type AmbienceId, isAmbience, LOOP_MARGIN_MS } from './ambiences.ts'
import { CADENCE, VIDEO_RING_MS } from './synth/cadence.ts'
import { Track, type TrackSpec } from './track.ts'
import type { Carrier, LineEvent, SoundReport } from './types.ts'

const TONE_IDS = ['ring', 'ringback', 'busy', 'connect', 'drop', 'message'] as const

type ToneId = (typeof TONE_IDS)[number]

const period = (id: keyof typeof CADENCE) => CADENCE[id].on + CADENCE[id].off

type Tones = Record<ToneId, Omit<TrackSpec, 'what'>>

/** The tones of a telephone: the ring fills the room, tones in one's own ear are softer. */
const LINE_TONES: Tones = {
  ring: { file: 'ring', gain: 1, loop: { marginMs: 0, ms: period('ring') } },
  ringback: { file: 'ringback', gain: 0.6, loop: { marginMs: 0, ms: period('ringback') } },
  busy: { file: 'busy', gain: 0.6, loop: { marginMs: 0, ms: period('busy') } },
  connect: { file: 'connect', gain: 0.8 },
  drop: { file: 'drop', gain: 0.9 },
  message: { file: 'message', gain: 0.7 },
}

/** A video call comes by the network of data: there no exchange gives tones, the program does. */
const VIDEO_TONES: Tones = {
  ring: { file: 'video-ring', gain: 1, loop: { marginMs: 0, ms: VIDEO_RING_MS } },
  ringback: { file: 'video-ring', gain: 0.5, loop: { marginMs: 0, ms: VIDEO_RING_MS } },
  busy: { file: 'video-off', gain: 0.7 },
  connect: { file: 'video-on', gain: 0.7 },
  drop: { file: 'video-off', gain: 0.8 },
  message: LINE_TONES.message,
}

/** All sound files of the desk on one output, with the band of phone or video call before it. */
export class Tracks {
  readonly band: PhoneBand
  private readonly tones = new Map<ToneId, Track>()
  private background: { id: AmbienceId; track: Track } | null = null
  private readonly backgrounds = new Map<AmbienceId, Track>()
  private ran: boolean

  constructor(
    readonly ctx: AudioContext,
    out: AudioNode,
    private readonly report: (r: SoundReport) => void,
    carrier: Carrier,
  ) {
    const isVideo = carrier === 'video'
    const tones = isVideo ? VIDEO_TONES : LINE_TONES
    this.band = buildPhoneBand(ctx, out, isVideo ? WIDE : PHONE)
    this.ran = ctx.state === 'running'
    // The ring must not wait for its file.
    for (const id of TONE_IDS) {
      this.tones.set(id, new Track(ctx, { ...tones[id], what: id }, report))
    }
    ctx.addEventListener('statechange', this.changed)
  }

  start(id: ToneId): void {
    this.tones.get(id)?.start()
  }

  stop(id: ToneId): void {
    this.tones.get(id)?.stop()
  }

  line(event: LineEvent): void {
    this.stop('ringback')
    this.stop('busy')
    this.band.open(event === 'connect')
    if (event !== 'off') this.start(event)
  }

  ambience(id: string | null): void {
    if (this.background?.id === id) return
    this.background?.track.stop()
    this.background = null
    if (id === null) return
    if (!isAmbience(id)) {
      const what = `ambience:${id}`
      this.report({ kind: 'fallback', at: performance.now(), what, detail: 'none:unknown' })
      return
    }
    const track = this.backgrounds.get(id) ?? this.makeBackground(id)
    this.background = { id, track }
    track.start()
  }

  /** Starts what waited for the output. */
  retry(): void {
    for (const track of this.tones.values()) track.retry()
    this.background?.track.retry()
  }

  close(): void {
    this.ctx.removeEventListener('statechange', this.changed)
    for (const track of [...this.tones.values(), ...this.backgrounds.values()]) track.unload()
    this.band.close()
  }

  private makeBackground(id: AmbienceId): Track {
    const { ms, gain } = AMBIENCES[id]
    const spec: TrackSpec = {
      what: `ambience:${id}`,
      file: id,
      gain,
      loop: { marginMs: LOOP_MARGIN_MS, ms },
      fadeMs: 500,
      into: this.band.ambience,
    }
    const track = new Track(this.ctx, spec, this.report)
    this.backgrounds.set(id, track)
    return track
  }

  private readonly changed = (event: Event): void => {
    const runs = this.ctx.state === 'running'
    if (runs && !this.ran) this.retry()
    // Taken away by the system (another program, a call, a pulled headset), not by us.
    if (!runs && this.ran) {
      this.report({ kind: 'blocked', at: event.timeStamp, what: 'audio', detail: this.ctx.state })
    }
    this.ran = runs
  }
}
