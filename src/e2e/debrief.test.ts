import { readFile, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { groundFor, loadContent, SCENARIOS } from '../cli/content.ts'
import { play, type RobotId } from '../core/robots/robots.ts'
import { compile } from '../core/scenario/compile.ts'
import { sha256 } from '../core/scenario/hash.ts'
import { parseScenario } from '../core/scenario/parse.ts'
import { roll } from '../core/scenario/roll.ts'
import type { Header } from '../core/sim/attempt.ts'
import { ENGINE_VERSION } from '../core/sim/engine.ts'
import type { FileAttempt } from '../core/sim/file.ts'
import { serialiseBundle } from '../core/sim/fileText.ts'
import { Session } from '../core/sim/session.ts'
import { DATABASE_NAME } from '../storage/dexie/store.ts'
import { uuidv7 } from '../storage/uuid.ts'
import { en, zh } from '../ui/i18n/debrief.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { dialog, enrol, headers, scrolls, takeIn } from './startPage.ts'

const SCENARIO = 'pylon'
const content = loadContent()
const source = readFileSync(join(SCENARIOS, SCENARIO, 'scenario.yaml'), 'utf8')
const trainee = { id: 'trainee-e2e', name: '陈晓', badge: '011207' }

/** The `n`th attempt, worked by a robot; with `leaveAt`, left at that moment. */
function worked(robot: RobotId, n: number, leaveAt?: number): FileAttempt {
  const parsed = parseScenario(source)
  const ground = groundFor(content, 'saijiang')
  if (!parsed.ok || !ground) throw new Error('the pylon or its city do not load')
  const seed = `debrief-${n}`
  const rolled = roll(parsed.scenario, seed, (id) => ground.atlas.place(id)?.name)
  const startedAt = 1_760_000_000_000 + n * 86_400_000
  const header: Header = {
    id: uuidv7(startedAt, new Uint8Array(10).fill(n)),
    scenario: { id: SCENARIO, version: parsed.scenario.version, hash: sha256(source) },
    engine: ENGINE_VERSION,
    seed,
    mode: 'practice',
    lang: 'zh',
    trainee,
    startedAt,
  }
  const session = new Session({ script: compile(rolled), rolled, atlas: ground.atlas, header })
  if (leaveAt === undefined) play(robot, session)
  else {
    session.dispatch({ do: 'answer' }, 2000)
    session.dispatch({ do: 'leave' }, leaveAt)
  }
  return {
    attempt: {
      format: 'first-ring-attempt',
      formatVersion: 1,
      header,
      entries: [...session.journal],
    },
    status: leaveAt === undefined ? 'finished' : 'left',
    result: null,
  }
}

const best = worked('best', 1)
const hasty = worked('hasty', 2)
const left = worked('best', 3, 30_000)
/** The desk's own size last: the rest is looked at in it. */
const SIZES = [
  [1920, 1080],
  [1366, 768],
] as const

const idOf = ({ attempt }: FileAttempt) => attempt.header.id

let site: Site
/** A browser that holds all three attempts, in Chinese. */
let home: BrowserContext
beforeAll(async () => {
  site = await startSite()
  home = await filled()
})
afterAll(() => site.close())
afterEach(() => {
  const faults = site.faults()
  site.forget()
  expect(faults).toEqual([])
})

/** A fresh browser that has taken all three in. */
async function filled(language: Language = 'zh'): Promise<BrowserContext> {
  const page = await site.open('/', { language })
  await enrol(page)
  const file = serialiseBundle([best, hasty, left], [{ ...trainee, createdAt: 1 }])
  await takeIn(page, Buffer.from(file))
  await page.close()
  return page.context()
}

/** A page at an attempt's debrief. */
function open(which: FileAttempt, context = home): Promise<Page> {
  return site.open(`/debrief/${idOf(which)}`, { context })
}

async function visit(page: Page, which: FileAttempt): Promise<void> {
  await page.goto(`${site.url}/debrief/${idOf(which)}`)
  await ready(page)
}

const slider = (page: Page) => page.locator('[role=slider]')
const second = async (page: Page): Promise<number> =>
  Number(await slider(page).getAttribute('aria-valuenow'))
const current = (page: Page) => page.locator('tbody tr[aria-current=true]').first()

describe('the debrief', () => {
  it.each([
    ['zh', zh],
    ['en', en],
  ] as const)('in %s shows all of it without scrolling or a violation', async (language, t) => {
    const context = language === 'zh' ? home : await filled(language)
    const page = await open(hasty, context)
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height })
      for (const name of [t.class.title, t.times.title, t.score.title, t.time.title, t.talk.title])
        await page.getByRole('region', { name, exact: true }).waitFor()
      const map = page.getByRole('region', { name: t.map.title, exact: true })
      await map.waitFor({ state: width === 1920 ? 'visible' : 'detached' })
      expect(await scrolls(page)).toBe(false)
      expect(await axe(page)).toEqual([])
    }
    // a dimension, and its items with their source
    await page.getByRole('button', { name: /^D4/ }).click()
    await page.getByText(content.rubric.note[language]).filter({ visible: true }).first().waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByText(t.own.count.replace('{{count}}', '3')).click()
    expect(await page.locator('a[href^="/debrief/"]').count()).toBe(2)
    expect(await axe(page)).toEqual([])
    await page.close()
  })

  it('scores the best path without a fault and finds no fork in it', async () => {
    const page = await open(best)
    const score = await page.getByRole('region', { name: zh.score.title, exact: true }).innerText()
    expect(score).toContain('100')
    expect(score).toContain(zh.score.clear)
    await page.getByText(zh.compare.same).waitFor()
    await page.close()
  })

  it('is worked by keyboard: points, seconds, rows, forks, zoom, play', async () => {
    const page = await open(hasty)
    await page.keyboard.press('Home')
    expect(await second(page)).toBe(0)
    await page.keyboard.press(']')
    const first = await second(page)
    await page.keyboard.press(']')
    expect(await second(page)).toBeGreaterThanOrEqual(first)
    await page.keyboard.press('[')
    expect(await second(page)).toBe(first)
    await page.keyboard.press('ArrowRight')
    expect(await second(page)).toBe(first + 1)
    await page.keyboard.press('Shift+ArrowRight')
    expect(await second(page)).toBe(first + 11)
    const row = await current(page).innerText()
    await page.keyboard.press('ArrowDown')
    expect(await current(page).innerText()).not.toBe(row)
    const ticks = await page.locator('[role=slider] text').allInnerTexts()
    await page.keyboard.press('+')
    expect(await page.locator('[role=slider] text').allInnerTexts()).not.toEqual(ticks)
    await page.keyboard.press('0')
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await expect.poll(() => second(page), { timeout: 20_000 }).toBeGreaterThan(1)
    await page.getByRole('button', { name: new RegExp(`^${zh.time.pause}`) }).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: new RegExp(`^${zh.time.play}`) }).waitFor()
    // the overlay lists them from the same definitions
    await page.keyboard.press('?')
    await dialog(page).getByText(zh.time.next).waitFor()
    await dialog(page).getByText(zh.time.retry).waitFor()
    await page.keyboard.press('Escape')
    await page.close()
  })

  it('leads from a row, a bar and a moment to their time', async () => {
    const page = await open(hasty)
    const rows = page.locator('tbody tr[data-lane=trainee] button')
    await rows.nth(1).click()
    const at = await current(page).locator('time').innerText()
    const [minutes = 0, seconds = 0] = at.split(':').map(Number)
    expect(await second(page)).toBe(minutes * 60 + seconds)
    const box = await slider(page).boundingBox()
    if (!box) throw new Error('no timeline')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    const half = await second(page)
    expect(half).not.toBe(minutes * 60 + seconds)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2)
    await page.mouse.up()
    expect(await second(page)).toBeGreaterThan(half)
    const bar = page.locator('[role=slider] g[data-n][data-at]').first()
    const began = Number(await bar.getAttribute('data-at'))
    await bar.locator('rect, path, circle').first().click()
    expect(await second(page)).toBe(Math.floor(began / 1000))
    await page.getByRole('radio', { name: new RegExp(`^${zh.talk.record}`) }).click()
    const lanes = await page
      .locator('tbody tr[data-lane]')
      .evaluateAll((found) => found.map((row) => row.getAttribute('data-lane')))
    expect(new Set(lanes)).toEqual(new Set(['record']))
    await page.close()
  })

  it('replays the map at any moment', async () => {
    const page = await open(hasty)
    await page.keyboard.press('m')
    await page.getByRole('application').waitFor()
    await page.locator('canvas').waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('m')
    await page.getByRole('application').waitFor({ state: 'detached' })
    await page.close()
  })

  it('takes the call up again from the moment chosen', async () => {
    const page = await open(hasty)
    await page.locator('tbody tr[data-lane=trainee] button').nth(1).click()
    await page.keyboard.press('r')
    await page.waitForURL(/\/call\//)
    const made = (await headers(page)).find(({ from }) => from?.attempt === idOf(hasty))
    expect(made).toMatchObject({ seed: hasty.attempt.header.seed, mode: 'practice' })
    const entry = hasty.attempt.entries[made?.from?.n ?? 0]
    expect(entry).toMatchObject({ origin: 'trainee', command: { do: 'say' } })
    await page.close()
  })

  it('exports the attempt, whole', async () => {
    const page = await open(hasty)
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')])
    expect(download.suggestedFilename()).toMatch(/\.json$/)
    const text = await promisify(readFile)(await download.path(), 'utf8')
    const { format, header, entries } = JSON.parse(text)
    expect([format, header, entries]).toEqual([
      'first-ring-attempt',
      hasty.attempt.header,
      hasty.attempt.entries,
    ])
    await page.close()
  })

  it('prints on at most two pages', async () => {
    const page = await open(hasty)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.length).toBeLessThanOrEqual(2)
    await page.close()
  })

  it('says why there is no score, and shows what it can', async () => {
    const page = await open(left)
    await page.getByText(zh.unscored.left).waitFor()
    expect(await axe(page)).toEqual([])
    await slider(page).waitFor()

    // the same attempt as another version of the program would have left it
    await page.evaluate(
      async ([name, id]) => {
        const done = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve, reject) => {
            request.onsuccess = () => resolve(request.result)
            request.onerror = () => reject(request.error)
          })
        const db = await done(indexedDB.open(name))
        const table = db.transaction('attempts', 'readwrite').objectStore('attempts')
        const row = await done(table.get(id))
        row.header.engine = 99
        await done(table.put(row))
        db.close()
      },
      [DATABASE_NAME, idOf(hasty)] as const,
    )
    await visit(page, hasty)
    await page.getByText('99').first().waitFor()
    expect(await page.locator('tbody tr').count()).toBe(hasty.attempt.entries.length)
    expect(await axe(page)).toEqual([])

    await page.goto(`${site.url}/debrief/nothing`)
    await page.getByText(zh.unscored.missing).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.waitForURL(`${site.url}/`)
    await page.close()
  })
})
