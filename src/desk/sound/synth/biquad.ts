/** Second-order filters after the Audio EQ Cookbook (R. Bristow-Johnson), for synthesis outside WebAudio. */
export type FilterKind = 'lowpass' | 'highpass' | 'bandpass'

/** One second-order section that keeps its own state; feed it sample by sample with `step`. */
export class Biquad {
  private b0 = 1
  private b1 = 0
  private b2 = 0
  private a1 = 0
  private a2 = 0
  private z1 = 0
  private z2 = 0
  private readonly kind: FilterKind
  private readonly rate: number

  /** `hz` is the corner or centre, `q` the quality, `rate` the sample rate in Hz. */
  constructor(kind: FilterKind, hz: number, q: number, rate: number) {
    this.kind = kind
    this.rate = rate
    this.tune(hz, q)
  }

  /** Moves the corner while keeping the state, so that a sweep doesn't click. */
  tune(hz: number, q: number): void {
    const w = (2 * Math.PI * Math.min(hz, this.rate * 0.49)) / this.rate
    const cos = Math.cos(w)
    const alpha = Math.sin(w) / (2 * q)
    const a0 = 1 + alpha
    this.a1 = (-2 * cos) / a0
    this.a2 = (1 - alpha) / a0
    if (this.kind === 'bandpass') {
      this.b0 = alpha / a0
      this.b1 = 0
      this.b2 = -alpha / a0
      return
    }
    const sum = this.kind === 'lowpass' ? 1 - cos : 1 + cos
    this.b0 = sum / 2 / a0
    this.b1 = (this.kind === 'lowpass' ? sum : -sum) / a0
    this.b2 = this.b0
  }

  /** One sample in, one sample out (transposed direct form II). */
  step(x: number): number {
    const y = this.b0 * x + this.z1
    this.z1 = this.b1 * x - this.a1 * y + this.z2
    this.z2 = this.b2 * x - this.a2 * y
    return y
  }
}
