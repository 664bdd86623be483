import { describe, expect, it } from 'vitest'
import type { Sound, SoundReport } from '../sound/types.ts'
import { lazySound } from './lazySound.ts'

function fake() {
  const did: string[] = []
  let send: (report: SoundReport) => void = () => {}
  const sound: Sound = {
    unlock: async () => 'ready',
    check: async () => ({ ok: true, latencyMs: 20, outputName: null, voices: { zh: 1, en: 1 } }),
    ring: (on) => did.push(`ring ${on}`),
    speak: ({ id }) => did.push(`speak ${id}`),
    stopSpeaking: () => did.push('stop'),
    ambience: () => {},
    line: () => {},
    level: () => 0.5,
    mute: () => {},
    volume: () => {},
    onReport: (listener) => {
      send = listener
      return () => {}
    },
    dispose: () => did.push('dispose'),
  }
  return { sound, did, send: (report: SoundReport) => send(report) }
}

const ONSET: SoundReport = { kind: 'onset', at: 1, what: 'ring' }

describe('a sound that is read when it is first needed', () => {
  it('reads nothing before it is unlocked, then passes everything on', async () => {
    const { sound, did, send } = fake()
    let loads = 0
    const lazy = lazySound(async () => {
      loads += 1
      return () => sound
    })
    const heard: SoundReport[] = []
    const forget = lazy.onReport((report) => heard.push(report))
    lazy.ring(true)
    expect([loads, lazy.level(), did]).toEqual([0, 0, []])
    expect(await lazy.unlock()).toBe('ready')
    lazy.ring(true)
    send(ONSET)
    forget()
    send(ONSET)
    expect(await lazy.unlock()).toBe('ready')
    expect([loads, lazy.level(), did, heard]).toEqual([1, 0.5, ['ring true'], [ONSET]])
    lazy.dispose()
    lazy.ring(true)
    expect(did).toEqual(['ring true', 'dispose'])
  })

  it('is blocked if it can not be read, and tries again the next time', async () => {
    const { sound } = fake()
    let loads = 0
    const lazy = lazySound(async () => {
      loads += 1
      if (loads === 1) throw new Error('no such file')
      return () => sound
    })
    expect(await lazy.unlock()).toBe('blocked')
    expect((await lazy.check()).ok).toBe(true)
  })

  it('stays silent if the page has gone meanwhile', async () => {
    const { sound, did } = fake()
    let go = () => {}
    const lazy = lazySound(
      () =>
        new Promise((resolve) => {
          go = () => resolve(() => sound)
        }),
    )
    const unlocked = lazy.unlock()
    lazy.dispose()
    go()
    expect(await unlocked).toBe('blocked')
    lazy.ring(true)
    expect(did).toEqual([])
  })
})
