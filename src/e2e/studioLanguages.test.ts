import { readFileSync } from 'node:fs'
import type { Download, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { en, zh } from '../ui/i18n/studio.ts'
import { axe, type Language, type Site, startSite } from './harness.ts'
import { smallTexts } from './sight.ts'
import { openCopy, sourceOf } from './studioDraft.ts'

/** A call is translated in the studio: in the table, and by files that go out and come back. */

const TEXTS = { zh, en }
const PANEL = '[role="tabpanel"]'

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

async function opened(language: Language): Promise<Page> {
  const page = await site.open('/studio', { language })
  await openCopy(page, 'lost-child')
  await page.getByRole('tab', { name: new RegExp(TEXTS[language].languages.tab) }).click()
  await page.locator('tbody textarea').first().waitFor()
  return page
}

const box = (page: Page, lang: Language, id: string) =>
  page.getByRole('textbox', {
    name: TEXTS[lang].languages.wordsOf.replace('{{id}}', id),
    exact: true,
  })

/** Waits until the table shows such a translation. */
async function reads(page: Page, id: string, words: RegExp): Promise<void> {
  while (!words.test(await box(page, 'zh', id).inputValue())) await page.waitForTimeout(50)
}

/** What the draft's file says, once what was typed has come there. */
async function sourceWith(page: Page, words: string): Promise<string> {
  for (;;) {
    const source = await sourceOf(page)
    if (source.includes(words)) return source
    await page.waitForTimeout(50)
  }
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8')
}

async function exported(
  page: Page,
  t: typeof zh,
  format: 'csv' | 'xliff1' | 'xliff2',
): Promise<string> {
  await page.getByRole('button', { name: t.languages.export, exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t.languages[format] }).click(),
  ])
  return textOf(download)
}

const bring = (page: Page, name: string, text: string) =>
  page
    .locator('input[type="file"][accept*="xliff"]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

it('is typed over in the table by the keyboard, marked when its source changes, and locked', async () => {
  const t = zh
  const page = await opened('zh')
  const before = await sourceOf(page)
  await box(page, 'zh', 'title').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('<b>A boy</b> is lost: "Doudou"')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    t.languages.wordsOf.replace('{{id}}', 'summary'),
  )
  const after = await sourceWith(page, 'A boy</b>')
  // one line is another one: comments and all else stay as they were
  const [old, now] = [before.split('\n'), after.split('\n')]
  expect(now.filter((line, index) => line !== old[index])).toHaveLength(1)

  // a source that changes marks its translation, until it is said to be right
  const form = page.getByRole('complementary', { name: t.inspector })
  const title = form.getByRole('group', { name: '标题', exact: true }).getByRole('textbox').first()
  await title.fill('孩子走丢了')
  const changed = page.getByRole('radio', { name: t.languages.changed.replace('{{n}}', '1') })
  await changed.click()
  await page.getByRole('button', { name: t.languages.still, exact: true }).click()
  await page.getByRole('radio', { name: t.languages.changed.replace('{{n}}', '0') }).waitFor()

  // while it is locked, nothing but words can be changed
  await page.getByRole('button', { name: t.languages.lock, exact: true }).click()
  await page.getByText(t.languages.locked, { exact: true }).waitFor()
  const outline = page.getByRole('navigation', { name: t.outline })
  await outline
    .getByRole('button', { name: t.outlineOf.add.replace('{{what}}', t.outlineOf.nodes) })
    .click()
  await page.getByText(/结构已锁定，只能改文字/).waitFor()
  await page.locator('.cm-content').click()
  await page.keyboard.type('nonsense')
  await outline.getByRole('button', { name: t.outlineOf.about, exact: true }).click()
  await title.fill('一个孩子走丢了')
  const locked = await sourceWith(page, '一个孩子走丢了')
  expect(locked).not.toContain('nonsense')
  expect(locked).not.toContain('node-1')
  await page.context().close()
})

it('goes out and comes back as files', async () => {
  const t = zh
  const page = await opened('zh')
  const before = await sourceOf(page)
  const csv = await exported(page, t, 'csv')
  const own = /^"title".*$/m.exec(csv)?.[0] ?? ''
  const summary = /^"summary".*$/m.exec(csv)?.[0] ?? ''
  const name = /^"facts\.name\.text".*$/m.exec(csv)?.[0] ?? ''
  await bring(
    page,
    'back.csv',
    csv
      .replace(own, own.replace(/"[^"]*","done"/, '"\'=HYPERLINK(1) lost","done"'))
      .replace(name, name.replace('{elder.en}', ''))
      .replace(summary, `${summary}\r\n"nobody.knows","","","a","b","done"`),
  )
  const dialog = page.getByRole('dialog')
  const rows = dialog.getByRole('row')
  await rows.nth(3).waitFor()
  expect(await rows.count()).toBe(4)
  await dialog.getByRole('row', { name: new RegExp(t.languages.verdicts.unknown) }).waitFor()
  await dialog.getByRole('row', { name: /\{elder\}/ }).waitFor()
  expect(await axe(page, '[role="dialog"]')).toEqual([])
  expect(await sourceOf(page)).toBe(before)
  await dialog.getByRole('button', { name: t.languages.apply.replace('{{n}}', '1') }).click()
  await dialog.waitFor({ state: 'detached' })
  const after = await sourceWith(page, '=HYPERLINK(1) lost')
  expect(after).toContain('{elder.en}')
  await reads(page, 'title', /HYPERLINK/)
  await page.keyboard.press('Control+z')
  await reads(page, 'title', /^The boy who was just here$/)

  const xliff = await exported(page, t, 'xliff1')
  // another reader of XML takes it for what it is
  const units = await page.evaluate((text) => {
    const read = new DOMParser().parseFromString(text, 'application/xml')
    return read.querySelector('parsererror') ? -1 : read.querySelectorAll('trans-unit').length
  }, xliff)
  expect(units).toBeGreaterThan(200)
  await bring(page, 'bomb.xlf', xliff.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "b">]><xliff'))
  await dialog.getByRole('alert').waitFor()
  expect(await dialog.textContent()).toContain('DOCTYPE')
  await dialog.getByRole('button', { name: t.languages.cancel }).click()
  await bring(page, 'back.xlf', xliff)
  await dialog.getByText(t.languages.nothingTaken).waitFor()
  await dialog.getByRole('button', { name: t.languages.cancel }).click()
  expect(await sourceOf(page)).toBe(before)

  await page.context().close()
})

it('lists the caller’s lines, all of it readable', async () => {
  const t = en
  const page = await opened('en')
  expect(await axe(page, PANEL)).toEqual([])
  expect(await smallTexts(page, { least: 12 })).toEqual([])
  await page.getByRole('button', { name: t.languages.voice }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('row').count()).toBeGreaterThan(40)
  expect(await axe(page, '[role="dialog"]')).toEqual([])
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: t.languages.saveCsv }).click(),
  ])
  expect((await textOf(list)).split('\r\n').length).toBeGreaterThan(40)
  await page.context().close()
})
