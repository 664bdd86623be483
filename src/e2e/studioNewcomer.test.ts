import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { en, zh } from '../ui/i18n/studio.ts'
import { type Language, type Site, startSite } from './harness.ts'
import { begun, openCopy, proved, sourceOf } from './studioDraft.ts'

/** What a trainer stumbles over who has never been here: each step must lead on. */

const TEXTS = { zh, en }
const WORDS = {
  zh: {
    template: '简单报警',
    facts: '要素',
    partners: '联动单位',
    record: '记在哪一栏',
    is: '真相是',
    people: '人数',
    needs: '需要',
  },
  en: {
    template: 'Simple report',
    facts: 'Facts',
    partners: 'Partners',
    record: 'Field of the record',
    is: 'What is true',
    people: 'People',
    needs: 'Needs',
  },
}

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
  'a fact takes what its field of the record takes, in %s',
  { timeout: 120_000 },
  async (lang) => {
    const t = TEXTS[lang]
    const words = WORDS[lang]
    const page = await site.open('/studio', { language: lang })
    await begun(page, words.template)
    const outline = page.getByRole('navigation', { name: t.outline })
    const form = page.getByRole('complementary', { name: t.inspector })

    // an empty part says what belongs there
    await outline.getByRole('button', { name: words.partners, exact: true }).click()
    await form.getByText(t.forms.about.partners).waitFor()

    // of a field that no fact of the template fills: a number
    const add = t.outlineOf.add.replace('{{what}}', words.facts)
    await outline.getByRole('button', { name: add }).click()
    await form.getByRole('spinbutton', { name: words.is }).waitFor()

    // into another field: one of its options, in the same step
    const change = t.forms.change.replace('{{what}}', words.record)
    await form.getByRole('combobox', { name: change }).fill(words.needs)
    await page.getByRole('option', { name: words.needs }).first().click()
    await form.getByRole('spinbutton', { name: words.is }).waitFor({ state: 'detached' })
    await proved(page)
    expect(await sourceOf(page)).toMatch(/fact-1: \{ record: needs, is: warmth/)
    await page.getByRole('button', { name: new RegExp(`^${t.undo}`) }).click()
    await form.getByRole('spinbutton', { name: words.is }).waitFor()
    await proved(page)
    const problems = page.getByRole('list', { name: t.problems.list })
    expect(await problems.innerText()).not.toMatch(/SC019|SC023|object/)
    await page.context().close()
  },
)

it('with nothing chosen the call is played from its start, and a tab that grew gives its room back', {
  timeout: 120_000,
}, async () => {
  const page = await site.open('/studio', { language: 'zh' })
  await begun(page, WORDS.zh.template)
  await proved(page)
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) })
  await tab(zh.languages.tab).click()
  await page.getByRole('button', { name: zh.lower }).waitFor()
  await tab(zh.problems.tab).click()
  await page.getByRole('button', { name: zh.taller }).waitFor()
  await page.getByRole('button', { name: zh.play.fromStart }).first().click()
  await page.getByRole('list', { name: zh.play.replies }).getByRole('button').first().waitFor()
  await page.context().close()
})

it('a line of the graph is chosen by a click from afar, and nothing by a click beside', {
  timeout: 120_000,
}, async () => {
  const page = await site.open('/studio', { language: 'zh' })
  await openCopy(page, 'pylon')
  await page.getByRole('radio', { name: zh.viewGraph, exact: true }).click()
  await page.getByRole('button', { name: zh.graph.fit }).click()
  const afar = page.locator('[data-graph-afar]')
  await afar.waitFor()
  const form = page.getByRole('complementary', { name: zh.inspector })
  // places of the screen where a line runs and nothing else stands above it
  const found = async (): Promise<{ x: number; y: number } | null> =>
    page.evaluate(() => {
      const graph = document.querySelector('[data-graph-afar]')
      const view = graph?.querySelector('.react-flow__viewport')
      const path = graph?.querySelector<SVGPathElement>(
        '.react-flow__viewport-portal svg path[d^="M"]',
      )
      if (!graph || !view || !path) return null
      const matrix = new DOMMatrix(getComputedStyle(view).transform)
      const { left, top } = graph.getBoundingClientRect()
      const long = path.getTotalLength()
      for (let part = 0.005; part < 1; part += 0.005) {
        const point = matrix.transformPoint(path.getPointAtLength(long * part))
        const x = left + point.x + 1
        const y = top + point.y
        const above = document.elementFromPoint(x, y)
        if (above?.classList.contains('react-flow__pane')) return { x, y }
      }
      return null
    })
  await expect.poll(found).not.toBe(null)
  const at = await found()
  if (!at) throw new Error('no line is in sight')
  await page.mouse.click(at.x, at.y)
  await form.getByRole('textbox', { name: zh.forms.name }).waitFor()
  expect(await page.locator('.react-flow__edge.selected').count()).toBe(1)
  const box = await afar.boundingBox()
  if (!box) throw new Error('the graph is not there')
  await page.mouse.click(box.x + 8, box.y + box.height - 8)
  await form.getByText(zh.forms.scenario, { exact: true }).waitFor()
  await page.context().close()
})
