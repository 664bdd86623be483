import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sheet, Timed } from '../../core/review/sheet.ts'
import { sheetFor } from '../../core/review/testing.ts'
import { accuracy, confusion } from './accuracy.ts'
import { rollingAccuracy, weeks } from './cohort.ts'
import { EVERYTHING, filtered, periodBefore } from './filter.ts'
import { itemRows, nodeFigures } from './items.ts'
import { stageFigures } from './stages.ts'
import { classFigures, dimensionFigures } from './trainee.ts'
import { triage } from './triage.ts'

/** Every figure beside a calculation that knows nothing of it: counting by hand, or by another way. */

const base = sheetFor({ attempt: 'x' })
const day = (n: number): number => new Date(2026, 8, n, 10).getTime()

function sheet(n: number, choice: Partial<Sheet['choice']> = {}, some: Partial<Sheet> = {}): Sheet {
  return {
    ...base,
    attempt: `a${n}`,
    at: day(1) + n * 3_600_000,
    ...some,
    choice: { ...base.choice, ...choice },
  }
}

const classes = ['P02', 'P03', 'P05', 'N00']
const anySheet = fc
  .record({
    right: fc.constantFrom(...classes),
    final: fc.option(fc.constantFrom(...classes)),
    first: fc.option(fc.constantFrom(...classes)),
    rightPriority: fc.constantFrom('L1', 'L2', 'L3', 'N'),
    triage: fc.option(fc.integer({ min: -3, max: 3 })),
  })
  .map(({ first, ...choice }) => sheet(0, { ...choice, first, firstRight: choice.right }))
const anySheets = fc.array(anySheet, { maxLength: 40 })

describe('class accuracy', () => {
  it('counts the class, not its sub-type, and revisions both ways', () => {
    const found = accuracy([
      sheet(1, { final: 'P02.3', right: 'P02.1', first: 'P02' }),
      sheet(2, { final: 'P02', right: 'P02', first: 'P05' }),
      sheet(3, { final: 'P05', right: 'P02', first: 'P02' }),
      sheet(4, { final: null, right: 'P02', first: null }),
    ])
    expect(found.final).toMatchObject({ hits: 2, n: 4, share: 0.5 })
    expect(found.first).toMatchObject({ hits: 2, n: 3 })
    expect([found.mended, found.spoiled]).toEqual([1, 1])
  })

  it.each([
    [0, null],
    [1, 1],
    [2, 1],
  ])('says what %d attempts allow', (n, wanted) => {
    const sheets = Array.from({ length: n }, (_, i) => sheet(i))
    expect(accuracy(sheets).final.share).toBe(wanted)
  })

  it('adds up with the matrix, whatever was chosen', () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        const { rows, classes: heads, pairs } = confusion(sheets)
        const diagonal = rows.reduce(
          (sum, row) => sum + (row.cells[heads.indexOf(row.right)] ?? 0),
          0,
        )
        const all = rows.reduce(
          (sum, { cells, none }) => sum + none + cells.reduce((a, b) => a + b, 0),
          0,
        )
        const off = pairs.reduce((sum, { n }) => sum + n, 0)
        const none = rows.reduce((sum, row) => sum + row.none, 0)
        expect(diagonal).toBe(accuracy(sheets).final.hits)
        expect(all).toBe(sheets.length)
        expect(diagonal + off + none).toBe(sheets.length)
      }),
    )
  })

  it('puts what is none of 110 last', () => {
    const { classes: heads } = confusion([sheet(1, { right: 'N00', final: 'P09' }), sheet(2)])
    expect(heads).toEqual(['P02', 'P09', 'N00'])
  })

  it('rolls over the last ten, as counting anew each time does', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (rights) => {
        const sheets = rights.map((right, i) => sheet(i, { final: right ? 'P02' : 'P05' }))
        const wanted = rights.map((_, i) => {
          const window = rights.slice(Math.max(0, i - 9), i + 1)
          return window.filter(Boolean).length / window.length
        })
        expect(rollingAccuracy(sheets).map(({ share }) => share)).toEqual(wanted)
      }),
    )
  })
})

describe('triage', () => {
  it('keeps under and over apart, by what was right', () => {
    const { rows, under, over } = triage([
      sheet(1, { rightPriority: 'L1', triage: -1 }),
      sheet(2, { rightPriority: 'L1', triage: -3 }),
      sheet(3, { rightPriority: 'L1', triage: null }),
      sheet(4, { rightPriority: 'L1', triage: 0 }),
      sheet(5, { rightPriority: 'L3', triage: 1 }),
      sheet(6, { rightPriority: 'L3', triage: 2 }),
      sheet(7, { rightPriority: 'N', triage: null }),
    ])
    expect(rows[0]).toMatchObject({ n: 4, under1: 1, under2: 2, over1: 0, over2: 0 })
    expect(rows[2]).toMatchObject({ n: 2, over1: 1, over2: 1 })
    expect(rows[3]).toMatchObject({ n: 1, exact: { hits: 1 } })
    expect([under.hits, over.hits, under.n]).toEqual([3, 2, 7])
  })

  it('counts every attempt once', () => {
    fc.assert(
      fc.property(anySheets, (sheets) => {
        for (const { n, exact, under, over } of triage(sheets).rows)
          expect(exact.hits + under.hits + over.hits).toBe(n)
        expect(triage(sheets).under.n).toBe(sheets.length)
      }),
    )
  })
})

const time = (some: Partial<Timed>): Timed => ({
  stage: 'answer',
  ms: 5000,
  target: 10_000,
  limit: 15_000,
  error: 30,
  n: 1,
  ...some,
})

describe('stage times', () => {
  it('leave invalid samples out and count what was due and never done as not met', () => {
    const [answer] = stageFigures([
      sheet(1, {}, { times: [time({ ms: 4000 })] }),
      sheet(2, {}, { times: [time({ ms: 12_000 })] }),
      sheet(3, {}, { times: [time({ ms: null })] }),
      sheet(4, {}, { times: [time({ ms: 1, error: null })] }),
    ])
    expect(answer).toMatchObject({
      times: { n: 2, median: 8000 },
      ratios: { median: 0.8 },
      target: 10_000,
      met: { hits: 1, n: 3 },
      missed: 1,
      invalid: 1,
      error: 30,
    })
  })

  it('tell dispatches apart by what the call was, and say where targets differ', () => {
    const dispatch = (n: number, rightPriority: string, target: number) =>
      sheet(n, { rightPriority }, { times: [time({ stage: 'first-dispatch', target })] })
    const figures = stageFigures([
      dispatch(1, 'L1', 60_000),
      dispatch(2, 'L1', 90_000),
      dispatch(3, 'L3', 60_000),
    ])
    const of = (stage: string) => figures.find((figure) => figure.stage === stage)
    expect(of('dispatch-L1')).toMatchObject({ times: { n: 2 }, target: null })
    expect(of('dispatch-L3')).toMatchObject({ times: { n: 1 }, target: 60_000 })
  })

  it('have no figures without samples', () => {
    for (const figure of stageFigures([]))
      expect(figure).toMatchObject({
        times: { n: 0, median: null, p90: null },
        met: { share: null },
        error: null,
      })
  })
})

describe('filters and periods', () => {
  const people = new Map([
    ['B1', { badge: 'B1', name: '', group: '一组', term: '春' }],
    ['B2', { badge: 'B2', name: '', group: '二组', term: '秋' }],
  ])
  const sheets = [
    sheet(0, {}, { attempt: 'spring', badge: 'B1', at: day(1), demo: false }),
    sheet(0, {}, { attempt: 'autumn', badge: 'B2', at: day(10), demo: false }),
    sheet(
      0,
      {},
      { attempt: 'exam', badge: 'B2', at: day(11), mode: 'exam', version: 2, demo: false },
    ),
    sheet(0, {}, { attempt: 'coached', badge: 'B2', at: day(12), mode: 'coaching', demo: false }),
    sheet(0, {}, { attempt: 'robot', badge: 'D1', at: day(12), demo: true }),
  ]
  const ids = (change: Partial<typeof EVERYTHING>) =>
    filtered(sheets, { ...EVERYTHING, ...change }, people).map(({ attempt }) => attempt)

  it('never mix robots with people, and coached calls only when asked', () => {
    expect(ids({})).toEqual(['spring', 'autumn', 'exam'])
    expect(ids({ demo: true })).toEqual(['robot'])
    expect(ids({ modes: 'all' })).toEqual(['spring', 'autumn', 'exam', 'coached'])
  })

  it('take whole days, both ends included', () => {
    expect(ids({ from: '2026-09-10', to: '2026-09-11' })).toEqual(['autumn', 'exam'])
    expect(ids({ from: '2026-09-11' })).toEqual(['exam'])
    expect(ids({ term: '春' })).toEqual(['spring'])
    expect(ids({ group: '二组', modes: 'exam', version: 2 })).toEqual(['exam'])
  })

  it('hold a term against the one before it, and days against as many days before', () => {
    const earlier = (change: Partial<typeof EVERYTHING>) =>
      periodBefore(sheets, { ...EVERYTHING, ...change }, people)
    expect(earlier({ term: '秋' })).toMatchObject({ kind: 'term', name: '春' })
    expect(earlier({ term: '春' })).toBeNull()
    expect(earlier({ from: '2026-09-10', to: '2026-09-12' })?.filter).toMatchObject({
      from: '2026-09-07',
      to: '2026-09-09',
    })
    expect(earlier({})).toBeNull()
  })

  it('make weeks from Monday on', () => {
    const list = weeks([sheet(0, {}, { at: day(6) }), sheet(0, { final: 'P05' }, { at: day(7) })])
    // 7 September 2026 is a Monday
    expect(list.map(({ from, accuracy: share }) => [new Date(from).getDate(), share.hits])).toEqual(
      [
        [31, 1],
        [7, 0],
      ],
    )
  })
})

describe('scenarios as items', () => {
  const people = Array.from({ length: 12 }, (_, i) => i)
  const attempts = (scenario: string, raw: (person: number, k: number) => number): Sheet[] =>
    people.flatMap((person) =>
      [0, 1].map((k) =>
        sheet(
          k,
          {},
          {
            attempt: `${scenario}${person}${k}`,
            scenario,
            trainee: `t${person}`,
            raw: raw(person, k),
          },
        ),
      ),
    )
  const flags = (sheets: readonly Sheet[]) =>
    Object.fromEntries(itemRows(sheets).map((row) => [row.scenario, row.flags]))

  it('are named for what is wrong with them, and sound ones for nothing', () => {
    const sheets = [
      ...attempts('sound', (person, k) => 40 + 4 * person + k),
      ...attempts('other', (person, k) => 42 + 4 * person + k),
      ...attempts('easy', (person) => 96 + (person % 4)),
      ...attempts('hard', (person) => 5 + person),
      ...attempts('deaf', (person) => 60 + ((person * 7) % 11)),
      ...attempts('leaky', (person, k) => (k === 0 ? 40 + 3 * person : 95)),
    ]
    expect(flags(sheets)).toMatchObject({ sound: [], other: [], hard: ['too-hard'] })
    expect(flags(sheets).easy).toContain('too-easy')
    expect(flags(sheets).deaf).toContain('not-telling')
    expect(flags(sheets).leaky).toContain('leaking')
  })

  it('are named for nothing below ten trainees', () => {
    const few = attempts('easy', () => 99).filter(({ trainee }) => trainee < 't5')
    expect(flags([...few, ...attempts('x', (person) => person)]).easy).toEqual([])
  })

  it('drift when the means of two versions lie apart', () => {
    const one = attempts('s', (person) => 50 + person).map((one) => ({ ...one, total: one.raw }))
    const two = one.map((each) => ({
      ...each,
      attempt: `${each.attempt}b`,
      total: each.raw + 30,
      version: 2,
      hash: '1'.repeat(64),
    }))
    expect(flags(one).s).not.toContain('drifting')
    expect(flags([...one, ...two]).s).toContain('drifting')
  })

  it('show node by node where trainees stray and what it costs', () => {
    const passed = (node: string, best: boolean | null, reply = 'r') => ({
      node,
      best,
      reply,
      n: 0,
    })
    const details = [
      { attempt: 'a', scenario: 's', lost: [], path: [passed('start', true), passed('end', null)] },
      {
        attempt: 'b',
        scenario: 's',
        lost: [],
        path: [passed('start', false, 'bad'), passed('start', true)],
      },
      { attempt: 'gone', scenario: 's', lost: [], path: [passed('start', false)] },
    ]
    const figures = nodeFigures(
      details,
      new Map([
        ['a', { total: 90 }],
        ['b', { total: 30 }],
      ]),
    )
    expect(figures.get('start')).toMatchObject({
      visits: 3,
      strayed: 1,
      strayedTotal: 30,
      keptTotal: 60,
    })
    expect([...(figures.get('start')?.replies ?? [])]).toEqual([['bad', 1]])
    expect(figures.get('end')).toMatchObject({ visits: 1, strayed: 0 })
  })
})

describe('a trainee beside the group', () => {
  it('is below only if the whole interval is', () => {
    const low = [1, 2, 3].map((n) => sheet(n, {}, { dims: [5, 10, 20, 15, 15, 15, 5] }))
    const group = [...low, ...[4, 5, 6].map((n) => sheet(n))]
    const figures = dimensionFigures(low, group)
    expect(figures.map(({ below }) => below)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ])
    expect(figures[0]).toMatchObject({ own: { mean: 5 }, group: 12.5, max: 20 })
    expect(dimensionFigures([], group)).toEqual([])
  })

  it('is right, right after revision, or wrong, class by class', () => {
    const own = [
      sheet(1, { first: 'P02', firstRight: 'P02', final: 'P02' }),
      sheet(2, { first: 'P05', firstRight: 'P02', final: 'P02' }),
      sheet(3, { first: 'P02', firstRight: 'P02', final: 'P05' }),
    ]
    const [figure] = classFigures(own, own)
    expect(figure?.results.map(({ result }) => result)).toEqual(['right', 'mended', 'wrong'])
    expect(figure).toMatchObject({ right: 2, group: 2 / 3 })
  })
})
