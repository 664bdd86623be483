import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Site, startSite } from './harness.ts'
import { besides, chances, kill } from './killing.ts'
import { atStartOfSource, begun, sourceOf } from './studioDraft.ts'

const KILLS = 50
/** What is older than this must be there after a kill, ms. */
const MAY_BE_LOST_MS = 1000

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

/** A line typed into the source, and when its last letter was. */
interface Typed {
  readonly line: string
  readonly at: number
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await drawn(page)
}

async function drawn(page: Page): Promise<void> {
  await page.locator('.cm-content').waitFor()
  // a hand needs a moment too: the page has drawn what it opened
  await page.locator('[data-told]').waitFor()
}

it(`loses nothing older than a second in ${KILLS} kills at random moments of editing`, {
  timeout: 600_000,
}, async () => {
  const chance = chances(20_261_126)
  let page = await site.open('/studio', { language: 'zh', width: 1024, height: 640 })
  const context = page.context()
  await begun(page, '空白')
  const address = page.url()
  await drawn(page)
  const typed: Typed[] = []
  for (let kills = 0; kills < KILLS; kills += 1) {
    await atStartOfSource(page)
    const lines = 1 + chance(3)
    for (let n = 0; n < lines; n += 1) {
      const line = `# ${kills}.${n} ${'x'.repeat(1 + chance(12))}`
      await page.keyboard.type(`${line}\n`, { delay: chance(3) })
      typed.push({ line, at: Date.now() })
    }
    // sometimes at once, in the middle of writing; sometimes after the second is over
    await page.waitForTimeout(chance(4) === 0 ? MAY_BE_LOST_MS : chance(120))
    // if a line is missing afterwards: did its keys ever come to the editor?
    const shown = (await page.locator('.cm-content').innerText()).slice(0, 120)
    const killed = Date.now()
    await kill(page, chance(3) === 0 ? 'crash' : 'close')
    const text = await sourceOf(await besides(context, site), address)
    for (const { line, at } of typed)
      if (killed - at >= MAY_BE_LOST_MS)
        expect(text, `the editor showed: ${shown}`).toContain(`${line}\n`)
    // what came through is whole: no line is torn but the one that was being typed
    typed.splice(0, typed.length, ...typed.filter(({ line }) => text.includes(`${line}\n`)))
    page = await context.newPage()
    await open(page, address)
  }
  // the draft opens with all that was typed, in the page as on disk
  expect(typed.length).toBeGreaterThan(KILLS)
  await page.keyboard.press('Control+Home')
  const opened = await page.locator('.cm-content').innerText()
  expect(opened).toContain(typed.at(-1)?.line)
  await context.close()
  site.forget()
})
