import { describe, expect, it } from 'vitest'
import { CHANNELS, isWritten } from '../../ui/channel.ts'
import type { Sound, VoiceLine } from '../sound/types.ts'
import { played } from './fixtures.ts'
import { Player } from './player.ts'
import { followPlayer } from './replaySound.ts'
import { lineAt, sentenceStart, soundCues } from './soundCues.ts'

const ground = played(
  [
    [2000, { do: 'answer' }],
    [7000, { do: 'say', reply: 'open.calm' }],
    [15_000, { do: 'say', reply: 'calmer.ask' }],
  ],
  undefined,
  20_000,
)
const cues = soundCues(ground)

describe('the sounds of a call', () => {
  it('ring until the answer, then every line at its own moment', () => {
    expect(cues[0]).toEqual({ at: 0, do: 'ring' })
    expect(lineAt(cues, 1999)).toBe('ring')
    expect(lineAt(cues, 2000)).toBe('up')
    const lines = cues.flatMap((cue) => (cue.do === 'speak' ? [cue.line] : []))
    expect(lines.slice(0, 2)).toEqual(['open.caller', 'calmer.caller.0'])
    expect(cues.map(({ at }) => at)).toEqual(cues.map(({ at }) => at).toSorted((a, b) => a - b))
  })

  it('begin a sentence that is under way anew', () => {
    expect(sentenceStart(cues, 2700)).toBe(2000)
    expect(sentenceStart(cues, 6500)).toBe(6500)
  })
})

function fakeSound() {
  const heard: string[] = []
  const spoken: VoiceLine[] = []
  const sound: Sound = {
    unlock: async () => 'ready',
    check: async () => ({ ok: true, latencyMs: null, outputName: null, voices: { zh: 0, en: 0 } }),
    ring: (on) => heard.push(`ring ${on}`),
    speak: (line) => spoken.push(line),
    stopSpeaking: () => heard.push('stop'),
    ambience: (id) => heard.push(`ambience ${id}`),
    line: (event) => heard.push(event),
    level: () => 0,
    mute: () => undefined,
    volume: () => undefined,
    onReport: () => () => undefined,
    dispose: () => undefined,
  }
  return { sound, heard, spoken }
}

describe('the replay’s sound', () => {
  it('says each of the caller’s lines when the time comes, faster at double speed, and stops with the player', () => {
    const frames: { next?: (now: number) => void } = {}
    const player = new Player(20_000, {
      request: (callback) => {
        frames.next = callback
        return 1
      },
      cancel: () => {
        delete frames.next
      },
    })
    const { sound, heard, spoken } = fakeSound()
    const stop = followPlayer({
      player,
      ground,
      sound,
      language: () => 'zh',
      clip: () => undefined,
    })
    player.play()
    expect(heard).toContain('ring true')
    for (let now = 0; now <= 3000; now += 100) frames.next?.(now)
    expect(spoken.map(({ id }) => id)).toEqual(['open.caller'])
    expect(spoken[0]).toMatchObject({ text: expect.stringContaining('门口'), mood: 60 })
    expect(heard).toContain('connect')

    player.setRate(2)
    for (let now = 3100; now <= 7000; now += 100) frames.next?.(now)
    expect(spoken[1]).toMatchObject({ id: 'calmer.caller.0' })
    const [first, second] = spoken
    expect(second?.rate).toBe(2 * (first?.rate ?? 0))

    heard.length = 0
    player.pause()
    expect(heard).toEqual(expect.arrayContaining(['stop', 'ring false', 'off']))
    stop()
  })

  it.each(CHANNELS)('of a call by %s is heard as that call was', (channel) => {
    const frames: { next?: (now: number) => void } = {}
    const player = new Player(20_000, {
      request: (callback) => {
        frames.next = callback
        return 1
      },
      cancel: () => {
        delete frames.next
      },
    })
    const { sound, heard, spoken } = fakeSound()
    const rolled = { ...ground.rolled, scenario: { ...ground.rolled.scenario, channel } }
    const stop = followPlayer({
      player,
      ground: { ...ground, rolled },
      sound,
      language: () => 'zh',
      clip: () => undefined,
    })
    player.play()
    for (let now = 0; now <= 3000; now += 100) frames.next?.(now)
    stop()
    // what is read has a sign for each message, and neither bell nor voice
    const written = isWritten(channel)
    expect(heard.includes('message')).toBe(written)
    expect(heard.includes('ring true')).toBe(!written)
    expect(heard.includes('connect')).toBe(!written)
    expect(spoken.length > 0).toBe(!written)
  })
})
