import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseScenario } from '../core/scenario/parse.ts'
import { en, zh } from '../ui/i18n/desk.ts'
import { en as studioEn, zh as studioZh } from '../ui/i18n/studio.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { enrol } from './startPage.ts'
import { begun, proved, sourceOf } from './studioDraft.ts'

/** Calls by WeChat and by video, made of the text template: the desk names, shows and offers what each has. */

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  expect(site.faults()).toEqual([])
  await site.close()
})

it.each<[Language, 'wechat' | 'video']>([
  ['zh', 'wechat'],
  ['en', 'video'],
])('in %s: a call by %s', { timeout: 120_000 }, async (lang, channel) => {
  const desk = lang === 'zh' ? zh : en
  const t = desk.by[channel]
  const studio = lang === 'zh' ? studioZh : studioEn
  const page = await site.open('/studio', { language: lang })
  await begun(page, lang === 'zh' ? '短信报警' : 'Text message')
  await proved(page)
  await page.locator('[data-place="field.channel"]').getByRole('combobox').selectOption(channel)
  await proved(page)
  await page.getByRole('button', { name: studio.publish.publish, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: studio.publish.give.replace('{{n}}', '1') }).click()
  await dialog.waitFor({ state: 'detached' })

  const parsed = parseScenario(await sourceOf(page))
  if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message.en)
  expect(parsed.scenario.channel).toBe(channel)

  await page.goto(site.url)
  await ready(page)
  await enrol(page)
  await page.getByRole('button', { name: parsed.scenario.title[lang] }).first().click()
  await page.keyboard.press('Enter')
  // past the notice
  await page.locator('[role="dialog"]:focus-within').waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/call\//)
  await page.getByText(t.waiting, { exact: true }).waitFor()
  await page.getByText(t.line.ringing, { exact: true }).waitFor()
  await page.getByRole('button', { name: t.act.answer }).click()
  await page.getByRole('region', { name: t.talk.label }).getByRole('listitem').waitFor()
  // it says that there is nothing to hear, or nothing to see
  await page.getByText(t.note, { exact: true }).waitFor()
  const { hold, threeWay, transfer } = desk.act
  for (const name of [hold, threeWay, transfer])
    expect(await page.getByRole('button', { name }).count()).toBe(channel === 'video' ? 1 : 0)
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Shift+X')
  await page.getByRole('status').filter({ hasText: t.log.ended }).waitFor()
  await page.context().close()
})
