import { noise } from './noise.ts'

/** The caller's side of the line: what goes in comes out as a phone carries it. */
export interface PhoneBand {
  readonly ctx: AudioContext
  /** Where recordings and murmur go in. */
  readonly voice: AudioNode
  /** Where the background goes in. */
  readonly ambience: AudioNode
  /** Level of the voice now, 0…1 (the background doesn't count). */
  level(): number
  /** The open line's own noise. */
  open(on: boolean): void
  close(): void
}

/** Linear RMS of speech that fills the trace. */
const FULL_RMS = 0.2

/** Takes back what the compressor adds to quiet sounds of its own accord (measured: 5.7 dB). */
const TRIM = 0.52

/** Noise of an open line, about −58 dB under full scale. */
const LINE_NOISE = 0.0022

/** What a call lets through, in Hz, and how loud its own noise is, 0…1. */
export interface Width {
  readonly from: number
  readonly to: number
  readonly noise: number
}

/** A telephone line. */
export const PHONE: Width = { from: 300, to: 3400, noise: LINE_NOISE }

/** A call over the network of data: wideband speech (ITU-T G.722: 50–7000 Hz), and no line that could hiss. */
export const WIDE: Width = { from: 50, to: 7000, noise: 0 }

/** Builds the band of a call (what it lets through, slight compression, its noise) in front of `out`. */
export function buildPhoneBand(
  ctx: AudioContext,
  out: AudioNode,
  { from, to, noise: hum }: Width = PHONE,
): PhoneBand {
  const voice = new GainNode(ctx)
  const ambience = new GainNode(ctx)
  const analyser = new AnalyserNode(ctx, { fftSize: 1024 })
  const filter = (type: BiquadFilterType, frequency: number, Q: number) =>
    new BiquadFilterNode(ctx, { type, frequency, Q })
  // Fourth-order Butterworth on both sides; a biquad's Q is in dB for these two types.
  const chain = [
    filter('highpass', from, -5.35),
    filter('highpass', from, 2.32),
    filter('lowpass', to, -5.35),
    filter('lowpass', to, 2.32),
    new DynamicsCompressorNode(ctx, {
      threshold: -22,
      knee: 12,
      ratio: 2.5,
      attack: 0.005,
      release: 0.12,
    }),
    new GainNode(ctx, { gain: TRIM }),
  ]
  const first = chain[0] ?? voice
  voice.connect(analyser)
  voice.connect(first)
  ambience.connect(first)
  for (const [i, node] of chain.entries()) node.connect(chain[i + 1] ?? out)

  const hiss = new GainNode(ctx, { gain: 0 })
  const hissBuffer = ctx.createBuffer(1, 22_050, 11_025)
  hissBuffer.copyToChannel(noise(22_050, 'line-noise'), 0)
  const hissSource = new AudioBufferSourceNode(ctx, { buffer: hissBuffer, loop: true })
  hissSource.connect(hiss).connect(first)
  hissSource.start()

  const window = new Float32Array(analyser.fftSize)
  return {
    ctx,
    voice,
    ambience,
    level() {
      analyser.getFloatTimeDomainData(window)
      let sum = 0
      for (const v of window) sum += v * v
      return Math.min(1, Math.sqrt(sum / window.length) / FULL_RMS)
    },
    open(on) {
      hiss.gain.setTargetAtTime(on ? hum : 0, ctx.currentTime, 0.02)
    },
    close() {
      hissSource.stop()
      for (const node of [voice, ambience, hissSource, hiss, analyser, ...chain]) node.disconnect()
    },
  }
}
