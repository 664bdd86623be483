import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../ui/i18n/desk.ts'
import { type Site, startSite } from './harness.ts'
import { Recruit } from './recruit.ts'
import { ringing } from './ring.ts'

/** shell.test.ts shows that pages open without a network; here a call is worked without one. */

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

describe('the program on a computer of its own', () => {
  it('can be installed: a name, icons in the sizes asked for, and a worker behind it', async () => {
    const page = await site.open('/', { serviceWorker: true })
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const session = await page.context().newCDPSession(page)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    // a private context, as every test has, is the one thing that stands against it
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(
      installabilityErrors.length === 0 ? [] : ['in-incognito'],
    )
    const { errors, data } = await session.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest = JSON.parse(data ?? '')
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/' })
    for (const { src } of manifest.icons) {
      const response = await fetch(new URL(src, site.url))
      expect(response.ok).toBe(true)
    }
    await page.context().close()
  })

  it('rings, sounds, draws the city and takes down a call after the network has gone', async () => {
    const own = await startSite()
    const first = await own.open('/', {
      language: 'zh',
      serviceWorker: true,
      arrange: (fresh) => fresh.clock.install(),
    })
    await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    const context = first.context()
    await first.close()
    await own.stopServer()

    // from here on whatever is asked for comes from this computer, or not at all
    const failed: string[] = []
    const served = new Set<string>()
    context.on('requestfailed', (request) => failed.push(request.url()))
    context.on('response', (response) => {
      if (!response.ok()) failed.push(`${response.status()} ${response.url()}`)
      else served.add(new URL(response.url()).pathname)
    })
    const page = await ringing(own, {
      lang: 'zh',
      mode: 'practice',
      scenario: 'life-noise',
      open: { context },
    })
    const recruit = await Recruit.at(page, 'zh')
    const map = page.getByRole('region', { name: zh.map.label, exact: true })
    await recruit.eventually(async () => (await map.locator('canvas').count()) > 0, 'the map')
    await recruit.workUntil(() => recruit.mirror.hand.record.location !== null)
    await page.clock.resume()
    await expect
      .poll(() => [...served].filter((path) => /\.(wav|mp3|ogg|opus)$/.test(path)))
      .not.toEqual([])
    expect(failed).toEqual([])
    expect(own.faults()).toEqual([])
    await own.close()
  })
})
