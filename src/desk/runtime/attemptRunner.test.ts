import { describe, expect, it } from 'vitest'
import type { Entry } from '../../core/sim/journal.ts'
import { LAG_MS } from './attemptRunner.ts'
import { fakeRun } from './fakes.ts'

const noStore = { append: async () => {}, reopen: async () => {} }

const commands = (journal: readonly Entry[]) =>
  journal.flatMap((entry) => (entry.origin === 'trainee' ? [[entry.command.do, entry.at]] : []))
const observed = (journal: readonly Entry[]) =>
  journal.flatMap((entry) => (entry.origin === 'observed' ? [[entry.observation, entry.at]] : []))

describe('attempt runner', () => {
  it('gives each input the moment of its event, also when a frame came between', () => {
    const { runner, session, frames } = fakeRun('practice', noStore)
    runner.start()
    frames.run(3000)
    // the key went down 13.4 ms before the last frame, and is heard after it
    runner.do({ do: 'answer' }, frames.wall() - 13.4)
    expect(commands(session.journal)).toEqual([['answer', 2986]])
  })

  it('takes an input that comes later than it waits for as of now', () => {
    const { runner, session, frames } = fakeRun('practice', noStore)
    runner.start()
    frames.run(3000)
    runner.do({ do: 'answer' }, frames.wall() - 500)
    expect(commands(session.journal)).toEqual([['answer', 3000 - LAG_MS]])
  })

  it('moves the simulation with the frames and tells listeners', () => {
    const { runner, session, frames } = fakeRun('practice', noStore)
    let beats = 0
    const stop = runner.onBeat(() => {
      beats += 1
    })
    expect(session.now).toBe(0)
    runner.start()
    frames.run(160)
    expect([session.now, runner.now(), beats]).toEqual([160 - LAG_MS, 160, 10])
    stop()
    frames.run(16)
    expect(beats).toBe(10)
  })

  it('stands still while paused, and says so in the journal', () => {
    const { runner, session, frames } = fakeRun('coaching', noStore)
    runner.start()
    frames.run(2000)
    runner.pause(frames.wall())
    frames.run(60_000)
    expect([runner.paused, runner.now(), session.now]).toEqual([true, 2000, 2000])
    expect(runner.do({ do: 'answer' }, frames.wall())).toEqual([])
    runner.unpause(frames.wall())
    frames.run(1000)
    runner.do({ do: 'answer' }, frames.wall())
    expect(commands(session.journal)).toEqual([['answer', 3000]])
    expect(observed(session.journal)).toEqual([
      [{ saw: 'paused', wall: 1_700_000_007_000 }, 2000],
      [{ saw: 'unpaused', wall: 1_700_000_067_000 }, 2000],
    ])
  })

  it('does not pause an exam', () => {
    const { runner, session, frames } = fakeRun('exam', noStore)
    runner.start()
    frames.run(1000)
    runner.pause(frames.wall())
    expect([runner.paused, runner.pausable, observed(session.journal)]).toEqual([false, false, []])
  })

  it('stores all entries in order, and stops for good', async () => {
    const stored: Entry[] = []
    const { runner, session, frames } = fakeRun('practice', {
      reopen: async () => {},
      append: async (_, entries) => {
        stored.push(...entries)
      },
    })
    runner.start()
    frames.run(500)
    runner.do({ do: 'answer' }, frames.wall())
    frames.run(20_000)
    runner.do({ do: 'hang-up' }, frames.wall())
    await runner.stop()
    expect(frames.running).toBe(false)
    expect(stored).toEqual(session.journal)
    expect(stored.map(({ n }) => n)).toEqual(stored.map((_, n) => n))
  })
})
