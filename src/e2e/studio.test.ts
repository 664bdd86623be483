import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseScenario } from '../core/scenario/parse.ts'
import { en, zh } from '../ui/i18n/studio.ts'
import { fixSeed } from './chance.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { Recruit } from './recruit.ts'
import { enrol } from './startPage.ts'
import { begun, proved, sourceOf } from './studioDraft.ts'

/** A trainer writes a first call and gives it to the desk; a recruit works it. */

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

const TEXTS = { zh, en }
const TITLE = { zh: '河边的喇叭', en: 'The loudspeaker by the river' }

describe.each<Language>(['zh', 'en'])('a trainer, in %s', (lang) => {
  const t = TEXTS[lang]

  it('writes a call from a template, mends what is wrong, publishes it, and a recruit plays it to the end', {
    timeout: 240_000,
  }, async () => {
    const page = await site.open('/studio', {
      language: lang,
      arrange: async (context) => {
        await context.clock.install()
        await fixSeed(context, 3)
      },
    })
    await begun(page, lang === 'zh' ? '简单报警' : 'Simple report')
    await proved(page)
    const publish = page.getByRole('button', { name: t.publish.publish, exact: true })

    // the title, in the form of the whole
    const outline = page.getByRole('navigation', { name: t.outline })
    await outline.getByRole('button', { name: t.outlineOf.about, exact: true }).click()
    const form = page.getByRole('complementary', { name: t.inspector })
    const title = form.getByRole('group', { name: lang === 'zh' ? '标题' : 'Title', exact: true })
    await title.getByRole('textbox').nth(0).fill(TITLE.zh)
    await title.getByRole('textbox').nth(1).fill(TITLE.en)
    await page.getByRole('heading', { level: 1, name: TITLE[lang] }).waitFor()

    // a node of its own, that nothing leads to: the checker says so, and publishing waits
    await outline
      .getByRole('button', { name: t.outlineOf.add.replace('{{what}}', t.outlineOf.nodes) })
      .click()
    await page
      .getByRole('list', { name: t.problems.list })
      .getByRole('button', { name: /SC040/ })
      .waitFor()
    await publish.click()
    const hindered = page.getByRole('dialog')
    await hindered.getByRole('button', { name: /SC040/ }).waitFor()
    const give = t.publish.give.replace('{{n}}', '1')
    expect(await hindered.getByRole('button', { name: give }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await hindered.waitFor({ state: 'detached' })
    expect(await sourceOf(page)).toContain('node-1:')
    await form.getByRole('button', { name: t.forms.delete }).click()
    await page.getByText(t.problems.none, { exact: true }).waitFor()

    // undone and done again, over form and source alike
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: new RegExp(`^${t.undo}`) }).click()
    await page
      .getByRole('list', { name: t.problems.list })
      .getByRole('button', { name: /SC040/ })
      .waitFor()
    await page.getByRole('button', { name: new RegExp(`^${t.redo}`) }).click()
    await page.getByText(t.problems.none, { exact: true }).waitFor()

    await proved(page)
    expect(await axe(page)).toEqual([])
    await publish.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').last().fill('v1')
    expect(await axe(page)).toEqual([])
    await dialog.getByRole('button', { name: give }).click()
    await dialog.waitFor({ state: 'detached' })
    const parsed = parseScenario(await sourceOf(page))
    if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message.en)
    expect(parsed.scenario.title).toEqual(TITLE)

    await page.goto(site.url)
    await ready(page)
    await enrol(page)
    await page.getByRole('button', { name: TITLE[lang] }).first().click()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/call\//)
    await page.locator('button[aria-keyshortcuts="Enter"]').waitFor()
    await page.keyboard.press('Enter')
    const recruit = await Recruit.at(page, lang, parsed.scenario)
    await recruit.workOn()
    await page.waitForURL(/\/debrief\//)
    await ready(page)
    expect(await page.locator('main').innerText()).toContain(
      parsed.scenario.endings.settled?.after[lang],
    )
    await page.context().close()
  })
})
