import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Speech, SpeechEvents, SpeechPiece } from './speech.ts'
import { START_LIMIT_MS, systemPlayer } from './systemVoice.ts'
import type { VoiceLine } from './types.ts'

const huihui = { name: 'Huihui', lang: 'zh-CN', voiceURI: 'h', localService: true, default: true }

const line: VoiceLine = {
  id: 'a',
  text: '喂，110吧。我给你们打个招呼，省得回头说没人知道我去哪儿了。我在塔上呢，风大得很，你们别来。',
  lang: 'zh',
  ms: 9000,
  gender: 'male',
  age: 'adult',
  rate: 1,
  mood: 50,
}

/** A system voice that does what a test tells it to. */
class FakeSpeech implements Speech {
  readonly said: { piece: SpeechPiece; on: SpeechEvents }[] = []
  cancels = 0
  list = [huihui]
  voices = () => this.list
  onVoices = () => () => {}
  say(piece: SpeechPiece, on: SpeechEvents) {
    this.said.push({ piece, on })
  }
  cancel() {
    this.cancels += 1
  }
  last(): SpeechEvents {
    const on = this.said.at(-1)?.on
    if (on === undefined) throw new Error('nothing was said')
    return on
  }
}

function play(speech: Speech, of: VoiceLine = line) {
  const told: string[] = []
  const playing = systemPlayer(speech, () => 1)(of, 0, {
    onset: (at) => told.push(`onset ${at}`),
    ended: (at, detail) => told.push(`ended ${at}${detail === undefined ? '' : ` ${detail}`}`),
    failed: (reason, done) => told.push(`failed ${reason} ${done.toFixed(2)}`),
  })
  return { told, playing }
}

describe('the system’s voice under its watchdog', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('speaks piece by piece and takes its times from the events', () => {
    const speech = new FakeSpeech()
    const { told } = play(speech)
    expect(speech.said).toHaveLength(1)
    speech.last().start(120.5)
    speech.last().end(5000)
    expect(speech.said).toHaveLength(2)
    speech.last().start(5050)
    speech.last().end(8000.25)
    expect(told).toEqual(['onset 120.5', 'ended 8000.25'])
  })

  it('gives up a voice that doesn’t start', () => {
    const speech = new FakeSpeech()
    const { told } = play(speech)
    vi.advanceTimersByTime(START_LIMIT_MS - 1)
    expect(told).toEqual([])
    vi.advanceTimersByTime(1)
    expect(told).toEqual(['failed no-start 0.00'])
    speech.last().start(1300)
    speech.last().end(1400)
    expect(told).toHaveLength(1)
  })

  it('hands over the rest when it stops half-way', () => {
    const speech = new FakeSpeech()
    const { told } = play(speech)
    speech.last().start(10)
    speech.last().end(4000)
    vi.advanceTimersByTime(START_LIMIT_MS)
    expect(told[0]).toBe('onset 10')
    expect(told[1]).toMatch(/^failed no-start 0\.[56]/)
  })

  it('goes on when `end` never comes', () => {
    const speech = new FakeSpeech()
    const { told } = play(speech, { ...line, text: '我在塔上呢。', ms: 1500 })
    speech.last().start(10)
    vi.advanceTimersByTime(10_000)
    expect(told).toEqual(['onset 10', expect.stringMatching(/^ended .* timeout$/)])
  })

  it('counts an end without a start as a failure', () => {
    const speech = new FakeSpeech()
    const { told } = play(speech)
    speech.last().end(20)
    expect(told).toEqual(['failed no-start 0.00'])
  })

  it('fails at once without a voice, without words, and on an error', () => {
    const mute = new FakeSpeech()
    mute.list = []
    expect(play(mute).told).toEqual(['failed no-voice 0.00'])
    expect(play(new FakeSpeech(), { ...line, text: '……（抽泣）' }).told).toEqual([
      'failed no-words 0.00',
    ])
    const refused = new FakeSpeech()
    const { told } = play(refused)
    refused.last().error('not-allowed', 3)
    expect(told).toEqual(['failed not-allowed 0.00'])
  })

  it('says nothing more once stopped', () => {
    const speech = new FakeSpeech()
    const { told, playing } = play(speech)
    speech.last().start(10)
    playing.stop()
    speech.last().error('interrupted', 12)
    vi.advanceTimersByTime(60_000)
    expect(told).toEqual(['onset 10'])
    expect(speech.cancels).toBeGreaterThan(0)
    expect(playing.level()).toBe(0)
  })

  it('shows a level while it speaks', () => {
    const speech = new FakeSpeech()
    const { playing } = play(speech)
    expect(playing.level()).toBe(0)
    speech.last().start(performance.now())
    let top = 0
    for (let i = 0; i < 50; i += 1) {
      vi.advanceTimersByTime(40)
      top = Math.max(top, playing.level())
    }
    expect(top).toBeGreaterThan(0.3)
  })
})
