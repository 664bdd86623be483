import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { parseScenario } from '../core/scenario/parse.ts'
import { CHAPTERS } from '../studio/guide/chapters.ts'
import { isOnShelf } from '../studio/guide/places.ts'
import { en, zh as t } from '../ui/i18n/studio.ts'
import { axe, type Site, startSite } from './harness.ts'
import { begun, sourceOf } from './studioDraft.ts'

/** A trainer who has never been here writes a first call as the guide says, and the guide sees it. */

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

const STEPS = Object.keys(t.guide.step).length
const place = (page: Page, name: string): Locator => page.locator(`[data-place="${name}"]`)

it('every chapter shows the place that it is about', { timeout: 240_000 }, async () => {
  const page = await site.open('/studio', { language: 'en' })
  const guide = page.getByRole('complementary', { name: en.guide.title })
  await page.keyboard.press('F1')
  await guide.getByRole('radio', { name: en.guide.reference }).click()
  const show = async (id: (typeof CHAPTERS)[number]['id']) => {
    const title = guide.getByRole('button', { name: en.guide.chapter[id].title, exact: true })
    if ((await title.getAttribute('aria-expanded')) !== 'true') await title.click()
    await guide.getByRole('button', { name: en.guide.show }).press('Enter')
    await page.locator('[data-spot]').waitFor()
    await page.keyboard.press('Shift')
    await page.locator('[data-spot]').waitFor({ state: 'detached' })
  }
  for (const { id, place: where } of CHAPTERS) if (isOnShelf(where)) await show(id)
  await begun(page, 'Simple report')
  await page.getByRole('radio', { name: en.viewBoth, exact: true }).click()
  for (const { id, place: where } of CHAPTERS) if (!isOnShelf(where)) await show(id)
  await page.context().close()
})

it('the guide is followed from the template to the desk', { timeout: 240_000 }, async () => {
  const page = await site.open('/studio', { language: 'zh' })
  const guide = page.getByRole('complementary', { name: t.guide.title })
  const { keyboard } = page
  /** Waits until so many steps are done. */
  const done = (n: number) =>
    guide
      .getByText(t.guide.progress.replace('{{done}}', String(n)).replace('{{all}}', String(STEPS)))
      .waitFor()
  /** Presses 'show me where' of the step that is open; what is framed then has the focus. */
  const shown = async () => {
    await guide.getByRole('button', { name: t.guide.show }).press('Enter')
    await page.locator('[data-spot]').waitFor()
  }

  await page.getByRole('button', { name: t.guide.begin }).click()
  await done(0)
  expect(await axe(page)).toEqual([])
  await shown()
  await begun(page, '简单报警')
  await done(1)

  // the title: the guide leads into its field
  await shown()
  expect(await axe(page)).toEqual([])
  await keyboard.press('Control+a')
  await keyboard.insertText('河边的喇叭')
  await page.getByRole('heading', { level: 1, name: '河边的喇叭' }).waitFor()
  await done(2)

  // the caller's first line
  await shown()
  await place(page, 'field.talk.nodes.opening.caller').getByRole('textbox').first().click()
  await keyboard.press('End')
  await keyboard.insertText('你们管不管？')
  await done(3)

  // one fact
  await shown()
  await page.getByRole('complementary', { name: t.inspector }).getByText('noise').click()
  const told = place(page, 'field.facts.noise.text').getByRole('textbox').first()
  await told.fill('一个大喇叭，响到现在')
  await done(4)

  // a node that nothing leads to: an error
  await shown()
  await keyboard.press('Enter')
  await done(5)
  const problems = page.getByRole('list', { name: t.problems.list })
  await problems.getByRole('button', { name: /SC040/ }).waitFor()
  const write = async (field: string, zh: string, en: string) => {
    const boxes = place(page, field).getByRole('textbox')
    await boxes.nth(0).fill(zh)
    await boxes.nth(1).fill(en)
  }
  await write('field.talk.nodes.node-1.caller', '就在桥洞下面。', 'Right under the bridge.')

  // a reply that leads there mends it, and the robots agree
  await shown()
  await keyboard.press('Enter')
  const goto = place(page, 'field.talk.nodes.opening.replies.reply-1.goto')
  await goto.getByRole('combobox').selectOption('node-1')
  // words that only keep a place are a problem too
  await problems.getByRole('button', { name: /SC064/ }).waitFor()
  await write(
    'field.talk.nodes.opening.replies.reply-1.say',
    '喇叭在什么位置？',
    'Where is the loudspeaker?',
  )
  await done(7)
  expect(await problems.count()).toBe(0)

  // played, a sentence said
  await shown()
  await keyboard.press('Enter')
  const replies = page.getByRole('list', { name: t.play.replies }).getByRole('button')
  await replies.first().click()
  await done(8)

  // given to the desk
  await shown()
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: t.publish.give.replace('{{n}}', '1') }).click()
  await dialog.waitFor({ state: 'detached' })
  await done(STEPS)
  await guide.getByText(t.guide.finished).waitFor()
  const parsed = parseScenario(await sourceOf(page))
  expect(parsed.ok && parsed.scenario.title.zh).toBe('河边的喇叭')

  // what was done stays done, and the guide stays open; F1 closes it
  await page.reload()
  await done(STEPS)
  await keyboard.press('F1')
  await guide.waitFor({ state: 'detached' })
  await page.context().close()
})
