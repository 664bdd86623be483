import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { CHROMIUM_FLAGS, needChromium } from '../cli/chromium.ts'
import { startServer } from '../cli/serve.ts'
import { ready } from './harness.ts'

it('offers a new version, and changes to it only when asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'first-ring-update-'))
  cpSync('dist', folder, { recursive: true })
  const old = await startServer(folder, 0)
  const browser = await chromium.launch({
    executablePath: needChromium(),
    args: [...CHROMIUM_FLAGS],
  })
  const page = await browser.newPage({ locale: 'en-GB' })
  await page.goto(old.url)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload() // from here on the worker serves the page
  await ready(page)
  await old.close()

  appendFileSync(join(folder, 'sw.js'), '\n// the next version\n')
  const next = await startServer(folder, Number(new URL(old.url).port))
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  await page.getByText('A new version is ready').waitFor()
  const reloaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Use it now' }).click()
  await reloaded
  await ready(page)
  const waiting = await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)
  expect(waiting).toBeNull()

  await browser.close()
  await next.close()
  rmSync(folder, { recursive: true, force: true })
})
