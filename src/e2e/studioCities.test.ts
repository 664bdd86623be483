import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { City } from '../core/city/city.ts'
import { diagnoseCity } from '../core/city/diagnose.ts'
import { gatherCity } from '../core/city/gather.ts'
import { parseScenario } from '../core/scenario/parse.ts'
import { zh } from '../ui/i18n/studio.ts'
import { fixSeed } from './chance.ts'
import { axe, ready, type Site, startSite } from './harness.ts'
import { makeKnown } from './mirror.ts'
import { Recruit } from './recruit.ts'
import { enrol } from './startPage.ts'
import { begun, caretAfter, proved, sourceOf } from './studioDraft.ts'

/** A trainer brings in cities, works on one, and a call plays in it at the desk. */

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

const t = zh.cities
const collection = (...features: unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features })
const feature = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const ROADS = [
  feature({ highway: 'primary', name: '人民路' }, 'LineString', [
    [106.2, 38.4],
    [106.21, 38.4],
    [106.22, 38.4],
  ]),
  feature({ highway: 'residential', name: '河东街' }, 'LineString', [
    [106.21, 38.4],
    [106.21, 38.41],
  ]),
]
const POLICE = feature({ amenity: 'police', name: '城关派出所' }, 'Point', [106.2105, 38.4003])
const SHOP = feature({ kind: 'casino', name: '老李商店' }, 'Point', [106.2098, 38.405])

async function give(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/geo+json', buffer: Buffer.from(text) })
}

const problems = (page: Page) => page.getByRole('list', { name: t.problems, exact: true })
const field = (page: Page, name: string) =>
  page.getByRole('complementary', { name: t.chosen }).getByRole('textbox', { name, exact: true })
/** Waits until the city as it stands was looked over. */
const checked = (page: Page) => page.locator('[data-fresh]').waitFor()

async function find(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query)
  await page.getByRole('searchbox').press('Enter')
  await page.locator('nav [aria-current]').waitFor()
}

/** The city as it stands in the draft that is open. */
async function exported(page: Page): Promise<City> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /GeoJSON/ }).click()
  const text = readFileSync(await (await downloading).path(), 'utf8')
  const options = { taken: [], partners: [], romanise: (zh: string) => zh }
  const gathered = gatherCity([{ name: 'city.geojson', text }], options)
  const city = gathered.ok ? diagnoseCity(gathered.texts).city : null
  if (!city) throw new Error('the city can not be read')
  return city
}

/** Gives the draft that is open to the desk as its first version. */
async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: zh.publish.publish, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: zh.publish.give.replace('{{n}}', '1') }).click()
  await dialog.waitFor({ state: 'detached' })
}

it('refuses hostile files with their reasons, and nothing has changed', async () => {
  const page = await site.open('/studio/cities', { language: 'zh' })
  const dialog = page.getByRole('dialog')
  const script = feature({ name: '<img src=x onerror=alert(1)>', kind: 'shop' }, 'Point', [106, 38])
  for (const [text, code] of [
    ['{"type":', 'CT001'],
    [JSON.stringify('x'.repeat(10_000_000)), 'CT002'],
    [collection(...ROADS, script), 'CT007'],
    [collection(...ROADS, feature({ kind: 'shop', name: 'a' }, 'Point', [4e6, 4e6])), 'CT004'],
  ] as const) {
    await give(page, 'town.geojson', text)
    await dialog.getByText(t.refused).waitFor()
    await dialog.getByRole('button', { name: new RegExp(code) }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  await page.getByText(t.none).waitFor()
  await page.context().close()
})

it('takes another program’s city, in which a call is written and given to a recruit who works it', {
  timeout: 240_000,
}, async () => {
  const page = await site.open('/studio/cities', {
    language: 'zh',
    arrange: async (context) => {
      await context.clock.install()
      await fixSeed(context, 3)
    },
  })
  const dialog = page.getByRole('dialog')
  await give(page, 'hedong.geojson', collection(...ROADS, POLICE, SHOP))
  await dialog.getByText(t.canTake).waitFor()
  await dialog.getByRole('button', { name: /CT013/ }).click()
  expect(await axe(page)).toEqual([])
  await dialog.getByRole('button', { name: t.take.replace('{{name}}', 'hedong') }).click()
  await page.getByRole('application').waitFor()
  await checked(page)

  // the problem leads to its place, and is gone once that has a kind that is known
  await problems(page).getByRole('button', { name: /CT013/ }).click()
  await page.waitForFunction(() => document.querySelector('[data-id="laoli-shop"]') !== null)
  expect(await field(page, t.enName).inputValue()).toBe('Laoli Shop')
  expect(await axe(page)).toEqual([])
  await page.getByRole('combobox', { name: t.kind }).selectOption('park')
  await page.getByText(t.noProblems).waitFor()

  // kept as a version; then the place is what the call will be about
  await page.getByRole('tab', { name: zh.versions.tab }).click()
  const panel = page.getByRole('tabpanel')
  await panel.getByRole('button', { name: zh.versions.keep, exact: true }).click()
  await field(page, t.zhName).fill('滨河公园')
  await field(page, t.enName).fill('Binhe Park')
  await field(page, t.id).fill('binhe-park')
  await panel.getByText(zh.versions.was.replace('{{name}}', '老李商店')).waitFor()
  expect(await axe(page, '[role="tabpanel"]')).toEqual([])

  // a patrol unit at the station, moved by an arrow to where it waits
  await page.getByRole('radio', { name: t.stations, exact: true }).click()
  await page.getByRole('list', { name: t.list }).getByRole('button').first().click()
  await page.getByRole('button', { name: t.addUnit }).click()
  await page.getByRole('combobox', { name: t.unitKind }).selectOption('patrol')
  await field(page, t.zhName).fill('河东巡逻一组')
  await page
    .getByRole('button', { name: t.moveIt.replace('{{name}}', '河东巡逻一组') })
    .press('Shift+ArrowLeft')
  await page.getByRole('button', { name: t.waitHere }).waitFor()
  expect(await axe(page)).toEqual([])

  // a road drawn by the keyboard and taken back, one drawn by the mouse and kept
  const draw = page.getByRole('button', { name: t.draw.a.road })
  await draw.press('Enter')
  for (const press of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter', 'Escape'])
    await page.keyboard.press(press)
  await page.getByRole('combobox', { name: t.class }).waitFor()
  await page.keyboard.press('Control+z')
  await draw.click()
  const map = page.getByRole('application')
  for (const x of [200, 300, 300]) await map.click({ position: { x, y: 150 } })
  await field(page, t.zhName).fill('新开路')
  await field(page, t.aliases).fill('小路')
  await page.getByRole('button', { name: t.delete, exact: true }).click()
  await page.getByRole('tab', { name: t.problems }).click()
  await page.getByText(t.noProblems).waitFor()
  await checked(page)
  const city = await exported(page)
  expect(city.units.map(({ name }) => name.zh)).toContain('河东巡逻一组')
  makeKnown(city)

  // the smallest call, about that park in that city
  await page.goto(`${site.url}/studio`)
  await ready(page)
  await begun(page, '空白')
  await proved(page)
  await caretAfter(page, 'city: saijiang')
  for (const _ of 'saijiang') await page.keyboard.press('Backspace')
  await page.keyboard.type(city.id)
  await expect.poll(() => sourceOf(page)).toContain(`city: ${city.id}`)
  await proved(page)
  const parsed = parseScenario(await sourceOf(page))
  if (!parsed.ok) throw new Error('the call can not be read')
  await publish(page)

  // a place that the draft names says so; under another id the draft still says the old one, until that is undone
  await page.goto(`${site.url}/studio/cities`)
  await ready(page)
  await page.getByRole('button', { name: city.name.zh, exact: true }).click()
  await page.getByRole('application').waitFor()
  await find(page, 'bhgy')
  const told = (text: string) =>
    text
      .replace('{{n}}', '1')
      .replace('{{id}}', 'binhe-park')
      .replace('{{names}}', t.ids.title.replace('{{what}}', parsed.scenario.title.zh))
  await page.getByText(told(t.ids.named)).waitFor()
  await field(page, t.id).fill('river-park')
  await field(page, t.id).press('Enter')
  await page.getByText(told(t.ids.still)).waitFor()
  await page.keyboard.press('Control+z')
  await page.getByText(told(t.ids.named)).waitFor()
  expect(await field(page, t.id).inputValue()).toBe('binhe-park')
  await page.getByText(zh.saved).waitFor()

  // what becomes of the city later is nothing to the call that was published
  await page.goto(`${site.url}/studio/cities`)
  await ready(page)
  await page.getByRole('button', { name: t.remove.replace('{{name}}', city.name.zh) }).click()
  await page.getByText(t.none).waitFor()

  await page.goto(site.url)
  await ready(page)
  await enrol(page)
  await page.getByRole('button', { name: parsed.scenario.title.zh }).first().click()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/call\//)
  await page.locator('button[aria-keyshortcuts="Enter"]').waitFor()
  await page.keyboard.press('Enter')
  const recruit = await Recruit.at(page, 'zh', parsed.scenario)
  await recruit.workOn()
  await page.waitForURL(/\/debrief\//)
  await ready(page)
  expect(await page.locator('main').innerText()).toContain(
    parsed.scenario.endings.settled?.after.zh,
  )
  await page.context().close()
})

it('keeps what is done on the map, and takes it back', async () => {
  const page = await site.open('/studio/cities', { language: 'zh' })
  await page.getByRole('button', { name: t.copyOf.replace('{{name}}', '塞江市') }).click()
  await page.getByRole('application').waitFor()
  await checked(page)
  await page.getByText(t.noProblems).waitFor()

  // renamed, found by pinyin
  await find(page, 'fmj')
  await field(page, t.zhName).fill('福满家大卖场')
  await find(page, 'fmjdmc')
  const row = page.getByRole('list', { name: t.list }).getByRole('button')
  expect(await row.first().textContent()).toContain('福满家大卖场')

  // moved by arrows, then by the mouse, and taken back
  const handle = page.getByRole('button', { name: t.moveIt.replace('{{name}}', '福满家大卖场') })
  const position = page.getByText(new RegExp(`^${t.position} `))
  const before = await position.textContent()
  await handle.press('ArrowRight')
  await handle.press('Shift+ArrowRight')
  const moved = await position.textContent()
  expect(moved).not.toBe(before)
  await page.keyboard.press('Control+z')
  expect(await position.textContent()).toBe(before)
  const box = await handle.boundingBox()
  if (!box) throw new Error('no handle')
  await page.mouse.move(box.x + 13, box.y + 13)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + 200, { steps: 4 })
  await page.mouse.up()
  expect(await position.textContent()).not.toBe(before)
  await page.keyboard.press('Control+z')
  expect(await position.textContent()).toBe(before)

  // added in the middle by the keyboard, named, deleted; then the place that stays
  await page.getByRole('button', { name: t.add }).click()
  await page.keyboard.press('Enter')
  await field(page, t.zhName).fill('临时安置点')
  await page.getByRole('button', { name: t.delete, exact: true }).click()
  await page.getByRole('searchbox').fill('lsazd')
  await page.getByText(t.noMatch).waitFor()
  await page.getByRole('button', { name: t.add }).click()
  await page.getByRole('application').click({ position: { x: 300, y: 200 } })
  await field(page, t.zhName).fill('临时安置点')
  await page.getByText(zh.saved).waitFor()
  await checked(page)
  expect(await axe(page)).toEqual([])

  // another tab finds it as it was left
  await page.reload()
  await ready(page)
  await find(page, 'lsazd')
  expect(await field(page, t.zhName).inputValue()).toBe('临时安置点')

  await page.context().close()
})

it('reshapes a road by its corners, each drag one step, and all drafts as one file hold the city', {
  timeout: 120_000,
}, async () => {
  const page = await site.open('/studio/cities', { language: 'zh' })
  const dialog = page.getByRole('dialog')
  await give(page, 'hedong.geojson', collection(...ROADS, POLICE))
  await dialog.getByRole('button', { name: t.take.replace('{{name}}', 'hedong') }).click()
  await page.getByRole('application').waitFor()
  await page.getByRole('radio', { name: t.roads, exact: true }).click()
  await page.getByRole('list', { name: t.list }).getByRole('button').first().click()
  const start = (await exported(page)).roads
  const roads = async () => (await exported(page)).roads.map(({ points }) => points)
  const before = start.map(({ points }) => points)
  const label = (text: string, n: number, all: number) =>
    text.replace('{{name}}', '人民路').replace('{{n}}', `${n}`).replace('{{all}}', `${all}`)
  const corner = (n: number, all: number) =>
    page.getByRole('button', { name: label(t.corners.one, n, all) })
  expect(await axe(page)).toEqual([])

  // a drag that is given up changes nothing; one that ends moves both roads' corner, and is one step
  const drag = async (end: () => Promise<void>) => {
    const box = await corner(2, 3).boundingBox()
    if (!box) throw new Error('no corner')
    await page.mouse.move(box.x + 12, box.y + 12)
    await page.mouse.down()
    await page.mouse.move(box.x + 42, box.y - 28, { steps: 4 })
    await end()
  }
  await drag(() => page.keyboard.press('Escape'))
  await page.mouse.up()
  expect(await roads()).toEqual(before)
  await drag(() => page.mouse.up())
  const [along, across] = await roads()
  expect(along?.[1]).toEqual(across?.[0])
  expect(along?.[1]?.x).toBeGreaterThan(before[0]?.[1]?.x ?? Number.POSITIVE_INFINITY)
  await page.keyboard.press('Control+z')
  expect(await roads()).toEqual(before)

  // by the keyboard: moved, and given up to the map; one more in the middle, taken away by a double click
  await corner(2, 3).press('Shift+ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect((await roads())[1]?.[0]?.y).toBe((before[1]?.[0]?.y ?? 0) - 55)
  await page.keyboard.press('Control+z')
  expect(await roads()).toEqual(before)
  await page.getByRole('button', { name: label(t.corners.add, 1, 3) }).press('Enter')
  await page.waitForFunction(() => document.activeElement?.matches('[data-corner="corner 0 1"]'))
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.activeElement?.matches('[role="application"]'))
  expect((await roads())[0]).toHaveLength(4)
  await corner(2, 4).dblclick()
  expect(await roads()).toEqual(before)
  await page.getByRole('button', { name: label(t.corners.add, 2, 3) }).click()
  await corner(3, 4).press('Delete')
  expect(await roads()).toEqual(before)

  // another id of the road is the station's road too; one that is another road's is refused
  const other = start[1]?.id ?? ''
  await field(page, t.id).fill(other)
  await page.getByText(t.ids.taken).waitFor()
  await field(page, t.id).fill('people-road')
  await page.getByRole('radio', { name: t.stations, exact: true }).click()
  const renamed = await exported(page)
  expect([renamed.roads[0]?.id, renamed.stations[0]?.road]).toEqual(['people-road', 'people-road'])
  await page.keyboard.press('Control+z')
  expect((await exported(page)).stations[0]?.road).toBe(start[0]?.id)
  await page.getByText(zh.saved).waitFor()

  // no call plays in it, and yet it is in the file, and comes back from it in another browser
  await page.goto(`${site.url}/studio`)
  await ready(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: zh.shelf.exportAll }).first().click()
  const zip = readFileSync(await (await downloading).path())
  await page.context().close()
  const elsewhere = await site.open('/studio', { language: 'zh' })
  await elsewhere
    .locator('input[type=file]')
    .setInputFiles({ name: 'all.zip', mimeType: 'application/zip', buffer: zip })
  await elsewhere.getByText(zh.shelf.importedCities.replace('{{cities}}', '1')).waitFor()
  await elsewhere.goto(`${site.url}/studio/cities`)
  await ready(elsewhere)
  await elsewhere.getByRole('cell', { name: 'hedong', exact: true }).waitFor()
  await elsewhere.context().close()
})

it('exports a city that comes in again without a word', async () => {
  const page = await site.open('/studio/cities/saijiang', { language: 'en' })
  await page.getByRole('application').waitFor()
  expect(await axe(page)).toEqual([])
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /GeoJSON/ }).click()
  const path = await (await downloading).path()
  await page.goto(`${site.url}/studio/cities`)
  await ready(page)
  await give(page, 'saijiang.geojson', readFileSync(path, 'utf8'))
  const dialog = page.getByRole('dialog')
  await dialog.getByText('no problems were found', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: "Import 'Saijiang'" }).click()
  await page.getByRole('application').waitFor()
  await page.getByText('No problems.').waitFor()
  await page.context().close()
})
