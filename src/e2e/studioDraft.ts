import type { Page } from 'playwright-core'

/** From the shelf: a copy of a scenario that ships, open on the workbench. */
export async function openCopy(page: Page, scenario: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(` ${scenario}$`) }).click()
  await page.waitForURL(/\/studio\/[0-9a-f-]{36}$/)
}

/** Waits until the checker has proved what was typed, state by state. */
export async function proved(page: Page): Promise<void> {
  const panel = page.locator('[data-told]')
  await panel.waitFor()
  for (;;) {
    const told = await panel.getAttribute('data-told')
    if (told !== '-1' && told === (await panel.getAttribute('data-proved'))) return
    await page.waitForTimeout(50)
  }
}

/** Puts the caret at the very beginning of the source. */
export async function atStartOfSource(page: Page): Promise<void> {
  await page.locator('.cm-content').focus()
  await page.keyboard.press('Control+Home')
}

/** Puts the caret behind a text of the source, found by the editor's own search. */
export async function caretAfter(page: Page, text: string): Promise<void> {
  const content = page.locator('.cm-content')
  await content.click()
  await page.keyboard.press('Control+f')
  await page.locator('.cm-search input[name="search"]').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await content.press('ArrowRight')
}

/** From the shelf: a draft of a template, open on the workbench. */
export async function begun(page: Page, template: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${template}`) }).click()
  await page.waitForURL(/\/studio\/[0-9a-f-]{36}$/)
}

/** Waits until what is shown of the text with these words is kept for the next opening. */
export async function kept(page: Page, words: string): Promise<void> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const seen = () =>
    page.evaluate(async (draft) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const db = await done(indexedDB.open('first-ring-studio'))
      const table = db.transaction('remembered').objectStore('remembered')
      const row = await done(table.get(`sight/${draft}`))
      db.close()
      return String(row?.value.text ?? '')
    }, id)
  while (!(await seen()).includes(words)) await page.waitForTimeout(50)
}

/** The draft's text as it stands in storage: the newest base with all changes since. */
export function sourceOf(page: Page, address = page.url()): Promise<string> {
  const id = new URL(address).pathname.split('/').at(-1) ?? ''
  return page.evaluate(async (draft) => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await done(indexedDB.open('first-ring-studio'))
    const rows = (table: string) => done(db.transaction(table).objectStore(table).getAll())
    const bases = (await rows('bases')).filter((row) => row.draft === draft)
    const changes = (await rows('changes')).filter((row) => row.draft === draft)
    db.close()
    const base = bases.at(-1)
    const files: [string, { text: string }][] = base.files
    let text = new Map(files).get('scenario.yaml')?.text ?? ''
    for (const { n, change } of changes) {
      if (n < base.n) continue
      for (const { path, patches } of change.files) {
        if (path !== 'scenario.yaml' || !patches) continue
        for (const { from, to, insert } of [...patches].reverse())
          text = text.slice(0, from) + insert + text.slice(to)
      }
    }
    return text
  }, id)
}
