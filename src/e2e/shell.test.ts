import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { axe, ready, type Site, startSite } from './harness.ts'

const KIB = 1024
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

describe('shell', () => {
  it.each(['zh', 'en'] as const)('opens in %s without a violation', async (language) => {
    const page = await site.open('/', { language })
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en')
    expect(await page.locator('header').textContent()).toContain(
      language === 'zh' ? '首铃' : 'First Ring',
    )
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('switches the language, remembers it, and says so in the document', async () => {
    const page = await site.open('/', { language: 'zh' })
    await page.getByRole('button', { name: '中 / EN' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.reload()
    await ready(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.title()).toContain('First Ring')
    await page.context().close()
  })

  it('says what to do at an address that does not exist', async () => {
    const page = await site.open('/nowhere/at/all', { language: 'en' })
    expect(await page.getByRole('main').textContent()).toContain('There is no such page')
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Back to start' }).click()
    await page.waitForURL(`${site.url}/`)
    await page.context().close()
  })

  it('keeps the first screen under 200 KiB and leaves the heavy libraries out', async () => {
    const page = await site.open('/')
    await page.waitForLoadState('networkidle')
    const names = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => entry.name),
    )
    const texts = await Promise.all(
      [site.url, ...names.filter((name) => /\.(js|css)$/.test(name))].map(async (name) => {
        const response = await fetch(name)
        return response.text()
      }),
    )
    const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0)
    expect(bytes).toBeLessThan(200 * KIB)
    const all = texts.join('')
    // Words that only these libraries contain.
    expect(all).not.toContain('HowlerGlobal')
    expect(all).not.toContain('xstate.init')
    expect(all).not.toContain('Phaser')
    await page.context().close()
  })

  it('works without a network after the first visit', async () => {
    const own = await startSite()
    const page = await own.open('/', { serviceWorker: true })
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await own.stopServer()
    await page.goto(`${own.url}/debrief/none`)
    await ready(page)
    await page.goto(`${own.url}/`)
    await ready(page)
    expect(await page.locator('header').textContent()).toContain('首铃')
    expect(own.faults()).toEqual([])
    await own.close()
  })
})
