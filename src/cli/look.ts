/**
 * `npm run look`: pictures of every main page in both languages and two sizes, for people to look
 * at. Another page: one more line in SHOTS, with what to do there before the picture is taken.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { CHROMIUM_FLAGS, needChromium } from './chromium.ts'
import { startServer } from './serve.ts'

interface Shot {
  readonly name: string
  readonly path: string
  /** Brings the page into the state to show. */
  readonly prepare?: (page: Page) => Promise<void>
}

/** A profile, so that the start page has somebody to greet. */
async function enrol(page: Page): Promise<void> {
  await page.locator('input[name=name]').fill('陈晓')
  await page.locator('input[name=badge]').fill('011207')
  await page.locator('form button[type=submit]').click()
  await page.locator('table').first().waitFor()
}

const SHOTS: readonly Shot[] = [
  { name: 'welcome', path: '/' },
  { name: 'start', path: '/', prepare: enrol },
  {
    name: 'notice',
    path: '/',
    prepare: async (page) => {
      await enrol(page)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'exam',
    path: '/',
    prepare: async (page) => {
      await enrol(page)
      await page.locator('input[value=exam]').check()
    },
  },
  {
    name: 'shortcuts',
    path: '/',
    prepare: async (page) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'error', path: '/nowhere' },
]

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

const LANGUAGES = [
  { name: 'zh', locale: 'zh-CN' },
  { name: 'en', locale: 'en-GB' },
]

const folder = mkdtempSync(join(tmpdir(), 'first-ring-look-'))
const only = process.argv.slice(2)
await build({ logLevel: 'warn' })
const server = await startServer(join(process.cwd(), 'dist'), 0)
const browser = await chromium.launch({ executablePath: needChromium(), args: [...CHROMIUM_FLAGS] })
try {
  for (const shot of SHOTS.filter(({ name }) => only.length === 0 || only.includes(name)))
    for (const size of SIZES)
      for (const { name, locale } of LANGUAGES) {
        const context = await browser.newContext({
          viewport: size,
          locale,
          serviceWorkers: 'block',
        })
        const page = await context.newPage()
        await page.goto(server.url + shot.path)
        await page.locator('main#main').waitFor()
        await page.locator('main#main [data-opening]').waitFor({ state: 'detached' })
        await shot.prepare?.(page)
        await page.evaluate('document.fonts.ready.then(() => 0)')
        const file = `${shot.name}-${name}-${size.width}x${size.height}.png`
        await page.screenshot({ path: join(folder, file) })
        await context.close()
      }
} finally {
  await browser.close()
  await server.close()
}
console.log(folder)
