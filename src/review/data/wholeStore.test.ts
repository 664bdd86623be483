import { beforeAll, describe, expect, it } from 'vitest'
import { intakeParts } from '../../cli/demo/intakeParts.ts'
import { cohortScenarios, playTerm, sealed } from '../../cli/demo/term.ts'
import type { Remark, Said } from '../../core/review/remark.ts'
import { reviewFileText } from '../../core/review/reviewFile.ts'
import type { FileAttempt } from '../../core/sim/file.ts'
import { serialiseBundle, serialiseSealed } from '../../core/sim/fileText.ts'
import { createMemoryStore } from '../../storage/memory.ts'
import type { Person, Station } from '../../storage/review/ports.ts'
import { memorySeals } from '../../storage/seal/rows.ts'
import type { Signer } from '../../storage/seal/signer.ts'
import { aWorkstation } from '../../storage/seal/testing.ts'
import { type IntakeParts, judgeWaiting, takeDemo } from '../intake/intake.ts'
import { takeOwn } from './own.ts'
import { takeAll } from './takeReview.ts'
import { type OutFile, wholeStore } from './wholeStore.ts'

/** All that a review holds, out as files and into another one. */

let honest: readonly FileAttempt[] = []
let from: IntakeParts
let signer: Signer
let station: Station

beforeAll(async () => {
  signer = aWorkstation()
  station = { ...(await signer.station()), name: '7 号工位', enrolledAt: 5 }
  const term = playTerm({
    seed: 'whole',
    trainees: 4,
    attempts: 2,
    from: Date.UTC(2026, 8, 1),
    days: 20,
    scenarios: cohortScenarios().filter(({ scenario }) => scenario.id === 'crying-girl'),
    learning: false,
  })
  honest = await Promise.all(
    term.attempts.map((one) => {
      const { demo: _, ...header } = one.attempt.header
      return sealed({ ...one, attempt: { ...one.attempt, header } }, signer)
    }),
  )
  from = await filled()
}, 240_000)

function picked(name: string, content: string | Uint8Array<ArrayBuffer>) {
  const blob = new Blob([content])
  return {
    name,
    size: blob.size,
    arrayBuffer: () => blob.arrayBuffer(),
    slice: (from: number, to: number) => blob.slice(from, to),
  }
}

const { newId } = createMemoryStore()
let clock = 1000
const remark = (what: Said, by = '周复核'): Remark => {
  clock += 1
  return { id: newId(), at: clock, by, what }
}

const person = (badge: string, group: string): Person => ({ badge, name: '甲', group, term: '1' })
const idOf = (n: number): string => honest[n]?.attempt.header.id ?? ''

/** A remark of each kind. */
function everySaid(): readonly Remark[] {
  const attempt = idOf(0)
  const comment = remark({ kind: 'comment', attempt, n: 3, atMs: 4000, text: '=<b>该追问' })
  const marks = { feeling: 2, paraphrase: null, plain: 5, next: 1, calm: 3 } as const
  const round = remark({ kind: 'round', title: '校准', attempts: [attempt], raters: ['甲', '乙'] })
  const sample = remark({
    kind: 'sample',
    seed: '1',
    of: 12,
    due: 99,
    attempts: [{ id: attempt, why: 'red-line' }],
  })
  return [
    comment,
    remark({ kind: 'reply', attempt, to: comment.id, text: '明白' }, '学员甲'),
    remark({ kind: 'mark', attempt, marks, round: null }),
    round,
    remark({ kind: 'mark', attempt, marks, round: round.id }, '甲'),
    remark({ kind: 'round-closed', round: round.id }),
    remark({ kind: 'override', attempt, of: 'total', from: '60', to: '70', reason: 'x' }),
    remark({ kind: 'take-back', attempt, of: comment.id, reason: '写错了' }),
    sample,
    remark({ kind: 'reviewed', attempt, sample: sample.id }),
    remark({ kind: 'enrol', station: station.id, name: station.name }),
    remark({ kind: 'dismiss', station: station.id, name: station.name }),
    remark({ kind: 'intake', files: ['a.json'], added: 1, known: 0, refused: 0, remarks: 2 }),
    remark({ kind: 'people', file: 'p.csv', count: 2 }),
    remark({ kind: 'demo', loaded: true, count: 6 }),
  ]
}

async function filled(): Promise<IntakeParts> {
  const parts = intakeParts()
  const { store } = parts
  await store.enrol(station)
  // one of them was worked in this very browser
  const own = createMemoryStore({ station: { signer, seals: memorySeals() } })
  const [first, ...others] = honest
  if (!first) throw new Error('no attempts')
  await own.import(serialiseSealed(first))
  expect(await takeOwn(own, store)).toBe(1)
  await takeAll([picked('a.json', serialiseBundle(others, []))], parts, {})
  await store.setPeople([person('X0', '一组'), person('X1', '二组')])
  await store.takeRemarks(everySaid())
  return parts
}

async function outOf({ store }: IntakeParts) {
  const files = []
  for await (const { name, content } of wholeStore(store, '2026-09-01'))
    files.push(picked(name, content))
  return files
}

describe('the whole store as files', () => {
  it('comes to the same in an empty review, once its workstations are enrolled there', async () => {
    const files = await outOf(from)
    const into = intakeParts()
    const { report, beside } = await takeAll(files.toReversed(), into, {})
    expect([report.refused, report.differing, report.added.length]).toEqual([[], [], honest.length])
    expect(beside).toMatchObject({ ahead: 0, strangers: [station] })
    // a file alone makes nobody trusted
    expect(await into.store.stations()).toEqual([])
    expect(await into.store.sheets()).toEqual([])
    await into.store.enrol(station)
    await into.store.reopen(report.added)
    await judgeWaiting(into)
    expect(await into.store.sheets()).toEqual(await from.store.sheets())
    expect((await into.store.sheets()).length).toBeGreaterThan(5)
    for (const part of ['remarks', 'people', 'stations'] as const)
      expect([part, await into.store[part]()]).toEqual([part, await from.store[part]()])
    const detailsOf = async ({ store }: IntakeParts) =>
      Promise.all((await store.sheets()).map(({ scenario }) => store.details(scenario)))
    expect(await detailsOf(into)).toEqual(await detailsOf(from))
    expect((await outOf(into)).map(({ size }) => size)).toEqual(files.map(({ size }) => size))
  }, 240_000)

  it('changes nothing when it comes again', async () => {
    const before = [await from.store.remarks(), await from.store.rows()]
    const { report, beside } = await takeAll(await outOf(from), from, {})
    expect([report.added, report.differing, report.refused]).toEqual([[], [], []])
    expect(report.known).toHaveLength(honest.length)
    expect(beside).toMatchObject({
      remarks: { fresh: [], differing: [] },
      people: { fresh: [], differing: [] },
      strangers: [],
    })
    expect([await from.store.remarks(), await from.store.rows()]).toEqual(before)
  }, 240_000)

  it('leaves demonstrations where they are, with all that was said of them', async () => {
    const parts = from
    const whole = await outOf(parts)
    const plan = {
      trainees: 2,
      attempts: 2,
      days: 5,
      skills: [0.5, 1],
      from: 0,
      seed: 'd',
    } as const
    await takeDemo({ ...plan, learning: false, scenarios: ['crying-girl'] }, parts)
    const robot = (await parts.store.rows()).find(({ demo }) => demo)?.id ?? ''
    await parts.store.remark(
      remark({ kind: 'comment', attempt: robot, n: null, atMs: 0, text: 'x' }),
    )
    await parts.store.remark(
      remark({ kind: 'round', title: 'x', attempts: [robot], raters: ['a'] }),
    )
    expect(await outOf(parts)).toHaveLength(whole.length)
    expect((await outOf(parts)).map(({ size }) => size)).toEqual(whole.map(({ size }) => size))
  }, 240_000)
})

/** A bundle of one, its text changed by hand. */
const spoilt = (n: number, from: string, to: string): string => {
  const whole = honest[n]
  if (!whole) throw new Error('no attempt')
  const text = serialiseBundle([whole], [])
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return changed
}

function cutShort(n: number): string {
  const whole = honest[n]
  if (!whole) throw new Error('no attempt')
  const { attempt, status, result } = whole
  const cut = { ...attempt, entries: attempt.entries.slice(0, 3) }
  return serialiseBundle([{ attempt: cut, status, result }], [])
}

describe('damaged attempts', () => {
  it('travel as they came, in files of their own, and stay damaged', async () => {
    const parts = intakeParts()
    await parts.store.enrol(station)
    const files = [
      // no journal entry
      spoilt(0, '"entries":[', '"entries":[\n"什么",'),
      // no JSON
      spoilt(1, '"entries":[', '"entries":[ [1 2},'),
      // cut, and not even sealed
      cutShort(2),
      serialiseBundle(honest.slice(3), []),
    ]
    await takeAll(
      files.map((text, i) => picked(`${i}.json`, text)),
      parts,
      {},
    )
    const rows = async ({ store }: IntakeParts) =>
      (await store.rows()).map(({ file: _, ...row }) => row)
    const before = await rows(parts)
    expect(before.filter(({ standing }) => standing === 'damaged')).toHaveLength(3)
    const out: OutFile[] = []
    for await (const file of wholeStore(parts.store, '2026-09-01')) out.push(file)
    expect(out.map(({ name, attempts, damaged }) => [name, attempts, damaged])).toEqual([
      ['first-ring-review-2026-09-01-1.json', honest.length - 3, false],
      ['first-ring-review-2026-09-01-damaged-1.json', 3, true],
      ['first-ring-review-2026-09-01-remarks.json', 0, false],
    ])
    const into = intakeParts()
    await into.store.enrol(station)
    const again = () =>
      takeAll(
        out.map(({ name, content }) => picked(name, content)),
        into,
        {},
      )
    const { report } = await again()
    expect([report.refused, report.differing, report.added.length]).toEqual([[], [], honest.length])
    const isDamaged = ({ standing }: { readonly standing: string }) => standing === 'damaged'
    expect((await rows(into)).filter(isDamaged)).toEqual(before.filter(isDamaged))
    expect((await again()).report.known).toHaveLength(honest.length)
  }, 240_000)
})

describe('a file of remarks', () => {
  it('never changes what is here, and says what differs', async () => {
    const { store, ...rest } = intakeParts()
    const here = remark({ kind: 'comment', attempt: newId(), n: null, atMs: 0, text: '原话' })
    await store.remark(here)
    await store.setPeople([person('A', '一组')])
    const forged = { ...here, by: '别人' }
    const ahead = remark({ kind: 'reply', attempt: newId(), to: here.id, text: '先到' })
    const text = reviewFileText({
      remarks: [forged, ahead, ahead, { ...ahead, at: 1 }],
      people: [person('A', '二组'), person('B', '二组')],
    })
    const { beside } = await takeAll([picked('r.json', text)], { store, ...rest }, {})
    expect(beside?.remarks).toEqual({
      fresh: [ahead],
      known: [ahead],
      differing: [forged, { ...ahead, at: 1 }],
    })
    expect(beside?.people).toMatchObject({ fresh: [{ badge: 'B' }], differing: [{ badge: 'A' }] })
    expect(beside?.ahead).toBe(1)
    expect(await store.remarks()).toEqual([here, ahead])
    expect(await store.people()).toEqual([person('A', '一组'), person('B', '二组')])
  })
})
