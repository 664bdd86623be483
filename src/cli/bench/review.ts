import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { idFor } from '../../core/robots/cohort.ts'
import type { FileAttempt } from '../../core/sim/file.ts'
import { serialiseBundle } from '../../core/sim/fileText.ts'
import { aWorkstation } from '../../storage/seal/testing.ts'
import { cohortScenarios, playTerm, sealed } from '../demo/term.ts'
import { inLab, type Lab } from './lab.ts'
import { pause } from './presses.ts'
import { type Bench, row } from './row.ts'

/**
 * The managers' pages in the browser. A file of 1,600 sealed attempts (800 real calls of robots, each under two
 * names) is taken in by the page itself: read, checked and kept, then replayed. Then the store is filled up to 20,000
 * attempts of 400 trainees with copies under other names, and the pages are opened one after the other: from the click
 * to the second frame after the page's chart or table stands. The peers: JSON.parse of the same file, and the same
 * clicks with 1,600 attempts.
 */
export const review: Bench = {
  name: 'review',
  run: () =>
    inLab({ pages: ['yaml'], site: true }, async (lab) => {
      const { file, key } = await sealedFile()
      const parse = parseRate(file)
      const page = await opened(lab)
      const rates = await takenIn(page, file, key)
      const few = await clicked(page, lab)
      await fillUp(page)
      const many = await clicked(page, lab)
      await page.context().close()
      const rows = [
        row(
          'review: taken in, not replayed',
          'attempts/s',
          rates.read,
          parse,
          'JSON.parse of the file',
        ),
        row(
          'review: replayed and scored',
          'attempts/s',
          rates.replayed,
          parse,
          'JSON.parse of the file',
        ),
        row(
          'review: opens with 20,000 attempts, p95',
          'ms',
          p95(many),
          p95(few),
          'with 1,600 attempts',
        ),
      ]
      return rows
    }),
}

const ATTEMPTS = 1600
const UNIQUE = 800
const ALL = 20_000
const TRAINEES = 400

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}

async function sealedFile(): Promise<{ readonly file: string; readonly key: string }> {
  const term = playTerm({
    seed: 'bench',
    trainees: 40,
    attempts: UNIQUE / 40,
    from: Date.UTC(2026, 5, 1),
    days: 60,
    scenarios: cohortScenarios(),
    learning: true,
  })
  const signer = aWorkstation()
  const copies: FileAttempt[] = []
  for (let i = 0; i < ATTEMPTS; i += 1) {
    const one = term.attempts[i % UNIQUE]
    if (!one) throw new Error('no attempt was played')
    const { demo: _, ...header } = one.attempt.header
    const copy = Math.floor(i / UNIQUE)
    const badge = `${header.trainee.badge}-${copy}`
    copies.push(
      await sealed(
        {
          ...one,
          attempt: {
            ...one.attempt,
            header: {
              ...header,
              id: idFor(header.startedAt, `${header.id}/${copy}`),
              trainee: { ...header.trainee, id: badge, badge },
            },
          },
        },
        signer,
      ),
    )
  }
  const station = await signer.station()
  return {
    file: serialiseBundle(copies, []),
    key: JSON.stringify({
      format: 'first-ring-station',
      formatVersion: 1,
      ...station,
      name: 'bench',
    }),
  }
}

function parseRate(file: string): number {
  const began = performance.now()
  JSON.parse(file)
  return ATTEMPTS / ((performance.now() - began) / 1000)
}

async function opened(lab: Lab): Promise<Page> {
  const page = await (await lab.context()).newPage()
  await page.goto(`${lab.url}/review/data`)
  await page.locator('input[type="file"]').first().waitFor({ state: 'attached' })
  return page
}

/** When the work bar first said each of these, and when it went, by the page's own clock. */
const WATCH = `() => {
  const seen = {}
  window.benchWork = seen
  const look = () => {
    const text = document.querySelector('[role="status"] progress')?.parentElement?.textContent ?? ''
    const now = performance.now()
    if (text.includes('读入') && !seen.reading) seen.reading = now
    if (text.includes('重放') && !seen.replaying) seen.replaying = now
    if (text === '' && seen.replaying && !seen.done) seen.done = now
    setTimeout(look, 10)
  }
  look()
}`

interface Seen {
  readonly reading?: number
  readonly replaying?: number
  readonly done?: number
}

function rate(from = Number.NaN, to = Number.NaN): number {
  return ATTEMPTS / ((to - from) / 1000)
}

async function takenIn(
  page: Page,
  file: string,
  key: string,
): Promise<{ readonly read: number; readonly replayed: number }> {
  const fields = page.locator('input[type="file"]')
  const folder = mkdtempSync(join(tmpdir(), 'first-ring-bench-'))
  const kept = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  await fields.nth(1).setInputFiles(kept('key.json', key))
  await page.locator('strong', { hasText: 'bench' }).waitFor()
  await pause(1000)
  await page.evaluate(`(${WATCH})()`)
  await fields.nth(0).setInputFiles(kept('attempts.json', file))
  let seen: Seen = {}
  const until = performance.now() + LONGEST_MS
  while (seen.done === undefined) {
    if (performance.now() > until) throw new Error('review: the file was not taken in')
    await pause(100)
    seen = await page.evaluate<Seen>('window.benchWork')
  }
  rmSync(folder, { recursive: true, force: true })
  return {
    read: rate(seen.reading, seen.replaying),
    replayed: rate(seen.replaying, seen.done),
  }
}

/** Copies of what is there, under other names, until there are 20,000 attempts of 400 trainees. */
const FILL = `async (all, trainees) => {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open('first-ring-review')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const read = (table) => new Promise((resolve) => {
    const request = db.transaction(table).objectStore(table).getAll()
    request.onsuccess = () => resolve(request.result)
  })
  const [sheets, rows, details] = [await read('sheets'), await read('attempts'), await read('details')]
  const byId = new Map(rows.map((row) => [row.id, row]))
  const detailOf = new Map(details.map((one) => [one.attempt, one]))
  const write = db.transaction(['sheets', 'attempts', 'details'], 'readwrite')
  for (let i = sheets.length; i < all; i += 1) {
    const sheet = sheets[i % sheets.length]
    const attempt = sheet.attempt.slice(0, 24) + String(i).padStart(12, '0')
    const trainee = 'bench-' + (i % trainees)
    const who = { trainee, name: '演甲' + (i % trainees), badge: trainee }
    write.objectStore('sheets').put({ ...sheet, attempt, ...who })
    write.objectStore('attempts').put({ ...byId.get(sheet.attempt), id: attempt, ...who })
    write.objectStore('details').put({ ...detailOf.get(sheet.attempt), attempt })
  }
  await new Promise((resolve) => { write.oncomplete = resolve })
  db.close()
}`

async function fillUp(page: Page): Promise<void> {
  await page.evaluate(`(${FILL})(${ALL}, ${TRAINEES})`)
}

/** Where each page is, and what stands there once it is drawn. */
const PAGES = [
  ['/review', 'svg path, table[aria-rowcount] tr[data-opens]'],
  ['/review/trainees', 'table[aria-rowcount] tr[data-opens]'],
  ['/review/scenarios', '[role="img"] svg path'],
  ['/review/attempts', 'table[aria-rowcount] tr[data-opens]'],
  ['/review/quality', 'section table'],
] as const

const CLICK = `(to, mark) => new Promise((resolve) => {
  const link = document.querySelector('nav a[href="' + to + '"]')
  const began = performance.now()
  link.click()
  const look = () => {
    const here = document.querySelector('nav a[href="' + to + '"]')
    if (here?.getAttribute('aria-current') === 'page' && document.querySelector('main ' + mark.split(', ').join(', main ')))
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
    else requestAnimationFrame(look)
  }
  look()
})`

const ROUNDS = 8
/** Longer than this no file of that size takes, ms. */
const LONGEST_MS = 180_000

/** From each click to the drawn page, ms; the first round reads the rooms' code and isn't counted. */
async function clicked(page: Page, lab: Lab): Promise<readonly number[]> {
  await page.goto(`${lab.url}/review/data`)
  await page.locator('nav a[href="/review"]').waitFor({ timeout: 120_000 })
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [to, mark] of PAGES) {
      const ms = await page.evaluate<number>(
        `(${CLICK})(${JSON.stringify(to)}, ${JSON.stringify(mark)})`,
      )
      if (round > 0) times.push(ms)
      await pause(150)
    }
  return times
}
