import { readFile } from 'node:fs/promises'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Header } from '../core/sim/attempt.ts'
import type { FileAttempt } from '../core/sim/file.ts'
import { serialiseBundle } from '../core/sim/fileText.ts'
import { aHeader, finishedEntry } from '../storage/fixtures.ts'
import type { AttemptResult } from '../storage/ports.ts'
import { uuidv7 } from '../storage/uuid.ts'
import { axe, type Language, type OpenOptions, ready, type Site, startSite } from './harness.ts'

const DAY_MS = 86_400_000
const PYLON = '铁塔上的包工头'
const CALL = /\/call\/[0-9a-f-]{36}$/
let site: Site

beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())
afterEach(() => {
  const faults = site.faults()
  site.forget()
  expect(faults).toEqual([])
})

/** Enters name and badge; the list is there afterwards. */
async function enrol(page: Page, name = '陈晓', badge = '011207'): Promise<void> {
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=badge]').fill(badge)
  await page.locator('form button[type=submit]').click()
  await page.locator('table').waitFor()
}

async function enrolled(options: OpenOptions = {}): Promise<Page> {
  const page = await site.open('/', { language: 'zh', ...options })
  await enrol(page)
  return page
}

const dialog = (page: Page): Locator => page.getByRole('dialog')

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
}

const chosen = (page: Page): Promise<string | null> =>
  page.locator('button[aria-current=true]').textContent()
const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent()

/** The headers of all attempts that the browser stores. */
function headers(page: Page): Promise<Header[]> {
  return page.evaluate(
    () =>
      new Promise<Header[]>((resolve, reject) => {
        const opening = indexedDB.open('first-ring')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const rows = opening.result.transaction('attempts').objectStore('attempts').getAll()
          rows.onerror = () => reject(rows.error)
          rows.onsuccess = () => {
            opening.result.close()
            resolve(rows.result.map((row: { header: Header }) => row.header))
          }
        }
      }),
  )
}

interface Made {
  readonly scenario: string
  /** Days ago. */
  readonly ago: number
  readonly mode?: Header['mode']
  readonly result?: Partial<AttemptResult>
}

/** A file of finished attempts of the page's trainee. */
async function fileOf(page: Page, made: readonly Made[]): Promise<Buffer> {
  const id = await page.evaluate(() => localStorage.getItem('first-ring.trainee') ?? '')
  const trainee = { id, name: '陈晓', badge: '011207' }
  const items = made.map(({ scenario, ago, mode = 'practice', result }, n): FileAttempt => {
    const startedAt = Date.now() - ago * DAY_MS
    const header = aHeader(n, {
      id: uuidv7(startedAt, new Uint8Array(10).fill(n + 1)),
      scenario: { id: scenario, version: 1, hash: 'ab'.repeat(32) },
      mode,
      trainee,
      startedAt,
    })
    return {
      attempt: {
        format: 'first-ring-attempt',
        formatVersion: 1,
        header,
        entries: [finishedEntry(0)],
      },
      status: 'finished',
      result: {
        total: 90,
        classPoints: 20,
        classMax: 20,
        passed: true,
        ending: 'found',
        firstDispatchMs: 58_000,
        ...result,
        redLines: [...(result?.redLines ?? [])],
      },
    }
  })
  return Buffer.from(serialiseBundle(items, [{ ...trainee, createdAt: 1 }]))
}

/** Takes a file in and gives what the page says of it. */
async function takeIn(page: Page, buffer: Buffer, name = 'backup.json'): Promise<string> {
  await page.locator('footer button').click()
  const report = dialog(page).getByRole('status')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer })
  await report.locator('p').first().waitFor()
  const text = await report.innerText()
  await closeDialog(page)
  return text
}

async function scrolls(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, document.querySelector('main')]
    return boxes.some(
      (box) => !box || box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth,
    )
  })
}

describe('the first visit', () => {
  it.each(['zh', 'en'] as const)('asks in %s who you are, and nothing else', async (language) => {
    const page = await site.open('/', { language })
    const main = await page.locator('main').innerText()
    expect(main).toContain('12356')
    expect(await page.locator('table').count()).toBe(0)
    expect(await page.locator('input').count()).toBe(2)
    expect(await axe(page)).toEqual([])

    await page.locator('form button[type=submit]').click()
    expect(await page.locator('input[name=name]').getAttribute('aria-invalid')).toBe('true')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name')
    expect(await axe(page)).toEqual([])

    await enrol(page)
    expect(await page.locator('h2').first().textContent()).toBe('陈晓')
    await page.reload()
    await ready(page)
    expect(await page.locator('table').count()).toBe(1)
    await page.context().close()
  })
})

describe('the page', () => {
  const sizes = [
    [1366, 768],
    [1920, 1080],
  ] as const
  const views = (['zh', 'en'] as const).flatMap((language) =>
    sizes.map(([width, height]): [Language, number, number] => [language, width, height]),
  )

  it.each(views)(
    'fits in %s on %i × %i without scrolling or violation',
    async (language, width, height) => {
      const page = await enrolled({ language, width, height })
      expect(await scrolls(page)).toBe(false)
      expect(await axe(page)).toEqual([])
      await takeIn(page, await fileOf(page, [{ scenario: 'pylon', ago: 1 }]))
      expect(await scrolls(page)).toBe(false)
      await page.keyboard.press('ArrowLeft')
      expect(await axe(page)).toEqual([])
      expect(await scrolls(page)).toBe(false)
      await page.context().close()
    },
  )

  it('is worked from the keyboard: calls, modes, search', async () => {
    const page = await enrolled()
    const rows = page.locator('tbody button[tabindex]')
    const titles = await rows.allTextContents()
    expect(titles.length).toBeGreaterThanOrEqual(3)
    expect(await chosen(page)).toBe(titles[0])
    await page.keyboard.press('ArrowDown')
    expect([await chosen(page), await heading(page)]).toEqual([titles[1], titles[1]])
    await page.keyboard.press('n')
    expect(await chosen(page)).toBe(titles[2])
    await page.keyboard.press('ArrowUp')
    expect(await chosen(page)).toBe(titles[1])

    const mode = () => page.locator('input[type=radio][value]:checked').getAttribute('value')
    expect(await mode()).toBe('coaching')
    await page.keyboard.press('ArrowRight')
    expect(await mode()).toBe('practice')
    await page.reload()
    await ready(page)
    expect(await mode()).toBe('practice')

    await page.keyboard.press('/')
    await page.keyboard.type('tieta')
    await page.waitForFunction(
      () => document.querySelectorAll('tbody button[tabindex]').length === 1,
    )
    await page.keyboard.press('Enter')
    expect(await heading(page)).toBe(PYLON)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(PYLON)
    await page.context().close()
  })

  it('says why a call comes next, and shows how the trainee stands', async () => {
    const page = await enrolled()
    const choice = {
      class: 'P05',
      priority: 'L2',
      right: { class: 'P03.suicide', priority: 'L1' },
      triage: -1,
    }
    const made: readonly Made[] = [
      { scenario: 'pylon', ago: 1, result: { choice, classPoints: 10 } },
      { scenario: 'lost-child', ago: 2 },
    ]
    expect(await takeIn(page, await fileOf(page, made))).toContain('新增 2 通')
    expect(await heading(page)).toBe(PYLON)
    const main = await page.locator('main').innerText()
    expect(main).toContain('紧急求助错判成纠纷')
    expect(main).toContain('昨天练过，今天到期复练')
    expect(main).toContain('75%')
    expect(main).toMatch(/1 次\s*，须为 0/)

    await page.getByRole('radio', { name: /练习记录/ }).check()
    expect(await page.locator('tbody a').allTextContents()).toHaveLength(2)
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('d')
    await page.waitForURL(/\/debrief\//)
    await page.context().close()
    site.forget()
  })

  it('reads no parser, no simulation, no map and no sound before they are needed', async () => {
    const page = await enrolled()
    await takeIn(page, await fileOf(page, [{ scenario: 'pylon', ago: 1 }]))
    await page.reload()
    await ready(page)
    await page.waitForLoadState('networkidle')
    const code = async () => {
      const names = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      )
      const scripts = names.filter((name) => name.endsWith('.js'))
      return (await Promise.all(scripts.map(async (name) => (await fetch(name)).text()))).join('')
    }
    // words that only these libraries contain
    const heavy = ['ZodError', 'YAMLParseError', 'xstate.init', 'Phaser', 'HowlerGlobal']
    const loaded = await code()
    expect(heavy.filter((word) => loaded.includes(word))).toEqual([])
    await page.keyboard.press('s')
    await page.getByText('正在响铃').or(page.getByText('正在试人声')).first().waitFor()
    const after = await code()
    expect(heavy.filter((word) => after.includes(word))).toEqual(['HowlerGlobal'])
    await page.context().close()
  })

  it('lists a broken scenario with its place and how to mend it, and starts the others', async () => {
    const page = await site.open('/', { language: 'zh' })
    await page.route('**/assets/StartPage-*.js', async (route) => {
      const response = await route.fetch()
      const text = await response.text()
      const problem = {
        code: 'SC001',
        line: 12,
        column: 5,
        message: { zh: '缩进不对。', en: 'Wrong indentation.' },
        fix: { zh: '往左移两格。', en: 'Move it left.' },
      }
      const file = 'scenarios/torn/scenario.yaml'
      const broken = [{ id: 'torn', file, problems: [problem], count: 4 }]
      const changed = text.replace(/broken:\[\]/, `broken:${JSON.stringify(broken)}`)
      expect(changed).not.toBe(text)
      await route.fulfill({ response, body: changed })
    })
    await page.reload()
    await ready(page)
    await enrol(page)
    const main = await page.locator('main').innerText()
    expect(main).toContain('scenarios/torn/scenario.yaml:12:5 SC001')
    expect(main).toContain('往左移两格。')
    expect(main).toContain('还有 3 处')
    expect(await axe(page)).toEqual([])
    expect(await page.locator('tbody button[tabindex]').count()).toBeGreaterThan(0)
    await page.context().close()
  })
})

describe('starting a call', () => {
  it('announces grave content first; declining leaves nothing behind', async () => {
    const page = await enrolled()
    await page.getByRole('button', { name: PYLON }).click()
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    const words = await dialog(page).innerText()
    expect(words).toContain('涉及自杀')
    expect(words).toContain('12356')
    expect(await axe(page)).toEqual([])
    await closeDialog(page)
    expect(await headers(page)).toEqual([])
    expect(new URL(page.url()).pathname).toBe('/')

    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(CALL)
    const [header, ...more] = await headers(page)
    expect(more).toEqual([])
    expect(header).toMatchObject({
      scenario: { id: 'pylon' },
      mode: 'coaching',
      lang: 'zh',
      trainee: { name: '陈晓', badge: '011207' },
    })
    expect(header?.seed).toMatch(/^[0-9a-f]{16}$/)
    expect(header?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(page.url()).toContain(header?.id ?? '—')
    await page.context().close()
  })

  it('keeps an exam sealed, in an order that stays all day', async () => {
    const page = await enrolled()
    const titles = await page.locator('tbody button[tabindex]').allTextContents()
    await page.keyboard.press('ArrowLeft') // from coaching round to the exam
    const shown = await page.locator('main').innerText()
    for (const title of titles) expect(shown).not.toContain(title)
    expect(shown).not.toContain('先稳情绪')
    expect(await page.locator('input[type=search]').count()).toBe(0)
    const levels = () => page.locator('tbody tr').allInnerTexts()
    const before = await levels()
    await page.reload()
    await ready(page)
    expect(await levels()).toEqual(before)
    expect(await axe(page)).toEqual([])

    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    const words = await dialog(page).innerText()
    for (const title of titles) expect(words).not.toContain(title)
    expect(words).toContain('不影响成绩')
    expect(await axe(page)).toEqual([])
    await closeDialog(page)
    expect(await headers(page)).toEqual([])

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await dialog(page).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(CALL)
    expect((await headers(page))[0]?.mode).toBe('exam')
    await page.context().close()
  })
})

describe('what a killed tab left', () => {
  /** A call begun in a tab that is gone. */
  async function interrupted(): Promise<{ page: Page; context: BrowserContext; id: string }> {
    const first = await enrolled()
    await first.keyboard.press('Enter')
    await dialog(first).waitFor()
    await first.keyboard.press('Enter')
    await first.waitForURL(CALL)
    const id = first.url().split('/').at(-1) ?? ''
    const context = first.context()
    const page = await context.newPage()
    await first.close()
    await page.goto(`${site.url}/`)
    await ready(page)
    await page.getByText('有一通电话被打断了').waitFor()
    return { page, context, id }
  }

  it('can be taken up again with one key', async () => {
    const { page, context, id } = await interrupted()
    expect(await axe(page)).toEqual([])
    expect(await scrolls(page)).toBe(false)
    await page.keyboard.press('r')
    await page.waitForURL(`${site.url}/call/${id}`)
    await context.close()
  })

  it('can be marked as interrupted, after one question', async () => {
    const { page, context } = await interrupted()
    await page.getByRole('button', { name: '标记为中断' }).click()
    await page.getByRole('button', { name: '先不' }).click()
    await page.getByRole('button', { name: '标记为中断' }).click()
    await page.getByRole('button', { name: '确定标记' }).click()
    await page.getByText('有一通电话被打断了').waitFor({ state: 'detached' })
    await page.getByRole('radio', { name: /练习记录/ }).check()
    expect(await page.locator('tbody').innerText()).toContain('中断')
    await context.close()
  })
})

describe('people and data', () => {
  it('keeps each person apart', async () => {
    const page = await enrolled()
    await takeIn(page, await fileOf(page, [{ scenario: 'pylon', ago: 1 }]))
    await page.getByRole('button', { name: '换人' }).click()
    await dialog(page).waitFor()
    expect(await axe(page)).toEqual([])
    await enrol(page, '林一', 'S1001')
    await page.getByRole('heading', { name: '林一' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('还没有练过')
    await page.getByRole('button', { name: '换人' }).click()
    await dialog(page).getByRole('button', { name: /陈晓/ }).click()
    await page.getByText('已练 1 通').waitFor()
    await page.context().close()
  })

  it('goes out as a file and comes back elsewhere, once', async () => {
    const page = await enrolled()
    const file = await fileOf(page, [
      { scenario: 'pylon', ago: 1 },
      { scenario: 'lost-child', ago: 3, mode: 'exam' },
    ])
    expect(await takeIn(page, file)).toContain('新增 2 通，已有 0 通，拒收 0 通')
    expect(await takeIn(page, file)).toContain('新增 0 通，已有 2 通，拒收 0 通')
    await page.locator('footer button').click()
    expect(await axe(page)).toEqual([])
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '全部导出' }).click(),
    ])
    expect(saved.suggestedFilename()).toMatch(/^first-ring-all-\d{4}-\d{2}-\d{2}\.json$/)
    const out = await readFile(await saved.path())
    await page.context().close()

    const other = await enrolled()
    expect(await takeIn(other, out)).toContain('新增 2 通')
    await other.getByRole('button', { name: '换人' }).click()
    await dialog(other).waitFor()
    expect(await dialog(other).getByRole('button', { name: /陈晓/ }).count()).toBe(2)
    await other.context().close()
  })

  it('refuses what is no file of ours, and says why', async () => {
    const page = await enrolled()
    expect(await takeIn(page, Buffer.from('{"format":'))).toContain('可能被截断')
    expect(await takeIn(page, Buffer.from('{"format":"x","formatVersion":1}'))).toContain(
      '不是首铃的练习记录',
    )
    await page.context().close()
  })

  it('gives the seat a number', async () => {
    const page = await enrolled()
    await page.locator('footer button').click()
    await page.getByLabel('席位号').fill('12')
    await closeDialog(page)
    expect(await page.locator('header').innerText()).toContain('席位 12')
    await page.context().close()
  })
})

describe('storage in trouble', () => {
  it('says so in a private window, and still lets a recruit train', async () => {
    const page = await site.open('/', { language: 'zh' })
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined }),
    )
    await page.reload()
    await ready(page)
    await page.getByRole('alert').getByText('无痕窗口').waitFor()
    await enrol(page)
    expect(await axe(page)).toEqual([])
    await page.context().close()
  })

  it('says so while an older tab blocks the upgrade, and goes on when it is closed', async () => {
    const page = await site.open('/', { language: 'zh' })
    const context = page.context()
    // a page of the same origin that holds the database in an older form
    const body = '<!doctype html><link rel="icon" href="data:,">'
    await page.route('**/held', (route) => route.fulfill({ contentType: 'text/html', body }))
    await page.goto(`${site.url}/held`)
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase('first-ring')
          deleting.onerror = () => reject(deleting.error)
          deleting.onsuccess = () => {
            const opening = indexedDB.open('first-ring', 1)
            opening.onerror = () => reject(opening.error)
            opening.onsuccess = () => resolve()
          }
        }),
    )
    const blocked = await context.newPage()
    await blocked.goto(`${site.url}/`)
    await blocked.getByRole('alert').getByText('另一个标签页还开着旧版本').waitFor()
    await page.close()
    await enrol(blocked)
    expect(await blocked.getByRole('alert').count()).toBe(0)
    await context.close()
  })
})
