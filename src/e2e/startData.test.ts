import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseAttemptFile } from '../core/sim/file.ts'
import { fingerprint } from '../core/sim/fingerprint.ts'
import { stationFile } from '../core/sim/seal.ts'
import { verifySeal } from '../review/intake/verifySeal.ts'
import { axe, ready, type Site, startSite } from './harness.ts'
import { CALL, closeDialog, dialog, enrol, enrolled, fileOf, scrolls, takeIn } from './startPage.ts'

/** What the start page does with what is stored: cut calls, people, files, storage in trouble. */

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

/** The text of the file that a button gives. */
async function savedBy(page: Page, button: string): Promise<string> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return readFile(await saved.path(), 'utf8')
}

describe('what a killed tab left', () => {
  /** A call begun in a tab that is gone. */
  async function interrupted(): Promise<{ page: Page; context: BrowserContext; id: string }> {
    const first = await enrolled(site)
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

    // what ended here goes out with this machine's seal, and the machine's key tells whose it is
    await page.locator('footer button').click()
    const attempts = parseAttemptFile(await savedBy(page, '全部导出')).attempts
    await page.getByLabel('本机名称').fill('二楼 07')
    const own = stationFile.parse(JSON.parse(await savedBy(page, '导出公钥')))
    expect(own.name).toBe('二楼 07')
    expect(await dialog(page).innerText()).toContain(fingerprint(own.id))
    for (const { attempt, status, result, seal } of attempts) {
      if (!seal) throw new Error('not sealed')
      expect(seal).toMatchObject({ station: own.id, key: own.key })
      const { header, entries } = attempt
      expect(await verifySeal(seal, header, status, result, entries)).toBe('good')
    }
    expect(attempts).toHaveLength(1)
    await context.close()
  })
})

describe('people and data', () => {
  it('keeps each person apart', async () => {
    const page = await enrolled(site)
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
    const page = await enrolled(site)
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

    const other = await enrolled(site)
    expect(await takeIn(other, out)).toContain('新增 2 通')
    await other.getByRole('button', { name: '换人' }).click()
    await dialog(other).waitFor()
    expect(await dialog(other).getByRole('button', { name: /陈晓/ }).count()).toBe(2)
    await other.context().close()
  })

  it('refuses what is no file of ours, and says why', async () => {
    const page = await enrolled(site)
    expect(await takeIn(page, Buffer.from('{"format":'))).toContain('可能被截断')
    expect(await takeIn(page, Buffer.from('{"format":"x","formatVersion":1}'))).toContain(
      '不是首铃的练习记录',
    )
    await page.context().close()
  })

  it('gives the seat a number', async () => {
    const page = await enrolled(site)
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
