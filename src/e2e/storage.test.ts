import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHROMIUM_FLAGS, needChromium } from '../cli/chromium.ts'
import type { Entry } from '../core/sim/journal.ts'
import type { createDexieStore } from '../storage/dexie/store.ts'
import { aHeader, anEntry, attemptId, entriesFrom } from '../storage/fixtures.ts'
import type { LocalStore, StorageProblem } from '../storage/ports.ts'

/** The store alone on the real IndexedDB and Web Locks, with real kills, a real full disk and real second tabs. */

declare global {
  var firstRing: { readonly createDexieStore: typeof createDexieStore }
  var store: LocalStore
  var problems: StorageProblem[]
  var report: (next: number) => Promise<void>
}

const id = attemptId(1)
let server: Server
let origin: string
let browser: Browser
let context: BrowserContext
/** Browsers that a failed test left running. */
const children: ChildProcess[] = []

beforeAll(async () => {
  const code = await bundle()
  server = createServer((request, response) => {
    const script = request.url === '/store.js'
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html')
    // An opaque origin is denied storage in every form, as where site data are blocked.
    if (request.url === '/denied') {
      response.setHeader('content-security-policy', 'sandbox allow-scripts')
    }
    response.end(
      script ? code : '<!doctype html><title>store</title><script src="/store.js"></script>',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address')
  origin = `http://localhost:${address.port}`
  browser = await chromium.launch({ executablePath: needChromium(), args: [...CHROMIUM_FLAGS] })
})
afterAll(async () => {
  await browser.close()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(async () => {
  context = await browser.newContext()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await context.close()
})

/** The store's program as one plain script. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('../storage/dexie/store.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'firstRing' } },
  })
  const outputs = Array.isArray(built)
    ? built.flatMap((one) => one.output)
    : 'output' in built
      ? built.output
      : []
  const chunk = outputs.find((one) => one.type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error('nothing was built')
  return chunk.code
}

/** A tab with the store open; `withoutLocks` as in an insecure context. */
async function tab(withoutLocks = false, path = '/'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(origin + path)
  await page.evaluate((bare) => {
    globalThis.store = globalThis.firstRing.createDexieStore('e2e', bare ? { locks: null } : {})
    globalThis.problems = []
    globalThis.store.onProblem((problem) => globalThis.problems.push(problem))
  }, withoutLocks)
  return page
}

/** Ends the tab's process in the middle of whatever it does. */
async function kill(page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  const dead = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => {})
  await dead
  await page.close()
}

const entries = (page: Page) => page.evaluate((attempt) => globalThis.store.entries(attempt), id)
const begin = (page: Page) => page.evaluate((header) => globalThis.store.create(header), aHeader(1))
const append = (page: Page, given: readonly Entry[]) =>
  page.evaluate(
    async ([attempt, list]) => {
      await globalThis.store.append(attempt, list)
    },
    [id, given] as const,
  )
/** The kind of problem that a call rejects with; `done` if it does not. */
const reopen = (page: Page) =>
  page.evaluate(
    (attempt) =>
      globalThis.store.reopen(attempt).then(
        () => 'done',
        (error) => error.problem.kind,
      ),
    id,
  )
const problemsOf = (page: Page) => page.evaluate(() => globalThis.problems)

describe('the store in Chromium', () => {
  it('loses no stored entry in 15 kills at random moments, and goes on each time', async () => {
    let stored = 0
    let seed = 20_240_607
    const chance = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    for (let round = 0; round < 15; round++) {
      const page = await tab()
      await page.exposeFunction('report', (next: number) => {
        stored = Math.max(stored, next)
      })
      if (round === 0) await begin(page)
      else expect(await reopen(page)).toBe('done')
      const found = await entries(page)
      expect(found.length).toBeGreaterThanOrEqual(stored)
      expect(found).toEqual(entriesFrom(0, found.length))
      const batch = 1 + chance(4)
      await page.evaluate(
        ([attempt, list, size]) => {
          const work = async () => {
            for (let at = 0; at < list.length; at += size) {
              const last = list[Math.min(at + size, list.length) - 1]
              await globalThis.store.append(attempt, list.slice(at, at + size))
              void globalThis.report((last?.n ?? 0) + 1)
            }
          }
          void work()
        },
        [id, entriesFrom(found.length, found.length + 300), batch] as const,
      )
      await new Promise((resolve) => setTimeout(resolve, chance(120)))
      await kill(page)
    }
    const last = await tab()
    expect((await entries(last)).length).toBeGreaterThanOrEqual(stored)
    expect(stored).toBeGreaterThan(15)
  })

  it.each([
    ['with Web Locks', false],
    ['without', true],
  ])(
    'lets one tab work on an attempt, and the next when it is killed (%s)',
    async (_name, bare) => {
      const [first, second] = [await tab(bare), await tab(bare)]
      await begin(first)
      await append(first, entriesFrom(0, 3))
      expect(await reopen(second)).toBe('second-tab')
      await append(first, [anEntry(3)])
      await kill(first)
      expect(await reopen(second)).toBe('done')
      await append(second, [anEntry(4)])
      expect(await entries(second)).toEqual(entriesFrom(0, 5))
    },
  )

  it('takes an attempt up again after a reload', async () => {
    const page = await tab()
    await begin(page)
    await append(page, entriesFrom(0, 3))
    await page.reload()
    await page.evaluate(() => {
      globalThis.store = globalThis.firstRing.createDexieStore('e2e')
    })
    expect(await reopen(page)).toBe('done')
    expect(await entries(page)).toEqual(entriesFrom(0, 3))
  })

  it('keeps what a full disk refuses, and writes it once there is room', async () => {
    const page = await tab()
    const session = await context.newCDPSession(page)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 })
    await begin(page)
    const outcome = await page.evaluate(async (attempt) => {
      for (let n = 0; n < 400; n++) {
        // Noise: what compresses well takes no room.
        const value = Array.from(crypto.getRandomValues(new Uint32Array(5_000)), String).join('')
        const change = { field: 'narrative', value } as const
        const command = { do: 'set', change } as const
        try {
          await globalThis.store.append(attempt, [{ n, at: n, origin: 'trainee', command }])
        } catch (error) {
          return { n, text: String(error), state: globalThis.store.state() }
        }
      }
      return null
    }, id)
    expect(outcome).toMatchObject({
      text: 'StorageError: the storage is full',
      state: { waiting: 1, problem: { kind: 'full' } },
    })
    expect(await problemsOf(page)).toEqual([{ kind: 'full' }])
    expect(await page.evaluate(() => globalThis.store.exportWaiting())).toContain(id)
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await page.waitForFunction(() => globalThis.store.state().problem === null)
    expect(await page.evaluate(() => globalThis.store.state().waiting)).toBe(0)
    expect((await entries(await tab())).length).toBe((outcome?.n ?? 0) + 1)
  })

  it('makes a newer program wait for the end of the call', async () => {
    const page = await tab()
    await begin(page)
    const other = await context.newPage()
    await other.goto(origin)
    const upgrade = other.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const request = indexedDB.open('e2e', 20)
          request.onsuccess = () => resolve('upgraded')
          request.onerror = () => reject(request.error)
        }),
    )
    await append(page, entriesFrom(0, 3))
    await new Promise((resolve) => setTimeout(resolve, 200))
    await append(page, [anEntry(3)])
    expect(await problemsOf(page)).toEqual([])
    await page.evaluate((attempt) => globalThis.store.close(attempt, 'left', null), id)
    expect(await upgrade).toBe('upgraded')
    expect(await problemsOf(page)).toEqual([{ kind: 'closed' }])
  })

  it('goes on when site data is cleared in the middle of a call', async () => {
    const page = await tab()
    await begin(page)
    await append(page, entriesFrom(0, 3))
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' })
    await append(page, [anEntry(3)]).catch(() => {})
    await page.waitForFunction(() => globalThis.store.state().waiting === 0)
    expect(await entries(await tab())).toEqual(entriesFrom(0, 4))
  })

  it('goes on in memory, and says so, where the browser denies storage', async () => {
    const page = await tab(false, '/denied')
    await begin(page)
    await append(page, entriesFrom(0, 3))
    expect(await entries(page)).toEqual(entriesFrom(0, 3))
    expect(await problemsOf(page)).toEqual([{ kind: 'private-mode' }])
    expect(await page.evaluate(() => globalThis.store.export({}))).toContain(id)
    const health = await page.evaluate(() => globalThis.store.health())
    expect(health.persistent).toBe(false)
  })

  it('writes an entry in a few milliseconds', async () => {
    const page = await tab()
    await begin(page)
    const mean = await page.evaluate(
      async ([attempt, list]) => {
        const from = performance.now()
        for (const one of list) await globalThis.store.append(attempt, [one])
        return (performance.now() - from) / list.length
      },
      [id, entriesFrom(0, 200)] as const,
    )
    // About ten entries a second come from a busy call.
    expect(mean).toBeLessThan(50)
  })

  it('has every stored entry on disk when the whole browser is killed', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'first-ring-profile-'))
    let stored = 0
    for (let round = 0; round < 4; round++) {
      const own = await launchOn(profile)
      const [shared] = own.browser.contexts()
      if (!shared) throw new Error('the profile has no context')
      context = shared
      const page = await tab()
      const found = round === 0 ? [] : await entries(page)
      expect(found.length).toBeGreaterThanOrEqual(stored)
      expect(found).toEqual(entriesFrom(0, found.length))
      if (round === 0) await begin(page)
      else expect(await reopen(page)).toBe('done')
      await append(page, entriesFrom(found.length, found.length + 20))
      stored = found.length + 20
      void append(page, entriesFrom(stored, stored + 50)).catch(() => {})
      await own.kill()
    }
    expect(stored).toBeGreaterThanOrEqual(80)
    context = await browser.newContext()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })
})

/** A browser of its own on a profile on disk, which can be killed as by a power cut of the program. */
async function launchOn(
  profile: string,
): Promise<{ readonly browser: Browser; kill(): Promise<void> }> {
  const child = spawn(
    needChromium(),
    [...CHROMIUM_FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  children.push(child)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    })
    void gone.then(() => reject(new Error(`the browser ended: ${said}`)))
  })
  return {
    browser: await chromium.connectOverCDP(address),
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
