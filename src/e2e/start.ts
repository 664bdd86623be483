/** From the first visit to the ring, by the keyboard. */
import type { Page } from 'playwright-core'
import type { Scenario } from '../core/scenario/schema.ts'
import type { Mode } from '../core/sim/attempt.ts'
import { en, zh } from '../ui/i18n/start.ts'
import type { Language } from './harness.ts'

const TEXTS = { zh, en }

/** Fills in who trains here; the page is on its first visit. */
export async function enrol(page: Page, lang: Language): Promise<void> {
  await page.getByLabel(TEXTS[lang].form.name).focus()
  await page.keyboard.insertText(lang === 'zh' ? '学员甲' : 'Recruit A')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText('110042')
  await page.keyboard.press('Enter')
  await page.getByRole('radiogroup', { name: TEXTS[lang].mode.title }).waitFor()
}

/** Turns to a mode with the arrow keys. */
export async function turnTo(page: Page, mode: Mode): Promise<void> {
  for (let turns = 0; turns < 3; turns += 1) {
    if (await page.locator(`input[type="radio"][value="${mode}"]`).isChecked()) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`no mode ${mode}`)
}

/** Finds a call by its title; Enter then starts it. */
export async function choose(page: Page, lang: Language, scenario: Scenario): Promise<void> {
  await page.keyboard.press('/')
  await page.keyboard.insertText(scenario.title[lang])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: scenario.title[lang] }).waitFor()
}

/** Starts the chosen call, past its notice if it has one; comes back when it rings. */
export async function begin(page: Page, hasNotice: boolean): Promise<void> {
  await page.keyboard.press('Enter')
  if (hasNotice) {
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Enter')
  }
  await page.waitForURL(/\/call\//)
  await page.locator('button[aria-keyshortcuts="Enter"]').waitFor()
}
