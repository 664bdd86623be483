import { beforeAll, describe, expect, it, vi } from 'vitest'
import { textFile as file, intakeParts as parts } from '../../cli/demo/intakeParts.ts'
import { cohortScenarios, playTerm, sealed } from '../../cli/demo/term.ts'
import { draw } from '../../core/scenario/hash.ts'
import type { FileAttempt } from '../../core/sim/file.ts'
import { serialiseBundle } from '../../core/sim/fileText.ts'
import type { Entry } from '../../core/sim/journal.ts'
import type { Signer } from '../../storage/seal/signer.ts'
import { aWorkstation } from '../../storage/seal/testing.ts'
import { Cancelled, type IntakeParts, takeDemo, takeFiles } from './intake.ts'

/** Real calls of real trainees, as far as robots can: nothing marks them as a demonstration. */
let honest: readonly FileAttempt[] = []
let station: Signer
let stranger: Signer

beforeAll(async () => {
  station = aWorkstation()
  stranger = aWorkstation()
  const term = playTerm({
    seed: 'intake',
    trainees: 10,
    attempts: 4,
    from: Date.UTC(2026, 8, 1),
    days: 20,
    scenarios: cohortScenarios(),
    learning: false,
  })
  honest = await Promise.all(
    term.attempts.map((one) => {
      const { demo: _, ...header } = one.attempt.header
      return sealed({ ...one, attempt: { ...one.attempt, header } }, station)
    }),
  )
}, 240_000)

async function enrolled(into: IntakeParts): Promise<void> {
  const { id, key } = await station.station()
  await into.store.enrol({ id, key, name: '7 号工位', enrolledAt: 0 })
}

describe('taking in honest files', () => {
  it('counts every attempt once, from any number of files, and again changes nothing', async () => {
    const into = parts()
    await enrolled(into)
    const half = honest.length / 2
    const files = [
      file('a.json', serialiseBundle(honest.slice(0, half), [])),
      file('b.json', serialiseBundle(honest.slice(half - 3), [])),
    ]
    const first = await takeFiles(files, into)
    expect(first).toMatchObject({ differing: [], refused: [] })
    expect([first.added.length, first.known.length]).toEqual([honest.length, 3])
    expect(
      first.judged.filter(({ standing }) => standing !== 'counted' && standing !== 'left'),
    ).toEqual([])
    const sheets = await into.store.sheets()
    const totals = new Map(sheets.map(({ attempt, total }) => [attempt, total]))
    for (const { attempt, result } of honest)
      expect(totals.get(attempt.header.id)).toBe(result?.total)
    const again = await takeFiles(files, into)
    expect([again.added.length, again.known.length, again.judged.length]).toEqual([
      0,
      honest.length + 3,
      0,
    ])
    expect(await into.store.sheets()).toEqual(sheets)
  })

  it('keeps apart what nobody known has sealed, until the workstation is enrolled', async () => {
    const into = parts()
    const text = serialiseBundle(honest.slice(0, 3), [])
    const { judged } = await takeFiles([file('a.json', text)], into)
    expect(judged.map(({ standing }) => standing)).toEqual(Array(3).fill('unknown-station'))
    expect(await into.store.sheets()).toEqual([])
    await enrolled(into)
    await into.store.reopen(judged.map(({ id }) => id))
    const { judged: now } = await takeFiles([], into)
    expect(now.map(({ standing }) => standing)).toEqual(Array(3).fill('counted'))
  })

  it('keeps apart what was sealed where the browser can check no signature, and says so', async () => {
    const into = parts()
    await enrolled(into)
    vi.stubGlobal('crypto', {})
    const { judged } = await takeFiles(
      [file('a.json', serialiseBundle(honest.slice(0, 3), []))],
      into,
    ).finally(() => vi.unstubAllGlobals())
    expect(judged.map(({ standing }) => standing)).toEqual(Array(3).fill('insecure'))
  })

  it('says of each file that is none why it was not taken, and takes the others', async () => {
    const into = parts()
    await enrolled(into)
    const good = serialiseBundle(honest.slice(0, 1), [])
    const report = await takeFiles(
      [
        file('cut.json', good.slice(0, 999)),
        file('other.json', '{"format":"recipes","formatVersion":1}'),
        {
          name: 'gone.json',
          size: 1,
          arrayBuffer: () => Promise.reject(new Error('no such file')),
        },
        { name: 'huge.json', size: 1e10, arrayBuffer: async () => new ArrayBuffer(0) },
        file('good.json', good),
      ],
      into,
    )
    expect(report.refused.map(({ file: name, code }) => [name, code])).toEqual([
      ['cut.json', 'not-json'],
      ['other.json', 'not-ours'],
      ['gone.json', 'unreadable'],
      ['huge.json', 'too-large'],
    ])
    expect(report.added).toHaveLength(1)
  })

  it('knows an attempt again in any layout, and keeps apart what nobody can read', async () => {
    const into = parts()
    await enrolled(into)
    const text = serialiseBundle(honest.slice(0, 2), [])
    await takeFiles([file('a.json', text)], into)
    const pretty = JSON.stringify(JSON.parse(text), null, 2)
    const again = await takeFiles([file('b.json', pretty)], into)
    expect(again).toMatchObject({ added: [], differing: [], judged: [] })
    expect(again.known).toHaveLength(2)
    for (const [[from, to], n] of [
      [['"entries":[', '"entries":[{]'], null],
      [['"what":"ringing"', '"what":["ringing",[[1]]]'], 0],
      [['{"n":1,', '{"n":7,'], 1],
      [['"origin":"trainee","command":{', '"origin":"trainee","command":{"x":1,'], null],
    ] as const) {
      const other = parts()
      await enrolled(other)
      const damaged = serialiseBundle(honest.slice(0, 2), []).replace(from, to)
      const { judged } = await takeFiles([file('c.json', damaged)], other)
      const apart = judged.filter(({ standing }) => standing === 'damaged')
      expect(apart, to).toHaveLength(1)
      if (n !== null) expect(apart[0]?.n).toBe(n)
      expect(await other.store.sheets()).toHaveLength(judged.length - 1)
    }
  })

  it('stops when told to, and keeps what was taken in until then', async () => {
    const into = parts()
    await enrolled(into)
    const stop = new AbortController()
    const work = takeFiles([file('a.json', serialiseBundle(honest, []))], into, {
      signal: stop.signal,
      onProgress: ({ step, done }) => {
        if (step === 'reading' && done > 0) stop.abort()
      },
    })
    await expect(work).rejects.toBeInstanceOf(Cancelled)
    expect((await into.store.rows()).length).toBe(honest.length)
    const { judged } = await takeFiles([], into)
    expect(judged).toHaveLength(honest.length)
  })
})

/** What somebody might do to a file by hand. Each gives a changed copy, or null where that can't be done to it. */
const forgeries: Readonly<
  Record<
    string,
    (
      one: FileAttempt,
      chance: (below: number) => number,
    ) => FileAttempt | null | Promise<FileAttempt>
  >
> = {
  times: (one, chance) =>
    entryChanged(one, chance, (entry) => ({ ...entry, at: Math.max(0, entry.at - 1) })),
  answers: (one) => {
    const at = one.attempt.entries.findIndex(
      (entry) =>
        entry.origin === 'trainee' &&
        entry.command.do === 'set' &&
        entry.command.change.field === 'class',
    )
    return at < 0
      ? null
      : withEntries(
          one,
          one.attempt.entries.map((entry, n) =>
            n === at && entry.origin === 'trainee'
              ? {
                  ...entry,
                  command: { do: 'set', change: { field: 'class', value: 'P03.missing' } },
                }
              : entry,
          ),
        )
  },
  scores: (one) =>
    one.result && {
      ...one,
      result: { ...one.result, total: Math.min(100, one.result.total + 7), passed: true },
    },
  reordered: (one, chance) => {
    const { entries } = one.attempt
    const at = 2 + chance(entries.length - 4)
    const a = entries[at]
    const b = entries[at + 1]
    if (!a || !b) return null
    return withEntries(one, [
      ...entries.slice(0, at),
      { ...b, n: a.n, at: a.at },
      { ...a, n: b.n, at: b.at },
      ...entries.slice(at + 2),
    ])
  },
  cut: (one, chance) => {
    const { entries } = one.attempt
    const last = entries[entries.length - 1]
    const at = 3 + chance(entries.length - 6)
    return last ? withEntries(one, [...entries.slice(0, at), { ...last, n: at }]) : null
  },
  'signed anew with another key': (one) => {
    const { seal: _, ...bare } = one
    return sealed(bare, stranger)
  },
  'signed anew under the old name': async (one) => {
    const { seal: _, ...bare } = one
    const { seal, ...anew } = await sealed(bare, stranger)
    const { id, key } = await station.station()
    return seal ? { ...anew, seal: { ...seal, station: id, key } } : anew
  },
  'seal taken off': ({ seal: _, ...bare }) => bare,
  'somebody else’s name': (one) => ({
    ...one,
    attempt: {
      ...one.attempt,
      header: { ...one.attempt.header, trainee: { ...one.attempt.header.trainee, name: '演戊99' } },
    },
  }),
  'another seal': (one) => {
    const other = honest.find(({ attempt }) => attempt.header.id !== one.attempt.header.id)
    return other?.seal ? { ...one, seal: other.seal } : null
  },
}

function withEntries(one: FileAttempt, entries: Entry[]): FileAttempt {
  return { ...one, attempt: { ...one.attempt, entries } }
}

function entryChanged(
  one: FileAttempt,
  chance: (below: number) => number,
  change: (entry: Entry) => Entry,
): FileAttempt | null {
  const { entries } = one.attempt
  // an entry that can be moved without time running backwards
  const movable = entries.flatMap((entry, n) =>
    n > 0 && entry.at > (entries[n - 1]?.at ?? 0) ? [n] : [],
  )
  const at = movable[chance(movable.length)]
  return at === undefined
    ? null
    : withEntries(
        one,
        entries.map((entry, n) => (n === at ? change(entry) : entry)),
      )
}

describe('a hundred attempts edited by hand', () => {
  it('are all found, and none of them is in any figure', async () => {
    const into = parts()
    await enrolled(into)
    const kinds = Object.entries(forgeries)
    const made: { readonly kind: string; readonly one: FileAttempt }[] = []
    for (let i = 0; made.length < 100; i += 1) {
      const entry = kinds[i % kinds.length]
      const original = honest[Math.floor(i / kinds.length) % honest.length]
      if (!entry || !original) break
      const [kind, forge] = entry
      const one = await forge(original, (below) => draw('forge', `${i}`, Math.max(1, below)))
      if (one) made.push({ kind, one })
    }
    expect(made).toHaveLength(100)
    // each under an id of its own, so that none is taken for another: forgers would, if they could
    const found = new Map<string, number>()
    for (const { kind, one } of made) {
      const alone = { ...into, ...parts() }
      await enrolled(alone)
      const { judged, refused } = await takeFiles(
        [file('x.json', serialiseBundle([one], []))],
        alone,
      )
      const apart = judged.some(({ standing }) => standing !== 'counted' && standing !== 'left')
      if (apart || refused.length > 0) found.set(kind, (found.get(kind) ?? 0) + 1)
      expect([kind, await alone.store.sheets()]).toEqual([kind, []])
    }
    expect([...found.values()].reduce((sum, n) => sum + n, 0)).toBe(100)
  }, 240_000)

  it('never change what is here already', async () => {
    const into = parts()
    await enrolled(into)
    const [one] = honest
    if (!one) throw new Error('no attempt')
    await takeFiles([file('a.json', serialiseBundle([one], []))], into)
    const before = await into.store.sheets()
    const forged = await forgeries.times?.(one, () => 0)
    if (!forged) throw new Error('no forgery')
    const report = await takeFiles([file('b.json', serialiseBundle([forged], []))], into)
    expect(report.differing).toEqual([one.attempt.header.id])
    expect(await into.store.sheets()).toEqual(before)
  })
})

describe('a demonstration', () => {
  it('is played into the store, marked, and goes again without a trace', async () => {
    const into = parts()
    const plan = {
      seed: 'x',
      trainees: 2,
      attempts: 3,
      from: Date.UTC(2026, 8, 1),
      days: 3,
      learning: true,
      scenarios: ['crying-girl', 'lost-child'],
    }
    expect(await takeDemo(plan, into)).toBe(6)
    const sheets = await into.store.sheets()
    expect(sheets.length).toBeGreaterThan(0)
    expect(sheets.every(({ demo }) => demo)).toBe(true)
    expect(await into.store.people()).toHaveLength(2)
    // what was played is what the engine makes of it
    await into.store.reopen((await into.store.rows()).map(({ id }) => id))
    expect(await into.store.removeDemo()).toBe(6)
    expect(await into.store.rows()).toEqual([])
    expect(await into.store.sheets()).toEqual([])
    expect(await into.store.people()).toEqual([])
  })
})
