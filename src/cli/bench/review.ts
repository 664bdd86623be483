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
import { median, openings, p95, slowest } from './reviewPages.ts'
import { type Bench, row } from './row.ts'

/**
 * The managers' pages in the browser. A file of 1,600 sealed attempts (800 real calls of robots, each under two
 * names) is taken in by the page itself: read, checked and kept, then replayed. Then the store is filled up to 20,000
 * attempts of 400 trainees with copies under other names, and the pages are opened one after the other, lists and single
 * ones, and a filter is set. The peers: JSON.parse of the same file, and the same clicks with 1,600 attempts.
 */
export const review: Bench = {
  name: 'review',
  run: () =>
    inLab({ pages: ['yaml'], site: true }, async (lab) => {
      const { file, key } = await sealedFile()
      const parse = parseRate(file)
      const page = await opened(lab)
      const rates = await takenIn(page, file, key)
      const few = await openings(page, lab.url)
      await fillUp(page)
      const many = await openings(page, lab.url)
      const last = slowest(many)
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
        row(
          `review: opens slowest (${last}), median`,
          'ms',
          median(many.get(last)),
          median(few.get(last)),
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

/** Longer than this no file of that size takes, ms. */
const LONGEST_MS = 180_000
