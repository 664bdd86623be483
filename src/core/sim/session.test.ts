import { describe, expect, test } from 'vitest'
import { gridAtlas } from '../testing/atlas.ts'
import { inputFor, scenarioFrom } from '../testing/drive.ts'
import type { Command } from './command.ts'
import type { Happening } from './journal.ts'
import { NO_ANSWER_MS } from './machine.ts'
import { LONGEST_MS, Session, WRAP_UP_MS } from './session.ts'

const fresh = (seed = 'seed', mode: 'practice' | 'exam' | 'coaching' = 'practice'): Session =>
  new Session(inputFor(scenarioFrom(), seed, gridAtlas, mode))

const happened = <What extends Happening['what']>(
  session: Session,
  what: What,
): Extract<Happening, { what: What }>[] =>
  session.journal.flatMap((entry) =>
    entry.origin === 'script' && entry.happening.what === what
      ? [entry.happening as Extract<Happening, { what: What }>]
      : [],
  )

const play = (session: Session, ...acts: [number, Command][]): Session => {
  for (const [at, command] of acts) session.dispatch(command, at)
  return session
}

describe('a call', () => {
  test('from ring to ending', () => {
    const session = play(
      fresh(),
      [2000, { do: 'answer' }],
      [7000, { do: 'say', reply: 'open.calm' }],
      [14_000, { do: 'say', reply: 'calmer.ask' }],
      [21_000, { do: 'say', reply: 'tells.wait' }],
      [26_000, { do: 'say', reply: 'waits.bye' }],
    )
    expect(happened(session, 'node').map(({ node }) => node)).toEqual([
      'open',
      'calmer',
      'tells',
      'waits',
      'bye',
    ])
    expect(happened(session, 'ended')).toEqual([{ what: 'ended', ending: 'settled' }])
    expect(session.view().ended?.after?.en).toBe('All is well.')
    session.advanceTo(26_000 + WRAP_UP_MS)
    expect(session.finished).toBe(true)
  })

  test('the trainee sees replies only once the caller speaks, and the caller only when it is time', () => {
    const session = play(
      fresh(),
      [2000, { do: 'answer' }],
      [6000, { do: 'say', reply: 'open.calm' }],
    )
    expect(session.view().replies).toEqual([])
    expect(session.view().talk.map(({ who }) => who)).toEqual(['caller', 'trainee'])
    session.advanceTo(7600)
    expect(session.view().talk.map(({ who }) => who)).toEqual(['caller', 'trainee', 'caller'])
    expect(session.view().replies.map(({ id }) => id)).toEqual(['calmer.ask', 'ground.where'])
  })

  test('talking over the caller costs what the story says and cuts the line short', () => {
    const session = play(
      fresh(),
      [2000, { do: 'answer' }],
      [2500, { do: 'say', reply: 'open.calm' }],
    )
    expect(happened(session, 'said')[0]?.interrupts).toBe(true)
    expect(happened(session, 'moods')[0]?.moods.trust).toBe(20 - 5 + 15)
    expect(session.view().talk[0]?.cutAt).toBe(2500)
  })

  test('silence is answered, counted, and in the end the line drops; nobody speaks on a dead line', () => {
    const session = play(fresh(), [2000, { do: 'answer' }])
    session.advanceTo(60_000)
    expect(happened(session, 'silence').map(({ count }) => count)).toEqual([1, 2, 3])
    expect(happened(session, 'dropped')).toHaveLength(1)
    expect(session.view().line.state).toBe('dropped')
    session.dispatch({ do: 'call-back' }, 61_000)
    session.advanceTo(66_000)
    expect(session.view().line.state).toBe('up')
    expect(happened(session, 'node').at(-1)?.node).toBe('back')
  })

  test('a line that nobody mends comes to its ending', () => {
    const session = play(fresh(), [2000, { do: 'answer' }])
    session.advanceTo(150_000)
    expect(happened(session, 'ended')).toEqual([{ what: 'ended', ending: 'nobody' }])
  })

  test('a call never answered gives up, and nobody picks up for ever', () => {
    const session = fresh()
    session.advanceTo(31_000)
    expect(session.view().line.state).toBe('dropped')
    session.advanceTo(31_000 + 60_000 + NO_ANSWER_MS)
    expect(happened(session, 'ended')).toEqual([{ what: 'ended', ending: 'nobody' }])
  })

  test('hanging up first is an ending of its own', () => {
    const session = play(fresh(), [2000, { do: 'answer' }], [3000, { do: 'hang-up' }])
    expect(happened(session, 'ended')).toEqual([{ what: 'ended', ending: 'cut' }])
  })

  test('nothing lasts longer than an hour', () => {
    const session = fresh()
    session.advanceTo(LONGEST_MS + 1)
    expect(session.finished).toBe(true)
    expect(session.dispatch({ do: 'answer' }, LONGEST_MS + 2)).toEqual([])
  })
})

describe('the response', () => {
  test('a unit sent to the right place signs in, drives and arrives', () => {
    const input = inputFor()
    const place = input.rolled.scenario.facts.place?.is
    const session = play(
      new Session(input),
      [2000, { do: 'answer' }],
      [7000, { do: 'say', reply: 'open.calm' }],
      [14_000, { do: 'say', reply: 'calmer.ask' }],
      [
        18_000,
        { do: 'set', change: { field: 'location', value: { place: String(place), text: '' } } },
      ],
      [19_000, { do: 'send', unit: 'north-1' }],
      [24_000, { do: 'say', reply: 'tells.wait' }],
    )
    session.advanceTo(400_000)
    expect(
      happened(session, 'unit')
        .filter(({ unit }) => unit === 'north-1')
        .map(({ status }) => status),
    ).toEqual(['sent', 'acknowledged', 'moving', 'arrived'])
  })

  test('the wrong place finds nobody until the unit is told better', () => {
    const session = play(
      fresh(),
      [2000, { do: 'answer' }],
      [3000, { do: 'set', change: { field: 'location', value: { x: 900, y: 900, text: '?' } } }],
      [4000, { do: 'send', unit: 'north-1' }],
    )
    session.advanceTo(60_000)
    expect(happened(session, 'unit').at(-1)).toMatchObject({ status: 'arrived', right: false })
  })

  test('the nth unit stalls until it is chased', () => {
    const session = play(
      fresh(),
      [2000, { do: 'answer' }],
      [3000, { do: 'send', unit: 'north-1' }],
      [3500, { do: 'send', unit: 'north-2' }],
    )
    session.advanceTo(40_000)
    expect(session.view().units.find(({ id }) => id === 'north-2')).toMatchObject({
      status: 'sent',
      overdue: true,
    })
    session.dispatch({ do: 'chase', unit: 'north-2' }, 41_000)
    session.advanceTo(50_000)
    expect(session.view().units.find(({ id }) => id === 'north-2')?.status).toBe('moving')
  })

  test('a partner acknowledges, sends what it has, and a delayed reaction follows', () => {
    const session = play(
      fresh(),
      [2000, { do: 'answer' }],
      [3000, { do: 'tell', partner: '119' }],
      [3100, { do: 'tell', partner: 'power' }],
    )
    session.advanceTo(9500)
    expect(happened(session, 'unit')).toMatchObject([{ unit: 'fire-1', status: 'sent', by: '119' }])
    session.advanceTo(33_200)
    expect(happened(session, 'report')).toEqual([
      { what: 'report', from: 'power', line: 'report.power' },
    ])
    expect(happened(session, 'flags')).toEqual([{ what: 'flags', set: ['power-off'], cleared: [] }])
  })
})

describe('impossible acts are refused and left in the journal', () => {
  const cases: [string, Command, string][] = [
    ['answering twice', { do: 'answer' }, 'not-ringing'],
    ['a reply not on offer', { do: 'say', reply: 'tells.wait' }, 'not-offered'],
    ['a reply that does not exist', { do: 'say', reply: '__proto__.x' }, 'not-offered'],
    ['resuming a line not held', { do: 'resume' }, 'not-held'],
    ['calling back a live line', { do: 'call-back' }, 'not-dropped'],
    ['an unknown unit', { do: 'send', unit: 'nobody' }, 'unknown-unit'],
    ['recalling a free unit', { do: 'recall', unit: 'north-1' }, 'unit-not-sent'],
    ['an unknown partner', { do: 'tell', partner: 'nobody' }, 'unknown-partner'],
    [
      'a person not known yet',
      { do: 'bridge', partner: 'son', announced: true },
      'partner-unavailable',
    ],
    [
      'a transfer that nobody takes',
      { do: 'transfer', partner: 'power', asked: true },
      'transfer-declined',
    ],
    ['finishing an open call', { do: 'finish' }, 'call-open'],
  ]
  test.each(cases)('%s', (_, command, why) => {
    const session = play(fresh(), [2000, { do: 'answer' }])
    const entries = session.dispatch(command, 6000)
    expect(entries).toHaveLength(2)
    expect(entries[1]).toMatchObject({ origin: 'script', happening: { what: 'refused', why } })
  })

  test('leaving an exam', () => {
    const session = play(fresh('seed', 'exam'), [2000, { do: 'answer' }], [3000, { do: 'leave' }])
    expect(session.finished).toBe(false)
    expect(session.view().log.at(-1)).toMatchObject({ kind: 'refused', subject: 'not-in-exam' })
  })
})

test('the view gives nothing away', () => {
  const session = play(fresh(), [2000, { do: 'answer' }])
  const seen = JSON.stringify(session.view())
  for (const secret of ['reveals', 'moods', 'LABEL', 'achievable', 'best', 'goto', 'critical'])
    expect(seen).not.toContain(secret)
})

test('the view is the same object until something visible changes', () => {
  const session = play(fresh(), [2000, { do: 'answer' }])
  const before = session.view()
  session.advanceTo(2100)
  expect(session.view()).toBe(before)
  session.dispatch({ do: 'hold' }, 2200)
  expect(session.view()).not.toBe(before)
})
