import { describe, expect, it } from 'vitest'
import { played, type Step } from './fixtures.ts'
import { sumsByDim } from './marks.ts'
import { readRows } from './readRows.ts'
import type { Row } from './rows.ts'

const good: readonly Step[] = [
  [2000, { do: 'answer' }],
  [7000, { do: 'say', reply: 'open.calm' }],
  [12_000, { do: 'set', change: { field: 'class', value: 'P05.neighbour' } }],
  [12_500, { do: 'set', change: { field: 'priority', value: 'L3' } }],
  [13_000, { do: 'set', change: { field: 'owner', value: '110' } }],
  [15_000, { do: 'say', reply: 'calmer.ask' }],
  [20_000, { do: 'set', change: { field: 'location', value: { place: 'shop', text: '福满家' } } }],
  [21_000, { do: 'send', unit: 'north-1' }],
  [22_000, { do: 'set', change: { field: 'class', value: 'P02.fight' } }],
  [22_500, { do: 'set', change: { field: 'priority', value: 'L2' } }],
  [24_000, { do: 'say', reply: 'tells.wait' }],
  [30_000, { do: 'say', reply: 'waits.bye' }],
  [45_000, { do: 'finish' }],
]

const kinds = (rows: readonly Row[]) => rows.map(({ content }) => content.kind)
const rowOf = (rows: readonly Row[], fits: (row: Row) => boolean): Row => {
  const found = rows.find(fits)
  if (!found) throw new Error('no such row')
  return found
}
const said = (reply: string) => (row: Row) =>
  row.content.kind === 'said' && row.content.reply === reply
const set = (field: string) => (row: Row) =>
  row.content.kind === 'set' && row.content.change.field === field

describe('the rows of the transcript', () => {
  const rows = readRows(played(good))

  it('stand in the order of the call, a line of the caller where it begins', () => {
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(kinds(rows).slice(0, 4)).toEqual(['line', 'caller', 'said', 'caller'])
    const answer = rows.find(
      ({ content }) => content.kind === 'caller' && content.line === 'calmer.caller.0',
    )
    expect(answer?.at).toBeGreaterThan(7500)
  })

  it('say what a reply moved, and which fact a line gave away', () => {
    expect(rowOf(rows, said('open.calm')).trust).toEqual([20, 35])
    const knife = rowOf(rows, ({ facts }) => facts.includes('knife'))
    expect(knife.content).toMatchObject({ kind: 'caller', line: 'calmer.caller.0' })
  })

  it('tell first choice and final choice apart, and what stood before', () => {
    const classes = rows.filter(set('class'))
    expect(classes.map(({ content }) => (content.kind === 'set' ? content.choice : null))).toEqual([
      'first',
      'final',
    ])
    const priority = rows.filter(set('priority'))[1]
    expect(priority?.content).toMatchObject({ before: 'L3' })
  })

  it('put each point at its own keystroke', () => {
    const [first, final] = rows.filter(set('class'))
    expect(final && sumsByDim(final.marks)[0]).toEqual({ dim: 'D1', delta: 14 })
    expect(first?.marks[0]?.item.code).toBe('first-choice')
    expect(sumsByDim(rowOf(rows, set('owner')).marks)).toEqual([{ dim: 'D1', delta: 6 }])
    expect(rows.filter(set('priority'))[1]?.marks[0]).toMatchObject({ dim: 'D2', delta: 10 })
  })

  it('put a lost fact where it was heard, and what never happened at the end', () => {
    const heard = rowOf(rows, ({ facts }) => facts.includes('knife'))
    expect(heard.marks.map(({ item }) => item.subject)).toContain('knife')
    const last = rows[rows.length - 1]
    expect(last?.content.kind).toBe('missed')
    expect(last?.marks).toHaveLength(1)
    expect(last?.at).toBe(45_000)
  })

  it('account for every point of the card', () => {
    const { card } = played(good)
    const items = card?.dims.flatMap((dim) => dim.items) ?? []
    const shown = rows.flatMap(({ marks }) => marks.map(({ item }) => JSON.stringify(item)))
    const counted = items.filter(({ points, max }) => points !== 0 || max !== 0)
    for (const item of counted) expect(shown).toContain(JSON.stringify(item))
  })

  it('keep what was impossible, and why', () => {
    const tried = readRows(played([[1000, { do: 'say', reply: 'open.calm' }]]))
    expect(tried[0]).toMatchObject({
      lane: 'trainee',
      refused: 'line-not-up',
      content: { kind: 'said', reply: 'open.calm' },
    })
  })

  it('show a cut line, an interruption and a red line', () => {
    const cut = readRows(
      played([
        [2000, { do: 'answer' }],
        [2500, { do: 'say', reply: 'open.calm' }],
        [9000, { do: 'say', reply: 'calmer.ask' }],
        [15_000, { do: 'say', reply: 'tells.out' }],
      ]),
    )
    const opening = rowOf(cut, ({ content }) => content.kind === 'caller')
    expect(opening.content).toMatchObject({ cutAt: 2500 })
    expect(rowOf(cut, said('open.calm')).content).toMatchObject({ interrupts: true })
    expect(rowOf(cut, said('tells.out')).crossed.map(({ kind }) => kind)).toEqual([
      'unsafe-instruction',
    ])
    expect(kinds(cut)).toContain('line')
  })

  it('follow silence, a hidden tab, and an attempt that closed by itself', () => {
    const quiet = readRows(
      played(
        [
          [2000, { do: 'answer' }],
          [3000, { saw: 'hidden' }],
          [4500, { saw: 'shown' }],
        ],
        undefined,
        700_000,
      ),
    )
    const waited = quiet.filter(({ content }) => content.kind === 'caller' && content.silence)
    expect(waited[0]?.trust).toEqual([20, 15])
    expect(rowOf(quiet, ({ lane }) => lane === 'device').content).toMatchObject({ ms: 1500 })
    // what was missed stands at the end of the call, not ten minutes later
    expect(quiet[quiet.length - 1]?.at).toBeLessThan(150_000)
  })

  it('know units that arrive, partners and reports', () => {
    const work = readRows(
      played(
        [
          [2000, { do: 'answer' }],
          [7000, { do: 'tell', partner: 'power' }],
          [8000, { do: 'set', change: { field: 'location', value: { place: 'mill', text: '' } } }],
          [9000, { do: 'send', unit: 'north-2' }],
        ],
        undefined,
        300_000,
      ),
    )
    expect(kinds(work)).toContain('partner')
    expect(kinds(work)).toContain('report')
    expect(rowOf(work, ({ content }) => content.kind === 'arrived').content).toMatchObject({
      unit: 'north-2',
      right: false,
    })
  })
})
