import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { en, zh } from '../ui/i18n/debrief.ts'
import { type Language, ready, type Site, startSite } from './harness.ts'
import { cardOf, verdictOn } from './mirror.ts'
import { Recruit } from './recruit.ts'
import { ringing } from './ring.ts'
import { readDisk } from './stored.ts'

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

/** Puts values into a text of the interface. */
function fill(text: string, values: Readonly<Record<string, number>>): string {
  return text.replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]))
}

/**
 * A whole call from the first visit to the debrief, by keyboard. The page's clocks are Playwright's: they run as
 * always, and where a person would only wait they jump to the next moment.
 * @param truth which of the scenario's truths, where it has several
 */
async function play(id: string, lang: Language, truth?: string): Promise<void> {
  const page = await ringing(site, {
    lang,
    mode: 'practice',
    scenario: id,
    ...(truth && { truth }),
  })
  await page.keyboard.press('Enter')
  const recruit = await Recruit.at(page, lang)
  await recruit.workOn()
  await page.waitForURL(/\/debrief\//)
  await ready(page)

  const disk = await readDisk(page)
  const [header] = disk.headers
  if (!header) throw new Error('nothing was stored')
  const journal = disk.journals[header.id] ?? []
  const card = cardOf(header, journal)
  const lost = card.dims.flatMap(({ items }) => items.filter(({ points, max }) => points < max))
  const told = JSON.stringify({ seed: header.seed, red: card.redLines, lost })
  expect(header).toMatchObject({ lang, mode: 'practice', scenario: { id } })
  expect(disk.closed[header.id]).toBe('finished')
  expect(verdictOn(header, journal)).toMatchObject({ ok: true })
  expect(card.redLines, told).toEqual([])
  expect(card.total ?? 0, told).toBeGreaterThanOrEqual(80)

  const t = lang === 'zh' ? zh : en
  const headline = (name: string) => page.getByRole('region', { name, exact: true })
  const { exact, points, max } = card.classification
  expect(await headline(t.class.title).textContent()).toContain(
    exact ? t.class.exact : fill(t.class.partly, { points, max }),
  )
  const valid = card.times.filter(({ error }) => error !== null)
  expect(await headline(t.times.title).textContent()).toContain(
    fill(t.times.met, { total: valid.length, met: valid.filter(({ met }) => met).length }),
  )
  const score = await headline(t.score.title).innerText()
  expect(score).toContain(String(card.total))
  expect(score).toContain(t.score.passed)
  expect(score).toContain(t.score.clear)
  await page.context().close()
}

describe('a recruit works a whole call by keyboard, and reads in the debrief how it went', () => {
  // both languages at the same time: two cores
  it.each<{ readonly scenario: string; readonly truth?: string; readonly other?: string }>([
    { scenario: 'pylon' },
    { scenario: 'crying-girl' },
    { scenario: 'life-noise', truth: 'site', other: 'violence' },
    { scenario: 'lost-child', truth: 'tunnel', other: 'led-away' },
  ])('$scenario', { timeout: 480_000 }, async ({ scenario, truth, other = truth }) => {
    await Promise.all([play(scenario, 'zh', truth), play(scenario, 'en', other)])
  })
})
