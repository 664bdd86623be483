import { type MurmurLine, type MurmurPlan, planMurmur, syllableLevel } from './murmurPlan.ts'

/**
 * Stands in for the level of the system's voice, which the browser doesn't let us hear: the same
 * syllables and pauses that the murmur of this line would have. A function of the line alone.
 */
export class Envelope {
  private readonly plan: MurmurPlan

  constructor(line: MurmurLine) {
    this.plan = planMurmur(line)
  }

  /** Level 0…1 at `t` ms after the start; 0 outside the line. */
  at(t: number): number {
    if (t < 0 || t > this.plan.ms) return 0
    let level = 0
    for (const s of this.plan.syllables) {
      if (s.at > t) break
      level = Math.max(level, syllableLevel(s, t))
    }
    return Math.min(1, level)
  }
}
