import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { en, zh } from '../ui/i18n/studio.ts'
import { axe, type Language, ready, type Site, startSite } from './harness.ts'
import { atStartOfSource, begun, proved, sourceOf } from './studioDraft.ts'

/** A draft's copy in a folder of the disk. The browser's own file system for pages stands for the folder: same handles. */

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

const TEXTS = { zh, en }

/** The scenario's file in the chosen folder; with `write` it is changed, as another program would. */
function onDisk(page: Page, write?: string): Promise<string> {
  return page.evaluate(async (text) => {
    const root = await navigator.storage.getDirectory()
    for await (const name of Object.getPrototypeOf(root).keys.call(root)) {
      const folder = await root.getDirectoryHandle(String(name))
      const file = await folder.getFileHandle('scenario.yaml')
      if (text !== undefined) {
        const stream = await file.createWritable()
        await stream.write(text)
        await stream.close()
      }
      return (await file.getFile()).text()
    }
    return ''
  }, write)
}

it.each<Language>(['zh', 'en'])(
  'writes each change to a folder, and never over what somebody else wrote there, in %s',
  { timeout: 240_000 },
  async (lang) => {
    const t = TEXTS[lang]
    const page = await site.open('/studio', {
      language: lang,
      arrange: async (context) => {
        await context.addInitScript(() => {
          Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() })
        })
      },
    })
    await page.getByText(t.keeping.danger.clearable).waitFor()
    expect(await axe(page)).toEqual([])
    await begun(page, lang === 'zh' ? '空白' : 'Empty')
    await proved(page)
    const mark = page.getByRole('banner').getByTitle(t.keeping.title)
    await mark.getByText(t.keeping.short.clearable).waitFor()
    await mark.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: t.keeping.choose }).click()
    await dialog.getByRole('button', { name: t.keeping.stop }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Escape')
    await mark.getByText(t.keeping.mark.written).waitFor()
    expect(await onDisk(page)).toBe(await sourceOf(page))

    await atStartOfSource(page)
    await page.keyboard.type('# mine\n')
    await expect.poll(() => onDisk(page)).toMatch(/^# mine\n/)

    // a later visit goes on with the same folder
    await page.reload()
    await ready(page)
    await mark.getByText(t.keeping.mark.written).waitFor()

    // another program's change is not written over, and can be taken in
    const theirs = `# theirs\n${await sourceOf(page)}`
    await onDisk(page, theirs)
    await atStartOfSource(page)
    await page.keyboard.type('# too\n')
    await mark.getByText(t.keeping.mark.differs).waitFor()
    expect(await onDisk(page)).toBe(theirs)
    const mine = await sourceOf(page)
    await mark.click()
    await dialog.getByRole('button', { name: t.keeping.takeTheirs }).click()
    await expect.poll(() => sourceOf(page)).toBe(theirs)
    await page.keyboard.press('Escape')
    await mark.getByText(t.keeping.mark.written).waitFor()
    await page.getByRole('button', { name: new RegExp(`^${t.undo}`) }).click()
    await expect.poll(() => onDisk(page)).toBe(mine)
    await page.context().close()
  },
)
