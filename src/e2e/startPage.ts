import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { type Content, loadContent, SCENARIOS } from '../cli/content.ts'
import { play, type RobotId } from '../core/robots/robots.ts'
import { compile } from '../core/scenario/compile.ts'
import { sha256 } from '../core/scenario/hash.ts'
import { parseScenario } from '../core/scenario/parse.ts'
import { roll } from '../core/scenario/roll.ts'
import type { Attempt, Header } from '../core/sim/attempt.ts'
import type { FileAttempt } from '../core/sim/file.ts'
import { serialiseBundle } from '../core/sim/fileText.ts'
import { Session } from '../core/sim/session.ts'
import { newHeader } from '../desk/runtime/newAttempt.ts'
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
  await page.locator('table').first().waitFor()
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
  /** Who works it: `best` makes it clean. */
  readonly robot?: RobotId
}

let content: Content | undefined

/** A whole call as it would be stored: played by a robot on the shipped scenario, so that its replay agrees. */
async function played(made: Made, n: number, trainee: Header['trainee']): Promise<Attempt> {
  content ??= loadContent()
  const source = await readFile(join(SCENARIOS, made.scenario, 'scenario.yaml'), 'utf8')
  const parsed = parseScenario(source)
  if (!parsed.ok) throw new Error(`${made.scenario} does not parse`)
  const { id, version, city } = parsed.scenario
  const atlas = content.atlas(city)
  if (!atlas) throw new Error(`no city ${city}`)
  const startedAt = Date.now() - made.ago * DAY_MS
  const header = newHeader({
    id: uuidv7(startedAt, new Uint8Array(10).fill(n + 1)),
    scenario: { id, version, hash: sha256(source) },
    mode: made.mode ?? 'practice',
    lang: 'zh',
    trainee,
    now: startedAt,
  })
  const rolled = roll(parsed.scenario, header.seed, (place) => atlas.place(place)?.name)
  const session = new Session({ script: compile(rolled), rolled, atlas, header })
  play(made.robot ?? 'best', session)
  return {
    format: 'first-ring-attempt',
    formatVersion: 1,
    header,
    entries: [...session.journal],
  }
}

/** A file of finished attempts of the page's trainee. */
export async function fileOf(page: Page, made: readonly Made[]): Promise<Buffer> {
  const id = await page.evaluate(() => localStorage.getItem('first-ring.trainee') ?? '')
  const trainee = { id, name: '陈晓', badge: '011207' }
  const attempts = await Promise.all(made.map((one, n) => played(one, n, trainee)))
  const items = attempts.map(
    (attempt): FileAttempt => ({ attempt, status: 'finished', result: null }),
  )
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
