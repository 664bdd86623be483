import type { Page } from 'playwright-core'

/** Stops the page's clock a moment ahead; a slow machine may miss that moment. */
export async function stopClock(page: Page): Promise<void> {
  for (let ahead = 200; ; ahead *= 2) {
    const now = await page.evaluate(() => Date.now())
    try {
      return await page.clock.pauseAt(now + ahead)
    } catch (error) {
      if (ahead > 5000) throw error
    }
  }
}
