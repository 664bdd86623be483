import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aHeader,
  anEntry,
  aResult,
  attemptId,
  entriesFrom,
  finishedEntry,
  someone,
} from './fixtures.ts'
import { flakyStore } from './flaky.ts'
import { createMemoryStore } from './memory.ts'
import type { AttemptStatus, LocalStore } from './ports.ts'

const id = attemptId(1)

/** A store with one finished, one left, one open, one interrupted attempt and an empty one. */
async function filled(): Promise<LocalStore> {
  const store = createMemoryStore()
  await store.addTrainee(someone)
  const endings: readonly AttemptStatus[] = ['finished', 'left', 'open', 'interrupted', 'open']
  for (const [i, status] of endings.entries()) {
    const attempt = attemptId(i + 1)
    await store.create(aHeader(i + 1))
    await store.append(attempt, entriesFrom(0, i === 4 ? 0 : 6 + i))
    if (status === 'finished') {
      await store.append(attempt, [finishedEntry(6)])
      await store.close(attempt, 'finished', aResult)
    } else if (status === 'left') {
      await store.append(attempt, [finishedEntry(7, true)])
      await store.close(attempt, 'left', null)
    } else if (status === 'interrupted') await store.close(attempt, 'interrupted', null)
  }
  return store
}

const all = [5, 4, 3, 2, 1].map(attemptId)

describe('export and import', () => {
  it('carries everything over, and changes nothing the second time', async () => {
    const from = await filled()
    const text = await from.export({})
    const to = createMemoryStore()
    expect(await to.import(text)).toEqual({ added: all, known: [], refused: [] })
    expect(await to.list({})).toEqual(await from.list({}))
    expect(await to.trainees()).toEqual(await from.trainees())
    for (const each of all) expect(await to.entries(each)).toEqual(await from.entries(each))
    expect(await to.export({})).toBe(text)
    expect(await to.import(text)).toEqual({ added: [], known: all, refused: [] })
    expect(await from.import(text)).toEqual({ added: [], known: all, refused: [] })
    expect(await to.export({})).toBe(text)
    await to.reopen(attemptId(3))
  })

  it('carries one attempt', async () => {
    const from = await filled()
    const to = createMemoryStore()
    for (const i of [1, 2, 4]) {
      const text = await from.export({ attempt: attemptId(i) })
      expect(JSON.parse(text)).toMatchObject({ format: 'first-ring-attempt', formatVersion: 1 })
      expect(await to.import(text)).toEqual({ added: [attemptId(i)], known: [], refused: [] })
      expect((await to.get(attemptId(i)))?.status).toBe((await from.get(attemptId(i)))?.status)
    }
    await expect(from.export({ attempt: attemptId(77) })).rejects.toMatchObject({
      problem: { kind: 'missing' },
    })
  })

  it('exports only what fits the filter', async () => {
    const store = await filled()
    const text = await store.export({ status: 'open' })
    expect(JSON.parse(text)).toMatchObject({
      attempts: [{ header: { id: attemptId(5) } }, { header: { id: attemptId(3) } }],
      trainees: [{ id: someone.id }],
    })
    expect(JSON.parse(await store.export({ trainee: 'nobody' }))).toMatchObject({ attempts: [] })
  })

  it('refuses a changed attempt with the first entry that differs', async () => {
    const store = await filled()
    const text = await store.export({ attempt: id })
    const changed = text.replace('"count":3', '"count":77').replace('"n":5', '"n":5 ')
    expect(await store.import(changed)).toMatchObject({
      added: [],
      known: [],
      refused: [{ attempt: id, n: 3, code: 'differs' }],
    })
    expect(await store.import(text.replace('"seed-1"', '"mine"'))).toMatchObject({
      refused: [{ attempt: id, n: null, code: 'differs' }],
    })
    expect(await store.entries(id)).toEqual([...entriesFrom(0, 6), finishedEntry(6)])
  })

  it('knows a shorter state of an attempt and takes a longer one where ours is not over', async () => {
    const desk = createMemoryStore()
    await desk.create(aHeader(1))
    await desk.append(id, entriesFrom(0, 4))
    const early = await desk.export({})
    await desk.append(id, [...entriesFrom(4, 8), finishedEntry(8)])
    await desk.close(id, 'finished', aResult)
    const late = await desk.export({})
    expect(await desk.import(early)).toMatchObject({ known: [id] })

    const other = createMemoryStore()
    await other.import(early)
    expect((await other.get(id))?.status).toBe('open')
    expect(await other.import(late)).toMatchObject({ added: [id] })
    expect(await other.get(id)).toEqual(await desk.get(id))

    const third = createMemoryStore()
    await third.import(early)
    await third.reopen(id)
    expect(await third.import(late)).toMatchObject({ refused: [{ attempt: id, code: 'busy' }] })
    await third.close(id, 'interrupted', null)
    expect(await third.import(late)).toMatchObject({ refused: [{ n: 4, code: 'differs' }] })
  })

  it('lets the replay check have the last word, and its totals', async () => {
    const text = await (await filled()).export({ attempt: id })
    const bundle = await (await filled()).export({})
    const strict = createMemoryStore({
      verify: (attempt) =>
        attempt.header.id === id ? { ok: false, n: 5, why: 'the unit comes later' } : { ok: true },
    })
    expect(await strict.import(text)).toEqual({
      added: [],
      known: [],
      refused: [{ attempt: id, n: 5, code: 'replay', why: 'the unit comes later' }],
    })
    expect(await strict.get(id)).toBeNull()
    const scoring = createMemoryStore({
      verify: async () => ({ ok: true, result: { ...aResult, total: 50 } }),
    })
    await scoring.import(bundle)
    expect((await scoring.get(id))?.result?.total).toBe(50)
    const broken = createMemoryStore({
      verify: () => {
        throw new Error('no such scenario')
      },
    })
    expect(await broken.import(text)).toMatchObject({ refused: [{ attempt: id, code: 'storage' }] })
  })

  it('imports what waits in a tab that cannot write', async () => {
    const { store } = flakyStore()
    await store.create(aHeader(1)).catch(() => {})
    await store.append(id, [anEntry(0)]).catch(() => {})
    const text = await store.exportWaiting()
    const safe = createMemoryStore()
    expect(await safe.import(text ?? '')).toMatchObject({ added: [id], refused: [] })
    expect(await safe.entries(id)).toEqual([anEntry(0)])
    store.dispose()
  })

  it('is never brought down by a hostile file, and takes nothing twice', async () => {
    const text = await (await filled()).export({})
    const pieces = [
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      'null',
      '1e999',
      '-1',
      '"__proto__":',
      '\\u0000',
      '9'.repeat(400),
    ]
    const change = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(40),
      put: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 20 })),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let hostile = text
        for (const { at, cut, put } of changes) {
          hostile = hostile.slice(0, at) + put + hostile.slice(at + cut)
        }
        const store = createMemoryStore()
        const first = await store.import(hostile)
        const again = await store.import(hostile)
        expect(again.added).toEqual([])
        expect(new Set(again.known)).toEqual(new Set([...first.added, ...first.known]))
        for (const each of first.refused) expect(each.why).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })
})
