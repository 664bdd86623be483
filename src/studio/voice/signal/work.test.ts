import { describe, expect, it } from 'vitest'
import { evened, TARGET_LKFS } from '../even.ts'
import { KEPT_RATE, type Pcm } from '../pcm.ts'
import { resample } from '../resample.ts'
import { cut, voiceIn } from '../trim.ts'
import { readWav, wavInfo, writeWav } from '../wav.ts'
import { WORK } from './work.ts'

const none = () => undefined
const RATE = 48_000

/** A tone between two quiet seconds. */
function spoken(rate: number): Pcm {
  return Float32Array.from({ length: 4 * rate }, (_, i) =>
    i < rate || i >= 3 * rate ? 0 : 0.1 * Math.sin((2 * Math.PI * 440 * i) / rate),
  )
}

describe('work on sound', () => {
  it('makes the recording that its steps make one by one', () => {
    const shares: number[] = []
    const made = WORK.make(
      { sound: { channels: [spoken(RATE)], rate: RATE }, words: '喂' },
      (share) => shares.push(share),
    )
    if (!made.ok) throw new Error(made.why)
    const pcm = resample(spoken(RATE), RATE, KEPT_RATE)
    const span = voiceIn(pcm, KEPT_RATE)
    const even = evened(cut(pcm, span, KEPT_RATE), KEPT_RATE)
    if (!even) throw new Error('no voice')
    expect(made.pcm).toEqual(pcm)
    expect(made.span).toEqual(span)
    expect(made.wav).toEqual(writeWav(even.pcm, KEPT_RATE, '喂'))
    expect(wavInfo(made.wav)?.words).toBe('喂')
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    // the same part kept by hand is the same file
    expect(WORK.keep({ pcm, span, words: '喂' }, none)).toEqual(made.wav)
    expect(WORK.hear({ pcm, span, isRaw: true }, none).loudness).toBeCloseTo(TARGET_LKFS, 1)
  })

  it('reads its own files as they are, and bounds all others', () => {
    const wav = writeWav(spoken(KEPT_RATE), KEPT_RATE)
    const read = WORK.read({ wav }, none)
    expect(read).toEqual({ ok: true, pcm: readWav(wav)?.pcm })
    const why = (channels: readonly Pcm[], rate: number) => {
      const answer = WORK.read({ channels, rate }, none)
      return answer.ok ? null : answer.why
    }
    expect(why([new Float32Array(0)], RATE)).toBe('silent')
    expect(why([new Float32Array(1)], 1_000)).toBe('notSound')
    expect(why([new Float32Array(121 * 4_000)], 4_000)).toBe('tooLong')
    expect(WORK.read({ wav: new Uint8Array(50) }, none)).toEqual({ ok: false, why: 'notSound' })
    const silent = { sound: { channels: [new Float32Array(RATE)], rate: RATE }, words: '' }
    expect(WORK.make(silent, none)).toEqual({ ok: false, why: 'silent' })
  })

  it('hears what is kept already as it is, and a part of it evened', () => {
    const pcm = spoken(KEPT_RATE)
    const whole = { from: 0, to: pcm.length }
    expect(WORK.hear({ pcm, span: whole, isRaw: false }, none).pcm).toEqual(pcm)
    const part = WORK.hear({ pcm, span: { from: 16_000, to: 48_000 }, isRaw: false }, none)
    expect(part.loudness).toBeCloseTo(TARGET_LKFS, 1)
    // a part without a voice is heard as it is
    const quiet = WORK.hear({ pcm, span: { from: 0, to: 8_000 }, isRaw: false }, none)
    expect(quiet.pcm).toEqual(new Float32Array(8_000))
  })
})
