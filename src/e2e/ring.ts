/** From the first visit to the ring, by the keyboard. */
import type { BrowserContext, Page } from 'playwright-core'
import type { Mode } from '../core/sim/attempt.ts'
import { en, zh } from '../ui/i18n/start.ts'
import { fixSeed } from './chance.ts'
import type { Language, OpenOptions, Site } from './harness.ts'
import { shipped, wordFor } from './mirror.ts'

const TEXTS = { zh, en }

export interface Seat {
  readonly lang: Language
  readonly mode: Mode
  /** Not in an exam: there one can't choose. */
  readonly scenario?: string
  /** Which of the scenario's truths, where it has several. */
  readonly truth?: string
  readonly open?: OpenOptions
}

/** A fresh page at a call that rings, the same variant in every run; its clock is Playwright's. */
export async function ringing(site: Site, seat: Seat): Promise<Page> {
  const { lang, mode } = seat
  const page = await site.open('/', {
    language: lang,
    ...seat.open,
    arrange: (context) => arrange(context, seat),
  })
  await enrol(page, lang)
  await turnTo(page, mode)
  await begin(page, seat)
  return page
}

async function arrange(context: BrowserContext, { scenario, truth }: Seat): Promise<void> {
  await context.clock.install()
  if (scenario === undefined) return fixSeed(context, 1)
  const { vary } = shipped(scenario)
  const wanted = truth === undefined ? 0 : vary.truth?.indexOf(truth)
  const word = wordFor(shipped(scenario), (variant) => (variant.truth ?? 0) === wanted)
  await fixSeed(context, word)
}

/** Fills in who trains here; the page is on its first visit. */
async function enrol(page: Page, lang: Language): Promise<void> {
  await page.getByLabel(TEXTS[lang].form.name).focus()
  await page.keyboard.insertText(lang === 'zh' ? '学员甲' : 'Recruit A')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('110042')
  await page.keyboard.press('Enter')
  await page.getByRole('radiogroup', { name: TEXTS[lang].mode.title }).waitFor()
}

/** Turns to a mode with the arrow keys. */
async function turnTo(page: Page, mode: Mode): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) {
    if (await page.locator(`input[type="radio"][value="${mode}"]`).isChecked()) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`no mode ${mode}`)
}

/** From the start page: finds the call by its title, starts it, past its notice; comes back when it rings. */
export async function begin(page: Page, { lang, mode, scenario: id }: Seat): Promise<void> {
  const scenario = id === undefined ? null : shipped(id)
  if (scenario) {
    await page.keyboard.press('/')
    await page.keyboard.insertText(scenario.title[lang])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: scenario.title[lang] }).waitFor()
  }
  await page.keyboard.press('Enter')
  if (mode === 'exam' || (scenario?.notice.length ?? 0) > 0) {
    // it takes the focus when it is ready
    await page.locator('[role="dialog"]:focus-within').waitFor()
    await page.keyboard.press('Enter')
  }
  await page.waitForURL(/\/call\//)
  await page.locator('button[aria-keyshortcuts="Enter"]').waitFor()
}
