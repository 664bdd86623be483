import type { Page } from 'playwright-core'

/** From the shelf: a copy of a scenario that ships, open on the workbench. */
export async function openCopy(page: Page, scenario: string): Promise<void> {
  await page.getByRole('button', { name: scenario, exact: true }).click()
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
