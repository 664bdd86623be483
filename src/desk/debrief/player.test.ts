import { describe, expect, it } from 'vitest'
import { type Frames, Player } from './player.ts'

function fakeFrames(): Frames & { run: (ms: number) => void } {
  let next: ((now: number) => void) | null = null
  let now = 1000
  return {
    request: (callback) => {
      next = callback
      return 1
    },
    cancel: () => {
      next = null
    },
    run(ms) {
      for (const end = now + ms; now < end; ) {
        now += 10
        const call = next
        next = null
        call?.(now)
      }
    },
  }
}

describe('the player', () => {
  it('moves at life’s pace and at twice that, and stops at the end', () => {
    const frames = fakeFrames()
    const player = new Player(5000, frames, 1000)
    player.play()
    frames.run(510)
    expect(player.state.time).toBe(1500)
    player.setRate(2)
    frames.run(500)
    expect(player.state.time).toBe(2500)
    frames.run(2000)
    expect(player.state).toMatchObject({ time: 5000, playing: false })
  })

  it('starts over when it stands at the end, and keeps still while paused', () => {
    const frames = fakeFrames()
    const player = new Player(5000, frames, 5000)
    player.play()
    expect(player.state.time).toBe(0)
    player.pause()
    frames.run(1000)
    expect(player.state.time).toBe(0)
  })

  it('goes where it is told, within the call, and remembers the chosen row until it moves', () => {
    const frames = fakeFrames()
    const player = new Player(5000, frames)
    player.seek(9999, 7)
    expect(player.state).toMatchObject({ time: 5000, chosen: 7 })
    player.seek(-5)
    expect(player.state).toMatchObject({ time: 0, chosen: null })
  })

  it('tells its listeners, and does not leap after a hidden tab', () => {
    let told = 0
    let next: ((now: number) => void) | null = null
    const player = new Player(60_000, {
      request: (callback) => {
        next = callback
        return 1
      },
      cancel: () => undefined,
    })
    player.subscribe(() => {
      told += 1
    })
    player.play()
    const frame = (now: number) => next?.(now)
    frame(0)
    frame(30_000)
    expect(player.state.time).toBe(250)
    expect(told).toBe(3)
  })
})
