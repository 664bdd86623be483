import { describe, expect, it } from 'vitest'
import { Envelope } from './envelope.ts'
import { type MurmurLine, planMurmur } from './murmurPlan.ts'
import { MURMUR_RATE, renderMurmur } from './murmurVoice.ts'

const line: MurmurLine = {
  id: 'crying.caller',
  text: '（哭声）冷。我没穿棉袄，脚都木了。',
  lang: 'zh',
  ms: 4200,
  gender: 'female',
  age: 'child',
  rate: 1,
  mood: 60,
}

/** Pitch of a piece by its strongest autocorrelation between 70 and 500 Hz. */
function pitch(x: Float32Array): number {
  let best = 0
  let lag = 0
  for (let l = Math.floor(MURMUR_RATE / 500); l <= MURMUR_RATE / 70; l += 1) {
    let sum = 0
    for (let i = 0; i + l < x.length; i += 1) sum += (x[i] ?? 0) * (x[i + l] ?? 0)
    if (sum > best) [best, lag] = [sum, l]
  }
  return MURMUR_RATE / lag
}

describe('planMurmur', () => {
  it('lasts as long as the line and stays inside it', () => {
    for (const ms of [900, 4200, 15_000]) {
      const plan = planMurmur({ ...line, ms })
      expect(plan.ms).toBe(ms)
      const ends = plan.syllables.map((s) => s.at + s.ms)
      expect(Math.max(...ends)).toBeLessThanOrEqual(ms)
      expect(plan.syllables.every((s, i) => s.at >= (ends[i - 1] ?? 0))).toBe(true)
    }
  })

  it('has a syllable for each character and none for stage directions', () => {
    expect(planMurmur(line).syllables).toHaveLength(10)
    expect(planMurmur({ ...line, lang: 'en', text: 'Help me, please' }).syllables).toHaveLength(4)
  })

  it('sobs where there are no words', () => {
    expect(planMurmur({ ...line, text: '……（只剩抽泣）' }).syllables).toHaveLength(8)
  })

  it('is the same for the same line and another for another line', () => {
    expect(planMurmur(line)).toEqual(planMurmur({ ...line }))
    expect(planMurmur(line)).not.toEqual(planMurmur({ ...line, id: 'b' }))
  })

  it('rises and trembles with the mood', () => {
    const calm = planMurmur({ ...line, mood: 0 })
    const wild = planMurmur({ ...line, mood: 100 })
    const mean = (p: typeof calm) =>
      p.syllables.reduce((s, x) => s + x.from, 0) / p.syllables.length
    expect(mean(wild)).toBeGreaterThan(mean(calm) * 1.1)
    expect(calm.tremble).toBeLessThanOrEqual(0)
    expect(wild.tremble).toBe(1)
  })

  it('takes an empty line', () => {
    expect(planMurmur({ ...line, ms: 0 }).ms).toBe(0)
    expect(renderMurmur(planMurmur({ ...line, ms: 0 }), 'x')).toHaveLength(0)
  })
})

describe('renderMurmur', () => {
  const sound = renderMurmur(planMurmur(line), line.id)

  it('is exactly as long as the line, clean and the same each time', () => {
    expect(sound.length).toBe(Math.round((4200 * MURMUR_RATE) / 1000))
    expect(sound.every((v) => Number.isFinite(v) && Math.abs(v) <= 1)).toBe(true)
    expect(renderMurmur(planMurmur(line), line.id)).toEqual(sound)
  })

  it('is at a speaking level', () => {
    const active = sound.filter((v) => Math.abs(v) > 1e-3)
    const rms = Math.sqrt(active.reduce((s, v) => s + v * v, 0) / active.length)
    expect(20 * Math.log10(rms)).toBeGreaterThan(-23)
    expect(20 * Math.log10(rms)).toBeLessThan(-17)
  })

  it('has the pitch of its speaker', () => {
    const heard = (who: Partial<MurmurLine>) => {
      const plan = planMurmur({ ...line, mood: 0, ...who })
      const s = plan.syllables[3]
      if (s === undefined) throw new Error('too short')
      const x = renderMurmur(plan, 'p')
      const at = (ms: number) => Math.round((ms * MURMUR_RATE) / 1000)
      return {
        hz: pitch(x.subarray(at(s.at + 40), at(s.at + s.ms - 30))),
        plan: (s.from + s.to) / 2,
      }
    }
    for (const who of [
      { gender: 'male', age: 'adult' },
      { gender: 'female', age: 'adult' },
      {},
    ] as const) {
      const { hz, plan } = heard(who)
      expect(Math.abs(hz / plan - 1)).toBeLessThan(0.12)
    }
  })
})

describe('Envelope', () => {
  it('moves within the line, rests outside it, and depends on the line alone', () => {
    const envelope = new Envelope(line)
    const levels = Array.from({ length: 420 }, (_, i) => envelope.at(i * 10))
    expect(Math.max(...levels)).toBeGreaterThan(0.4)
    expect(Math.max(...levels)).toBeLessThanOrEqual(1)
    expect(Math.min(...levels)).toBe(0)
    expect(envelope.at(-1)).toBe(0)
    expect(envelope.at(4300)).toBe(0)
    expect(levels).toEqual(Array.from({ length: 420 }, (_, i) => new Envelope(line).at(i * 10)))
  })
})
