import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { parseScenario } from '../core/scenario/parse.ts'
import { en, zh } from '../ui/i18n/desk.ts'
import { en as studioEn, zh as studioZh } from '../ui/i18n/studio.ts'
import { fixSeed } from './chance.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { Recruit } from './recruit.ts'
import { enrol } from './startPage.ts'
import { begun, proved, sourceOf } from './studioDraft.ts'

/**
 * A call by text message, from its template to the debrief: nothing rings, nobody speaks, texts are read and sent. In
 * English as far as the talk: the debrief is held by other tests.
 */

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

it.each<Language>(['zh', 'en'])(
  'texts are opened, read and answered, in %s',
  {
    timeout: 240_000,
  },
  async (lang) => {
    const t = lang === 'zh' ? zh : en
    const studio = lang === 'zh' ? studioZh : studioEn
    const page = await site.open('/studio', {
      language: lang,
      arrange: async (context) => {
        await context.clock.install()
        await fixSeed(context, 3)
      },
    })
    await begun(page, lang === 'zh' ? '短信报警' : 'Text message')
    await proved(page)
    await page.getByRole('button', { name: studio.publish.publish, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: studio.publish.give.replace('{{n}}', '1') }).click()
    await dialog.waitFor({ state: 'detached' })
    const parsed = parseScenario(await sourceOf(page))
    if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message.en)
    const { scenario } = parsed

    await page.goto(site.url)
    await ready(page)
    await enrol(page)
    await page.getByRole('button', { name: scenario.title[lang] }).first().click()
    await page.keyboard.press('Enter')
    // past the notice
    await page.locator('[role="dialog"]:focus-within').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/call\//)
    const open = page.getByRole('button', { name: t.by.sms.act.answer })
    await open.waitFor()
    await page.getByText(t.by.sms.line.ringing, { exact: true }).waitFor()
    expect(await axe(page)).toEqual([])

    const recruit = await Recruit.at(page, lang, scenario)
    await recruit.step()
    await recruit.sync()
    const replies = page.getByRole('region', { name: t.by.sms.talk.replies })
    const thread = page.getByRole('region', { name: t.by.sms.talk.label })
    await thread.getByRole('listitem').waitFor()
    // what has only just come isn't answered yet
    await replies.getByText(t.by.sms.turn.callerSpeaks).waitFor()
    await page.keyboard.press('1')
    await recruit.workUntil(() => recruit.mirror.hand.record.class !== null)
    for (const name of [t.act.hold, t.act.threeWay, t.act.transfer])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0)
    expect(await recruit.during(axe(page))).toEqual([])

    if (lang === 'zh') {
      await recruit.workOn()
      await page.waitForURL(/\/debrief\//)
      await ready(page)
      expect(await page.locator('main').innerText()).toContain(scenario.endings.saved?.after[lang])
    }
    await page.context().close()
  },
)
