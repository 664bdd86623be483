import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseScenario } from '../core/scenario/parse.ts'
import { en, zh } from '../ui/i18n/studio.ts'
import { type Language, type Site, startSite } from './harness.ts'
import { proved, sourceOf } from './studioDraft.ts'

/** A first call written in the forms by the keyboard alone: nothing here touches the mouse, or focuses by itself. */

const TEXTS = { zh, en }
const FIELDS = {
  zh: { caller: '来电人说', say: '接警员说', goto: '去往', template: /^空白/ },
  en: {
    caller: 'The caller says',
    say: 'The call-taker says',
    goto: 'Leads to',
    template: /^Empty/,
  },
}
const CALLER = {
  zh: '喂，110吗？滨河公园有个孩子迷路了，人没事，打这个号能找到我。',
  en: "Hello, 110? There's a child lost in Binhe Park, not hurt; this number finds me.",
}
const SAY = { zh: '您慢慢说，我都记着。', en: 'Take your time, I am noting it all down.' }

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

/** Tab after Tab, until it has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let turn = 0; turn < 250; turn += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${target}`)
}

async function write(page: Page, box: Locator, text: string): Promise<void> {
  await tabTo(page, box)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

it.each<Language>(['zh', 'en'])(
  'writes a call from the empty template and publishes it by keyboard alone, in %s',
  { timeout: 240_000 },
  async (lang) => {
    const t = TEXTS[lang]
    const names = FIELDS[lang]
    const page = await site.open('/studio', { language: lang })
    await tabTo(page, page.getByRole('button', { name: names.template }))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/studio\/[0-9a-f-]{36}$/)
    await proved(page)
    const form = page.getByRole('complementary', { name: t.inspector })
    const box = (field: string, words: string) =>
      form.getByRole('textbox', { name: `${field} ${words}`, exact: true })

    // the first node, found by its name
    await page.keyboard.press('/')
    await page.keyboard.type('opening')
    await page.keyboard.press('Enter')
    await write(page, box(names.caller, t.forms.chinese), CALLER.zh)
    await write(page, box(names.caller, t.forms.english), CALLER.en)

    // one more reply, that leads on
    await tabTo(page, form.getByRole('button', { name: t.forms.addReply }))
    await page.keyboard.press('Enter')
    await write(page, box(names.say, t.forms.chinese), SAY.zh)
    await write(page, box(names.say, t.forms.english), SAY.en)
    const leads = form.getByRole('combobox', { name: names.goto, exact: true })
    await tabTo(page, leads)
    await page.keyboard.type('sure')
    await expect.poll(() => leads.inputValue()).toBe('sure')
    await expect.poll(() => sourceOf(page)).toContain('goto: sure }')
    await page.getByText(t.problems.none, { exact: true }).waitFor()
    await proved(page)

    // given to the desk
    await tabTo(page, page.getByRole('button', { name: t.publish.publish, exact: true }))
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    const give = dialog.getByRole('button', { name: t.publish.give.replace('{{n}}', '1') })
    await expect.poll(() => give.isEnabled()).toBe(true)
    await tabTo(page, give)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })

    const parsed = parseScenario(await sourceOf(page))
    if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message.en)
    const { opening } = parsed.scenario.talk.nodes
    expect(opening?.caller).toEqual(CALLER)
    expect(Object.values(opening?.replies ?? {}).at(-1)).toMatchObject({ say: SAY, goto: 'sure' })
    await page.close()
    expect(site.faults()).toEqual([])
  },
)
