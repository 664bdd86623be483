import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Entry } from '../core/sim/journal.ts'
import { en, zh } from '../ui/i18n/desk.ts'
import { en as startEn, zh as startZh } from '../ui/i18n/start.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { Recruit } from './recruit.ts'
import { ringing } from './ring.ts'
import { cutTexts, smallTexts } from './sight.ts'
import { closeDialog, enrol, scrolls } from './startPage.ts'

/** Every page and everything that opens on it, for everybody: no violation, nothing cut off, nothing too small. */

const TEXTS = { zh, en }
const start = { zh: startZh, en: startEn }
const LANGUAGES = ['zh', 'en'] as const

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

/** What is wrong with pages, each fault once, with where it was first seen. */
class Complaints {
  readonly #found = new Map<string, string>()

  async look(page: Page, where: string): Promise<void> {
    this.add(where, await axe(page))
    this.add(where, await cutTexts(page))
    this.add(where, await smallTexts(page, { least: 12 }))
    if (await scrolls(page)) this.add(where, ['the page scrolls'])
  }

  add(where: string, faults: readonly string[]): void {
    for (const fault of faults) if (!this.#found.has(fault)) this.#found.set(fault, where)
  }

  get all(): readonly string[] {
    return [...this.#found].map(([fault, where]) => `${where}: ${fault}`)
  }
}

/** What opens at the desk by keys. */
const OPENED: readonly (readonly [name: string, ...keys: string[]])[] = [
  ['class', 'c'],
  ['owner', 'o'],
  ['people', 'e', '1'],
  ['looks', 'e', '9'],
  ['partners', 'd'],
  ['three-way', 't'],
  ['transfer', 'z'],
  ['messages', 'g'],
  ['shortcuts', '?'],
  ['leave', 'Shift+Q'],
  ['pause', 'p'],
]

const isSaid = (entry: Entry) => entry.origin === 'trainee' && entry.command.do === 'say'

/** What is read while one listens is larger. */
async function readInCall(page: Page, t: typeof zh): Promise<readonly string[]> {
  const places = [
    `section[aria-label="${t.by.phone.talk.label}"] p`,
    `section[aria-label="${t.by.phone.talk.replies}"] li button > span:last-child`,
    '[aria-describedby="record-class"] > span:first-child',
    `fieldset[aria-label="${t.record.facts}"] button > span:first-child`,
    `[role="radiogroup"][aria-label="${t.record.priority}"]`,
  ]
  const found = await Promise.all(places.map((within) => smallTexts(page, { least: 14, within })))
  const written = await page
    .locator('#record-location, #record-narrative')
    .evaluateAll((fields) => fields.map((field) => getComputedStyle(field).fontSize))
  expect(written).toEqual(['14px', '14px'])
  return found.flat()
}

describe.each(LANGUAGES)('in %s', (lang: Language) => {
  const t = TEXTS[lang]

  it('a call: ring, talk, and all that opens', async () => {
    const page = await ringing(site, { lang, mode: 'practice', scenario: 'pylon' })
    const recruit = await Recruit.at(page, lang)
    const found = new Complaints()
    const look = (name: string) => recruit.during(found.look(page, name))
    await look('ring')
    await recruit.work(24)
    await look('talk')
    found.add('talk', await readInCall(page, t))
    const opened = page.getByRole('dialog')
    for (const [name, ...keys] of OPENED) {
      for (const key of keys) {
        await page.keyboard.press(key)
        await recruit.tick()
      }
      await recruit.eventually(() => opened.isVisible(), name)
      await look(name)
      await page.keyboard.press('Escape')
      await recruit.eventually(async () => (await opened.count()) === 0, `${name} to close`)
    }

    await page.keyboard.press('m')
    await page.keyboard.type(lang === 'zh' ? '路' : 'road')
    const hits = page.getByRole('option')
    await recruit.eventually(async () => (await hits.count()) > 3, 'places')
    await look('places')
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await recruit.pick('119', recruit.partner('119').name[lang])
    await recruit.eventually(
      () => page.locator('[aria-keyshortcuts="1"]:focus').isVisible(),
      'the choice of manner',
    )
    await look('manner')
    await page.keyboard.press('Escape')
    await page.keyboard.press('u')
    await recruit.tick()
    await look('units')
    await page.keyboard.press('Escape')
    await page.keyboard.press('h')
    await recruit.tick(25_000)
    await look('held too long')
    expect(found.all).toEqual([])
    await page.context().close()
  })

  it('coaching, the end of a call, and its debrief', async () => {
    const page = await ringing(site, { lang, mode: 'coaching', scenario: 'life-noise' })
    const recruit = await Recruit.at(page, lang)
    const found = new Complaints()
    const look = (name: string) => recruit.during(found.look(page, name))
    await recruit.workUntil(() => recruit.journal.some(isSaid))
    await look('coaching')
    await page.keyboard.press('Shift+X')
    await recruit.wrapUp()
    await look('wrap-up')
    await page.clock.resume()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/debrief\//)
    await ready(page)
    await found.look(page, 'debrief')
    await page.keyboard.press('m')
    await page.getByRole('application').waitFor()
    await found.look(page, 'map of the debrief')
    await page.goto(`${site.url}/`)
    await page.getByRole('radio', { name: start[lang].filter.history }).check()
    await found.look(page, 'history')
    expect(found.all).toEqual([])
    await page.context().close()
  })

  it('an exam, and what is said where there is no call', async () => {
    const page = await ringing(site, { lang, mode: 'exam' })
    const recruit = await Recruit.at(page, lang)
    const found = new Complaints()
    await recruit.work(5)
    await recruit.during(found.look(page, 'exam'))
    await page.clock.resume()
    await page.goto(`${site.url}/call/none`)
    await page.getByRole('heading', { name: t.fault.missing }).waitFor()
    await found.look(page, 'no such call')
    await page.goto(`${site.url}/no/such/page`)
    await ready(page)
    await found.look(page, 'no such page')
    expect(found.all).toEqual([])
    await page.context().close()
  })

  it('the start page: nobody yet, each mode, a notice', async () => {
    const page = await site.open('/', { language: lang })
    const found = new Complaints()
    await found.look(page, 'welcome')
    await enrol(page)
    for (const mode of ['coaching', 'practice', 'exam']) {
      await page.locator(`input[value=${mode}]`).check()
      await found.look(page, mode)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await found.look(page, `notice of ${mode}`)
      await closeDialog(page)
    }
    expect(found.all).toEqual([])
    await page.context().close()
  })
})
