import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en, zh } from '../ui/i18n/studioPlay.ts'
import { en as enProof, zh as zhProof } from '../ui/i18n/studioProblems.ts'
import { axe, type Language, type Site, startSite } from './harness.ts'
import { smallTexts } from './sight.ts'
import { atStartOfSource, openCopy, proved } from './studioDraft.ts'

/** Playing in the studio: from a node on, again on every change of the text, and kept as a test plan. */

const TEXTS = { zh: { ...zh, ...zhProof }, en: { ...en, ...enProof } }
const PANEL = '[role="tabpanel"]'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

const trust = async (page: Page): Promise<number> =>
  Number(/\d+/.exec((await page.locator('[data-moods]').textContent()) ?? '')?.[0])

/** Puts another last digit into `trust: { start: 40 }`. */
async function trustStarts(page: Page, digit: string): Promise<void> {
  await atStartOfSource(page)
  const line = page.locator('.cm-line', { hasText: 'trust: { start: 40 }' })
  for (let turn = 0; turn < 12 && !(await line.isVisible()); turn += 1)
    await page.keyboard.press('PageDown')
  await line.click()
  await page.keyboard.press('End')
  for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace']) await page.keyboard.press(key)
  await page.keyboard.type(digit)
}

/** On a busy machine too. */
const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 20_000 })

const NAMES = { zh: { cut: '划伤', cold: '受冻' }, en: { cut: 'Cut', cold: 'Cold' } } as const

it.each(['zh', 'en'] as const)(
  'plays from a node on, and again on a changed text, in %s',
  async (lang: Language) => {
    const words = TEXTS[lang]
    const page = await site.open('/studio', { language: lang })
    await openCopy(page, 'lost-child')
    await proved(page)
    await page.getByRole('tab', { name: new RegExp(words.proof.tab) }).click()
    await page.getByRole('radio', { name: words.proof.nodes, exact: true }).click()
    const links = page.getByRole('rowheader').getByRole('button')
    await links.nth(3).click()
    const node = (await links.nth(3).textContent()) ?? ''
    await page.keyboard.press('Control+Enter')
    const at = page.locator('[data-node]')
    await at.waitFor()
    expect(await at.textContent()).toBe(node)
    expect(await axe(page, PANEL)).toEqual([])
    expect(await smallTexts(page, { least: 12 })).toEqual([])

    // a reply is said by its number, and taken back
    const steps = page.getByRole('region', { name: words.play.steps }).getByRole('listitem')
    const before = await steps.count()
    const replies = page.getByRole('list', { name: words.play.replies }).getByRole('button')
    await replies.first().click()
    await soon(() => steps.count()).toBe(before + 2)
    await page.getByRole('button', { name: words.play.back }).click()
    await soon(() => steps.count()).toBe(before)

    // what is ticked in the record stands there, and is taken out again
    const record = page.locator('[data-record]')
    const field = lang === 'zh' ? '伤情' : 'Injuries'
    const into = words.play.into.replace('{{what}}', field)
    /** Opens a list by its button, searches it, and takes the first hit: all by the keyboard. */
    const take = async (list: string, what: string) => {
      await page.locator(PANEL).getByRole('combobox', { name: list }).focus()
      await page.keyboard.press('Enter')
      await page.getByPlaceholder(list, { exact: true }).fill(what)
      await page.getByRole('option', { name: what, exact: true }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('listbox').waitFor({ state: 'detached' })
    }
    await take(words.play.field, field)
    for (const one of ['cut', 'cold'] as const) {
      await take(into, NAMES[lang][one])
      await record.getByText(NAMES[lang][one]).waitFor()
    }
    await take(into, NAMES[lang].cut)
    await soon(() => record.getByRole('button').count()).toBe(1)
    await record.getByRole('button').click()
    await soon(() => record.getByRole('button').count()).toBe(0)
    for (let n = 0; n < 4; n += 1) await page.getByRole('button', { name: words.play.back }).click()
    await soon(() => steps.count()).toBe(before)

    // the same steps on another text: she trusts a little more from the start
    const trusted = await trust(page)
    await trustStarts(page, '2')
    await soon(() => trust(page)).toBe(trusted + 2)
    expect(await steps.count()).toBe(before)

    // kept as a test plan, which fails once the text no longer leads there
    await page.locator(PANEL).getByLabel(words.play.name, { exact: true }).fill('from-node')
    await page.locator(PANEL).getByRole('button', { name: words.play.save, exact: true }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'from-node' })
      .getByText(words.play.passes, { exact: true })
      .waitFor()
    await atStartOfSource(page)
    await page.keyboard.type('oops: 1\n')
    await page.getByText(words.play.unreadable).waitFor()
    await page.close()
    expect(site.faults()).toEqual([])
  },
)
