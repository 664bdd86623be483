import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { en as enDesk, zh as zhDesk } from '../ui/i18n/desk.ts'
import { en, zh } from '../ui/i18n/studio.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { smallTexts } from './sight.ts'
import { readDisk } from './stored.ts'
import { begun, proved, sourceOf } from './studioDraft.ts'

/** A trainer keeps versions, sees what has changed, goes back, and tries the draft on the desk before anybody sees it. */

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

const TEXTS = { zh: { ...zh, desk: zhDesk }, en: { ...en, desk: enDesk } }

async function retitle(page: Page, lang: Language, title: string): Promise<void> {
  const t = TEXTS[lang]
  const outline = page.getByRole('navigation', { name: t.outline })
  await outline.getByRole('button', { name: t.outlineOf.about, exact: true }).click()
  const form = page.getByRole('complementary', { name: t.inspector })
  const name = lang === 'zh' ? '标题' : 'Title'
  await form.getByRole('group', { name, exact: true }).getByRole('textbox').nth(0).fill(title)
  await expect.poll(() => sourceOf(page)).toContain(title)
}

it.each<Language>(['zh', 'en'])(
  'keeps a version, shows what has changed since, goes back and forth, previews on the desk, in %s',
  { timeout: 240_000 },
  async (lang) => {
    const t = TEXTS[lang]
    const page = await site.open('/studio', { language: lang })
    await begun(page, lang === 'zh' ? '简单报警' : 'Simple report')
    await proved(page)
    const first = await sourceOf(page)

    await page.getByRole('tab', { name: t.versions.tab }).click()
    const panel = page.getByRole('tabpanel')
    await panel.getByRole('textbox', { name: t.versions.noteLabel }).fill('before the rewrite')
    await panel.getByRole('button', { name: t.versions.keep }).click()
    const rows = panel.getByRole('list', { name: t.versions.list }).getByRole('button')
    await rows.filter({ hasText: 'before the rewrite' }).waitFor()

    // what has changed, in a trainer's words and by lines
    await retitle(page, lang, '夜里的喇叭')
    const difference = panel.getByRole('region', { name: t.versions.difference })
    await difference.getByRole('insertion').filter({ hasText: '夜里的喇叭' }).waitFor()
    expect(await difference.getByText(t.versions.kind.whole).count()).toBe(1)
    expect(await axe(page, '[role="tabpanel"]')).toEqual([])
    expect(await smallTexts(page, { least: 12 })).toEqual([])
    await panel.getByRole('radio', { name: /−\d+ \+\d+/ }).click()
    await expect.poll(() => difference.getByRole('row').count()).toBeGreaterThanOrEqual(4)

    // back, in one step; what stood is kept, and undo brings it back too
    const second = await sourceOf(page)
    await panel.getByRole('button', { name: t.versions.restore }).click()
    await expect.poll(() => sourceOf(page)).toBe(first)
    await expect.poll(() => rows.count()).toBe(2)
    await page.getByRole('button', { name: new RegExp(`^${t.undo}`) }).click()
    await expect.poll(() => sourceOf(page)).toBe(second)

    // the draft as it stands, on the real desk, though nobody published it
    await page.getByRole('button', { name: t.publish.publish, exact: true }).click()
    await page.getByText(t.publish.first).waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: t.publish.preview }).click()
    await page.waitForURL(/\/preview\//)
    await ready(page)
    if (lang === 'zh') await page.getByRole('heading', { name: /夜里的喇叭/ }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(t.desk.preview.mark).waitFor()
    await page.locator('button[aria-keyshortcuts="Enter"]').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: t.desk.by.phone.act.hangUp }).click()
    await page.getByRole('heading', { name: t.desk.wrap.title }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByRole('table').first().waitFor()
    await page.getByText(t.desk.preview.mark).waitFor()

    await page.getByRole('button', { name: t.desk.preview.back }).click()
    await page.waitForURL(/\/studio\//)
    await proved(page)
    expect(await sourceOf(page)).toBe(second)

    // it stands in nobody's record
    await page.goto(site.url)
    await ready(page)
    expect((await readDisk(page)).headers).toEqual([])
    await page.context().close()
  },
)
