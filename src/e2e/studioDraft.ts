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
