import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
 * The managers' pages in the browser, with 20,000 attempts of 400 trainees that the page itself took in: ten files of
 * sealed attempts (4,000 real calls of robots, each under five names) are read, checked and kept, then replayed. The
 * pages are opened one after the other, lists and single ones, and a filter is set. The peers: JSON.parse of the same
 * files, and the same clicks when only the first file was in.
 */
export const review: Bench = {
  name: 'review',
  run: () =>
    inLab({ pages: ['yaml'], site: true }, async (lab) => {
      const folder = mkdtempSync(join(tmpdir(), 'first-ring-bench-'))
      const { key, files } = await sealedFiles(folder)
      const page = await opened(lab)
      await enrolled(page, key)
      const parsed = files.reduce((sum, file) => sum + parseMs(file), 0)
      const first = await takenIn(page, files.slice(0, 1))
      const few = await openings(page, lab.url)
      await page.goto(`${lab.url}/review/data`)
      const others = await takenIn(page, files.slice(1))
      rmSync(folder, { recursive: true, force: true })
      const many = await openings(page, lab.url)
      const last = slowest(many)
      await page.context().close()
      const parse = rate(parsed)
      return [
        row(
          'review: taken in, not replayed',
          'attempts/s',
          rate(first.read + others.read),
          parse,
          'JSON.parse of the files',
        ),
        row(
          'review: replayed and scored',
          'attempts/s',
          rate(first.replayed + others.replayed),
          parse,
          'JSON.parse of the files',
        ),
        row(
          'review: opens with 20,000 attempts, p95',
          'ms',
          p95(many),
          p95(few),
          `with ${PER_FILE.toLocaleString('en')} attempts`,
        ),
        row(
          `review: opens slowest (${last}), median`,
          'ms',
          median(many.get(last)),
          median(few.get(last)),
          `with ${PER_FILE.toLocaleString('en')} attempts`,
        ),
      ]
    }),
}

const ALL = 20_000
const PER_FILE = 2_000
const TRAINEES = 400
const COPIES = 5

/** Attempts a second, if all of them took so many ms. */
const rate = (ms: number): number => ALL / (ms / 1000)

interface SealedFiles {
  /** The workstation's, to be enrolled by. */
  readonly key: string
  readonly files: readonly string[]
}

/** Writes them into a folder. */
async function sealedFiles(folder: string): Promise<SealedFiles> {
  const trainees = TRAINEES / COPIES
  const unique = ALL / COPIES
  const term = playTerm({
    seed: 'bench',
    trainees,
    attempts: unique / trainees,
    from: Date.UTC(2026, 5, 1),
    days: 60,
    scenarios: cohortScenarios(),
    learning: true,
  })
  const signer = aWorkstation()
  const copy = async (i: number): Promise<FileAttempt> => {
    const one = term.attempts[i % unique]
    if (!one) throw new Error('no attempt was played')
    const { demo: _, ...header } = one.attempt.header
    const name = Math.floor(i / unique)
    const badge = `${header.trainee.badge}-${name}`
    const id = idFor(header.startedAt, `${header.id}/${name}`)
    const trainee = { ...header.trainee, id: badge, badge }
    return sealed(
      { ...one, attempt: { ...one.attempt, header: { ...header, id, trainee } } },
      signer,
    )
  }
  const kept = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const files: string[] = []
  for (let from = 0; from < ALL; from += PER_FILE) {
    const some: FileAttempt[] = []
    for (let i = from; i < from + PER_FILE; i += 1) some.push(await copy(i))
    files.push(kept(`attempts-${files.length}.json`, serialiseBundle(some, [])))
  }
  const station = { format: 'first-ring-station', formatVersion: 1, ...(await signer.station()) }
  return { key: kept('key.json', JSON.stringify({ ...station, name: 'bench' })), files }
}

function parseMs(file: string): number {
  const text = readFileSync(file, 'utf8')
  const began = performance.now()
  JSON.parse(text)
  return performance.now() - began
}

async function opened(lab: Lab): Promise<Page> {
  const page = await (await lab.context()).newPage()
  await page.goto(`${lab.url}/review/data`)
  await page.locator('input[type="file"]').first().waitFor({ state: 'attached' })
  return page
}

async function enrolled(page: Page, key: string): Promise<void> {
  await page.locator('input[type="file"]').nth(1).setInputFiles(key)
  await page.locator('strong', { hasText: 'bench' }).waitFor()
  await pause(1000)
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

/** How long it took, ms. */
async function takenIn(
  page: Page,
  files: readonly string[],
): Promise<{ readonly read: number; readonly replayed: number }> {
  const field = page.locator('input[type="file"]').first()
  await field.waitFor({ state: 'attached' })
  await pause(1000)
  await page.evaluate(`(${WATCH})()`)
  await field.setInputFiles([...files])
  let seen: Seen = {}
  const until = performance.now() + LONGEST_MS
  while (seen.done === undefined) {
    if (performance.now() > until) throw new Error('review: the files were not taken in')
    await pause(100)
    seen = await page.evaluate<Seen>('window.benchWork')
  }
  const { reading = Number.NaN, replaying = Number.NaN, done } = seen
  return { read: replaying - reading, replayed: done - replaying }
}

/** Longer than this no files of that size take, ms. */
const LONGEST_MS = 600_000
