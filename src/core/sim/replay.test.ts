import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomCommand } from '../robots/random.ts'
import { draw } from '../scenario/hash.ts'
import { gridAtlas } from '../testing/atlas.ts'
import { inputFor, scenarioFrom } from '../testing/drive.ts'
import type { Mode } from './attempt.ts'
import { entry as entrySchema } from './journal.ts'
import { replay, resume } from './replay.ts'
import { Session } from './session.ts'

const scenario = scenarioFrom()

/** Any acts at any times, moved on in steps of any size. */
function wild(seed: string, mode: Mode, step: (i: number) => number): Session {
  const session = new Session(inputFor(scenario, seed, gridAtlas, mode))
  session.dispatch({ do: 'answer' }, 500 + draw(seed, 'answer', 12_000))
  for (let i = 0; i < 60 && !session.finished; i += 1) {
    const at = session.now + 200 + draw(seed, `pause/${i}`, 6000)
    for (let now = session.now; now < at; now += step(i)) session.advanceTo(Math.min(now, at))
    session.advanceTo(at)
    const offered = session.offered()
    const talk = offered[draw(seed, `reply/${i}`, Math.max(1, offered.length))] ?? null
    if (i % 17 === 5) session.observe({ saw: 'hidden' }, session.now)
    session.dispatch(
      randomCommand(session, talk, (name, below) => draw(seed, `${i}/${name}`, below)),
      session.now,
    )
  }
  session.advanceTo(session.now + 700_000)
  return session
}

test('1,000 random attempts replay byte for byte, with any step size', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom<Mode>('coaching', 'practice', 'exam'),
      fc.integer({ min: 1, max: 2500 }),
      (seed, mode, step) => {
        const session = wild(seed, mode, (i) => 1 + ((step * (i + 7)) % 2500))
        const coarse = wild(seed, mode, () => 1_000_000)
        expect(JSON.stringify(coarse.journal)).toBe(JSON.stringify(session.journal))
        const verdict = replay(inputFor(scenario, seed, gridAtlas, mode), session.journal)
        expect(verdict.ok).toBe(true)
        if (verdict.ok)
          expect(JSON.stringify(verdict.session.journal)).toBe(JSON.stringify(session.journal))
      },
    ),
    { numRuns: 1000 },
  )
}, 240_000)

test('every entry fits the journal schema and numbers run without gaps', () => {
  const { journal } = wild('schema', 'practice', () => 100)
  journal.forEach((entry, n) => {
    expect(entrySchema.parse(entry)).toEqual(entry)
    expect(entry.n).toBe(n)
  })
})

test('a journal edited by hand is refused at the entry that differs', () => {
  const session = wild('edited', 'practice', () => 100)
  const journal = structuredClone(session.journal)
  const said = journal.findIndex(
    (entry) => entry.origin === 'script' && entry.happening.what === 'moods',
  )
  const entry = journal[said]
  if (entry?.origin === 'script' && entry.happening.what === 'moods')
    entry.happening.moods.trust += 1
  const verdict = replay(inputFor(scenario, 'edited'), journal)
  expect(verdict).toMatchObject({ ok: false, n: said })
})

test('a journal cut short or grown long is refused where it ends', () => {
  const { journal } = wild('cut', 'practice', () => 100)
  const half = journal.slice(0, Math.floor(journal.length / 2))
  const resumed = resume(inputFor(scenario, 'cut'), half)
  expect(resumed.journal.slice(0, half.length)).toEqual(half)
  const grown = [
    ...journal,
    { ...journal[journal.length - 1], n: journal.length },
  ] as typeof journal
  expect(replay(inputFor(scenario, 'cut'), grown)).toMatchObject({ ok: false, n: journal.length })
})
