/** Tabs that end without a word, for the tests of what survives them. */
import type { BrowserContext, Page } from 'playwright-core'
import type { Site } from './harness.ts'

/** The same moments in every run, so far as a machine's pace allows. */
export function chances(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** Ends the tab in the middle of whatever it does: its process dies, or its page is shut without a word. */
export async function kill(page: Page, how: 'crash' | 'close'): Promise<void> {
  if (how === 'close') return page.close()
  const session = await page.context().newCDPSession(page)
  const dead = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => {})
  await dead
  await page.close()
}

/** A page of our origin without the program in it. */
export async function besides(context: BrowserContext, site: Pick<Site, 'url'>): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${site.url}/manifest.webmanifest`)
  return page
}
