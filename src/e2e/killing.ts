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

/**
 * Ends the tab in the middle of whatever it does: its page is shut without a word, or its process dies, and with it all
 * tabs of this browser's person.
 */
export async function kill(page: Page, how: 'crash' | 'close'): Promise<void> {
  if (how === 'close') return page.close()
  const session = await page.context().newCDPSession(page)
  const tabs = page.context().pages()
  const dead = Promise.all(tabs.map((tab) => tab.waitForEvent('crash')))
  session.send('Page.crash').catch(() => {})
  await dead
  await Promise.all(tabs.map((tab) => tab.close()))
}

const BESIDE = '/manifest.webmanifest'

/** A page of our origin without the program in it, opened if there is none. */
export async function besides(context: BrowserContext, site: Pick<Site, 'url'>): Promise<Page> {
  const address = site.url + BESIDE
  const known = context.pages().find((page) => page.url() === address)
  if (known) return known
  const page = await context.newPage()
  await page.goto(address)
  return page
}
