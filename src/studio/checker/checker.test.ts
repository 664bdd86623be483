import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { groundFor, loadContent, SCENARIOS } from '../../cli/content.ts'
import { diagnose } from '../../core/scenario/diagnose.ts'
import type { LoadedCity } from '../../ui/library/library.ts'
import { createLibrary } from '../../ui/library/library.ts'
import { type Checker, type CheckGround, createChecker, type Thread } from './client.ts'
import type { Findings } from './findings.ts'
import { CheckJob } from './job.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

const content = loadContent()
const library = createLibrary({
  read: async (path) => readFileSync(`${SCENARIOS}${path}`, 'utf8'),
})
const ground: CheckGround = { ...content, library, cities: ['saijiang'] }
const source = (id: string): string => readFileSync(`${SCENARIOS}${id}/scenario.yaml`, 'utf8')

/** The thread's work in this one; what crosses is copied as between threads. `rests`: it waits until it is woken. */
function fakeThread(rests = false): Thread {
  const thread: Thread = {
    onmessage: null,
    postMessage: (message: unknown) => job.hear(structuredClone(message) as ToWorker),
    terminate: () => {},
  }
  const job = new CheckJob({
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    later: (_, then) => {
      if (rests) return () => {}
      const timer = setImmediate(then)
      return () => clearImmediate(timer)
    },
    post: (message: FromWorker) => {
      const data = structuredClone(message)
      setImmediate(() => thread.onmessage?.(new MessageEvent('message', { data })))
    },
  })
  return thread
}

/** Everything that the checker tells until the last stage of a revision. */
function until(checker: Checker, revision: number): Promise<readonly Findings[]> {
  const heard: Findings[] = []
  return new Promise((resolve) => {
    const stop = checker.onResult((findings) => {
      heard.push(findings)
      if (findings.revision !== revision || !findings.report?.last) return
      stop()
      resolve(heard)
    })
  })
}

describe('the checker in its thread', () => {
  test('says what the command says, in stages', async () => {
    const checker = createChecker(ground, () => fakeThread())
    const text = source('life-noise')
    checker.check(text, 1)
    const heard = await until(checker, 1)
    // the file may be told of before anything was found in it
    expect(heard.flatMap(({ report }) => report?.stage ?? [])).toEqual([
      'quick',
      'walked',
      'robots',
    ])
    const { diagnostics } = diagnose(text, {
      groundOf: (city) => groundFor(content, city),
      runs: 24,
    })
    expect(heard.at(-1)?.diagnostics).toEqual(diagnostics)
    expect(heard.at(-1)?.report?.walk?.states).toBeGreaterThan(1000)
    expect(heard.at(-1)?.report?.robots?.best?.points).toBeGreaterThanOrEqual(95)
    checker.dispose()
  })

  test('proves the first text once it is drawn', async () => {
    const checker = createChecker(ground, () => fakeThread(true))
    const heard: Findings[] = []
    const until = (isThere: (found: Findings) => boolean) =>
      expect.poll(() => heard.some(isThere), { timeout: 30_000 }).toBe(true)
    checker.onResult((found) => heard.push(found))
    checker.check(source('lost-child'), 1)
    await until(({ lastScenario }) => lastScenario !== null)
    for (let turns = 0; turns < 50; turns += 1) await new Promise((done) => setImmediate(done))
    expect(heard.filter(({ report }) => report)).toEqual([])
    checker.goOn()
    await until(({ report }) => report?.stage === 'quick')
    checker.dispose()
  })

  test('drops what is out of date: only the last of many texts is proved', async () => {
    const checker = createChecker(ground, () => fakeThread())
    const text = source('lost-child')
    for (let revision = 1; revision <= 20; revision += 1)
      checker.check(`${text}# ${revision}\n`, revision)
    const heard = await until(checker, 20)
    expect(new Set(heard.map(({ revision }) => revision))).toEqual(new Set([20]))
    checker.dispose()
  })

  test('says something even to one who never stops typing', async () => {
    const checker = createChecker(ground, () => fakeThread())
    const text = source('lost-child')
    const told = new Set<number>()
    let revision = 1
    await new Promise<void>((resolve) => {
      checker.onResult(({ report, revision: of }) => {
        if (report) told.add(of)
        if (told.size >= 3) resolve()
        revision += 1
        checker.check(`${text}# ${revision}\n`, revision)
      })
      checker.check(text, revision)
    })
    expect(told.size).toBe(3)
    checker.dispose()
  })

  test('tells where everything stands, of a file that does not fit the format too', async () => {
    const checker = createChecker(ground, () => fakeThread())
    const text = source('life-noise').replace('level: ', 'level: 7 # ')
    checker.check(text, 1)
    const heard = await until(checker, 1)
    const last = heard.at(-1)
    expect(last?.scenario).toBeNull()
    expect(last?.diagnostics.map(({ code }) => code)).toEqual(['SC002'])
    const place = last?.places.find('level')
    expect(text.slice(place?.from, place?.to)).toBe('level: 7')
    expect(last?.places.at(text.indexOf('level: 7') + 2)).toBe('level')
    checker.dispose()
  })

  test('asks for a city once, and again when cities were changed', async () => {
    const asked: string[] = []
    const counting: CheckGround = {
      ...ground,
      library: {
        city: async (id): Promise<LoadedCity> => {
          asked.push(id)
          return library.city(id)
        },
      },
    }
    const checker = createChecker(counting, () => fakeThread())
    const text = source('life-noise').replace(/^city: .*$/m, 'city: nowhere')
    checker.check(text, 1)
    const first = (await until(checker, 1)).find(({ report }) => report !== null)
    expect(first?.diagnostics.map(({ code }) => code)).toContain('SC018')
    const walks = []
    for (const revision of [2, 3]) {
      checker.check(source('life-noise'), revision)
      walks.push((await until(checker, revision)).at(-1)?.report?.walk)
    }
    // what stayed the same is not sent again, but stands there all the same
    expect(walks[0]?.states).toBeGreaterThan(1000)
    expect(walks[1]).toEqual(walks[0])
    expect(asked).toEqual(['saijiang'])
    checker.forgetCities()
    checker.check(source('life-noise'), 4)
    await until(checker, 4)
    expect(asked).toEqual(['saijiang', 'saijiang'])
    checker.dispose()
  })

  test('keeps the newest scenario that could be read while the text is broken', async () => {
    const checker = createChecker(ground, () => fakeThread())
    checker.check(source('life-noise'), 1)
    await until(checker, 1)
    checker.check('id: [', 2)
    const heard = await until(checker, 2)
    expect(heard.at(-1)?.scenario).toBeNull()
    expect(heard.at(-1)?.lastScenario?.id).toBe('life-noise')
    expect(heard.at(-1)?.lastWalked?.revision).toBe(1)
    checker.dispose()
  })
})
