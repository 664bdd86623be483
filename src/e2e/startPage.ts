import type { Locator, Page } from 'playwright-core'
import type { Header } from '../core/sim/attempt.ts'
import type { FileAttempt } from '../core/sim/file.ts'
import { serialiseBundle } from '../core/sim/fileText.ts'
import { aHeader, finishedEntry } from '../storage/fixtures.ts'
import type { AttemptResult } from '../storage/ports.ts'
import { uuidv7 } from '../storage/uuid.ts'
import type { OpenOptions, Site } from './harness.ts'

/** The start page as users handle it, for the tests that begin there. */

const DAY_MS = 86_400_000

/** The address of a call. */
export const CALL = /\/call\/[0-9a-f-]{36}$/

/** Enters name and badge; the list is there afterwards. */
export async function enrol(page: Page, name = '陈晓', badge = '011207'): Promise<void> {
  await page.locator('input[name=name]').fill(name)
  await page.locator('input[name=badge]').fill(badge)
  await page.locator('form button[type=submit]').click()
  await page.locator('table').waitFor()
}

export async function enrolled(site: Site, options: OpenOptions = {}): Promise<Page> {
  const page = await site.open('/', { language: 'zh', ...options })
  await enrol(page)
  return page
}

export const dialog = (page: Page): Locator => page.getByRole('dialog')

export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
}

export const chosen = (page: Page): Promise<string | null> =>
  page.locator('button[aria-current=true]').textContent()
export const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent()

/** The headers of all attempts that the browser stores. */
export function headers(page: Page): Promise<Header[]> {
  return page.evaluate(
    () =>
      new Promise<Header[]>((resolve, reject) => {
        const opening = indexedDB.open('first-ring')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const rows = opening.result.transaction('attempts').objectStore('attempts').getAll()
          rows.onerror = () => reject(rows.error)
          rows.onsuccess = () => {
            opening.result.close()
            resolve(rows.result.map((row: { header: Header }) => row.header))
          }
        }
      }),
  )
}

export interface Made {
  readonly scenario: string
  /** Days ago. */
  readonly ago: number
  readonly mode?: Header['mode']
  readonly result?: Partial<AttemptResult>
}

/** A file of finished attempts of the page's trainee. */
export async function fileOf(page: Page, made: readonly Made[]): Promise<Buffer> {
  const id = await page.evaluate(() => localStorage.getItem('first-ring.trainee') ?? '')
  const trainee = { id, name: '陈晓', badge: '011207' }
  const items = made.map(({ scenario, ago, mode = 'practice', result }, n): FileAttempt => {
    const startedAt = Date.now() - ago * DAY_MS
    const header = aHeader(n, {
      id: uuidv7(startedAt, new Uint8Array(10).fill(n + 1)),
      scenario: { id: scenario, version: 1, hash: 'ab'.repeat(32) },
      mode,
      trainee,
      startedAt,
    })
    return {
      attempt: {
        format: 'first-ring-attempt',
        formatVersion: 1,
        header,
        entries: [finishedEntry(0)],
      },
      status: 'finished',
      result: {
        total: 90,
        classPoints: 20,
        classMax: 20,
        passed: true,
        ending: 'found',
        firstDispatchMs: 58_000,
        ...result,
        redLines: [...(result?.redLines ?? [])],
      },
    }
  })
  return Buffer.from(serialiseBundle(items, [{ ...trainee, createdAt: 1 }]))
}

/** Takes a file in and gives what the page says of it. */
export async function takeIn(page: Page, buffer: Buffer, name = 'backup.json'): Promise<string> {
  await page.locator('footer button').click()
  const report = dialog(page).getByRole('status')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer })
  await report.locator('p').first().waitFor()
  const text = await report.innerText()
  await closeDialog(page)
  return text
}

export async function scrolls(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const boxes = [document.documentElement, document.querySelector('main')]
    return boxes.some(
      (box) => !box || box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth,
    )
  })
}
