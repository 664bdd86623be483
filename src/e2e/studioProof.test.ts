import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en, zh } from '../ui/i18n/studioProblems.ts'
import { axe, type Language, type Site, startSite } from './harness.ts'
import { smallTexts } from './sight.ts'
import { atStartOfSource, caretAfter, kept, openCopy, proved, sourceOf } from './studioDraft.ts'

/** What a trainer sees of the checker in the studio: problems as they type, and the proof. */

const TEXTS = { zh, en }
/** The rest of the workbench is looked at by tests of its own. */
const PANEL = '[role="tabpanel"]'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

async function opened(language: Language): Promise<Page> {
  const page = await site.open('/studio', { language })
  await openCopy(page, 'lost-child')
  await proved(page)
  return page
}

it('tells a slip as it is typed, explains it, and takes it back when it is mended', async () => {
  const page = await opened('zh')
  await page.getByText(zh.problems.none, { exact: true }).waitFor()
  await atStartOfSource(page)
  await page.keyboard.type('oops: 1\n')
  const list = page.getByRole('list', { name: zh.problems.list })
  const row = list.getByRole('button', { name: /SC002.*oops/ })
  await row.waitFor()
  expect(await row.textContent()).toContain('1:1')
  await row.click()
  expect(await row.getAttribute('aria-current')).toBe('true')
  await page.getByText(zh.problems.why).waitFor()
  await page.getByText(zh.problems.how).waitFor()
  await atStartOfSource(page)
  for (let letter = 0; letter < 'oops: 1\n'.length; letter += 1) await page.keyboard.press('Delete')
  await page.getByText(zh.problems.none, { exact: true }).waitFor()
  await page.close()
  expect(site.faults()).toEqual([])
})

it('mends what it can at a click, and the click can be taken back', async () => {
  const page = await opened('zh')
  await caretAfter(page, 'unanswered: ')
  await page.keyboard.type('x')
  const list = page.getByRole('list', { name: zh.problems.list })
  const row = list.getByRole('button', { name: /SC015/ })
  await row.click()
  const lines = (await sourceOf(page)).split('\n')
  const line = lines.findIndex((words) => words.includes('unanswered: x')) + 1
  expect(line).toBeGreaterThan(1)
  expect(await row.textContent()).toContain(`${line}:`)
  const fix = page
    .locator(PANEL)
    .getByRole('button', { name: new RegExp(zh.problems.fix.split('{{')[0] ?? '') })
  const name = (await fix.textContent())?.match(/“(.+)”/)?.[1] ?? ''
  await fix.click()
  await page.getByText(zh.problems.none, { exact: true }).waitFor()
  expect(await page.locator('.cm-content').textContent()).toContain(`unanswered: ${name}`)
  await page.keyboard.press('Control+z')
  await row.waitFor()
  await page.close()
  expect(site.faults()).toEqual([])
})

it('shows a draft that was open before at once, as it stands, and then reads it anew', async () => {
  const page = await opened('en')
  const cards = page.locator('.react-flow__node')
  await caretAfter(page, 'Hello? Hello! ')
  await page.keyboard.type('Listen. ')
  await cards.filter({ hasText: 'Hello! Listen.' }).first().waitFor()
  await kept(page, 'Hello! Listen.')
  // the checker's thread doesn't come: what is there was kept
  let come = (): void => {}
  const held = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route(/\/assets\/worker-[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.reload()
  await cards.filter({ hasText: 'Hello! Listen.' }).first().waitFor()
  expect(await page.locator('[data-told]').getAttribute('data-proved')).toBe('-1')
  come()
  await proved(page)
  await cards.filter({ hasText: 'Hello! Listen.' }).first().waitFor()
  await page.close()
  expect(site.faults()).toEqual([])
})

it.each(['zh', 'en'] as const)('shows what was proved, in %s, readable for all', async (lang) => {
  const words = TEXTS[lang]
  const page = await opened(lang)
  await page.getByRole('tab', { name: new RegExp(words.proof.tab) }).click()
  const rows = page.getByRole('row')
  await rows.nth(1).waitFor()
  // every ending of the scenario is reached, and each says how
  const ways = page.getByRole('button', {
    name: new RegExp(words.proof.showIt.split('{{')[0] ?? ''),
  })
  expect(await ways.count()).toBe((await rows.count()) - 1)
  await ways.first().click()
  expect(await page.getByRole('listitem').count()).toBeGreaterThan(1)
  expect(await axe(page, PANEL)).toEqual([])
  const views = ['nodes', 'facts', 'length', 'leaks', 'robots', 'best'] as const
  for (const view of views) {
    await page.getByRole('radio', { name: words.proof[view], exact: true }).click()
    if (view === 'robots') {
      const best = page.getByRole('row', { name: new RegExp(words.proof.robotNames.best) })
      await best.waitFor()
      expect(await best.textContent()).toMatch(/(?:9[5-9]|100)\.\d/)
    }
    expect(await axe(page, PANEL), view).toEqual([])
    expect(await smallTexts(page, { least: 12 }), view).toEqual([])
  }
  await page.close()
  expect(site.faults()).toEqual([])
})
