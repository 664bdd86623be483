/** Speed of the trace in CSS pixels per second: a phone-wide trace shows about four seconds. */
export const TRACE_SPEED = 88
/** Distance between two points of the trace in CSS pixels. */
export const TRACE_STEP = 2
/** Height that stays when nobody speaks, as a share: the line is open. */
const REST = 0.05
/** Share of its height that the trace keeps from step to step as the voice falls: peaks stay readable. */
const RELEASE = 0.86

/** The recent levels of a voice, newest last, one per step of the trace. */
export class TraceHistory {
  private readonly levels: number[] = []
  private count = 0
  private owed = 0
  private last = 0
  private size = 0

  /** How many points are kept; called when the width changes. */
  resize(points: number): void {
    this.size = Math.max(0, Math.floor(points))
    this.trim()
  }

  /** Adds the level after `ms` more; several points if the frame was long. True if the trace moved. */
  push(level: number, ms: number): boolean {
    // The ear hears levels as their logarithm; a root is near enough for the eye.
    const aim = Math.max(0, Math.min(1, level)) ** 0.6
    // After a hidden tab one frame may stand for minutes; more than the width is pointless.
    this.owed += Math.min(ms, 10_000) * (TRACE_SPEED / TRACE_STEP / 1000)
    const steps = Math.floor(this.owed)
    this.owed -= steps
    const from = this.last
    for (let i = 1; i <= steps; i += 1) {
      const rise = from + ((aim - from) * i) / steps
      this.last = Math.max(rise, this.last * RELEASE)
      this.levels.push(this.last)
      this.count += 1
    }
    this.trim()
    return steps > 0
  }

  /** Deviation (−1…1) of the point `back` steps before the newest. */
  deviation(back: number): number {
    const level = this.levels[this.levels.length - 1 - back] ?? 0
    // The carrier belongs to the point, not to the place: so the trace travels and doesn't shimmer.
    const n = (this.count - back) * TRACE_STEP
    return Math.sin(n * 0.55) * Math.sin(n * 0.13 + 1) * Math.min(1, REST + level)
  }

  private trim(): void {
    if (this.levels.length > this.size) this.levels.splice(0, this.levels.length - this.size)
  }
}
