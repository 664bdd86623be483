import type { Page } from 'playwright-core'
import { pause } from './presses.ts'

/**
 * Every page of the review opened by a click, round after round, and a filter set and dropped again: from the click to
 * the second frame after the page's chart or table stands.
 */

interface Step {
  readonly name: string
  /** What is clicked, or how a list is set. `at` counts the rounds, so that each opens another trainee. */
  readonly act: (at: number) => string
  /** The address, or what it begins with. */
  readonly to: string
  /** All of these stand once it is drawn. */
  readonly drawn: readonly string[]
}

const CHART = 'main [role="img"] svg path'
const ROW = 'main table[aria-rowcount] tr[data-opens]'

function link(to: string, drawn: readonly string[]): Step {
  return { name: to, act: () => `document.querySelector('nav a[href="${to}"]').click()`, to, drawn }
}

function rowOf(name: string, to: string, among: number, drawn: readonly string[]): Step {
  const act = (at: number) => `document.querySelectorAll('${ROW}')[${at % among}].click()`
  return { name, act, to, drawn }
}

/** The page is drawn anew within the event: what stood there before is gone when it is looked for. */
function filter(name: string, modes: string): Step {
  const act = () => `{
    const list = [...document.querySelectorAll('form select')].find((one) => one.value in { graded: 0, exam: 0 })
    list.value = '${modes}'
    list.dispatchEvent(new Event('change', { bubbles: true }))
  }`
  return { name, act, to: '/review', drawn: [CHART, ROW] }
}

const STEPS: readonly Step[] = [
  link('/review', [CHART, ROW]),
  filter('filter set', 'exam'),
  filter('filter dropped', 'graded'),
  link('/review/trainees', [ROW]),
  rowOf('one trainee', '/review/trainee/', 20, [CHART]),
  link('/review/scenarios', [CHART, ROW]),
  rowOf('one scenario', '/review/scenario/', 4, [CHART]),
  link('/review/attempts', [ROW]),
  rowOf('one attempt', '/review/attempt/', 20, ['main svg path', 'main textarea']),
  // the debrief has no way to the other pages but back
  { name: 'back', act: () => 'history.back()', to: '/review/attempts', drawn: [ROW] },
  link('/review/quality', ['main section table']),
  link('/review/data', ['main input[type="file"]', 'main table']),
]

const OPEN = `(act, to, drawn) => new Promise((resolve, reject) => {
  const leaves = location.pathname === to ? null : document.querySelector('main')
  const began = performance.now()
  ;(0, eval)(act)
  const look = () => {
    const now = performance.now()
    const here = to.endsWith('/') ? location.pathname.startsWith(to) : location.pathname === to
    const left = document.querySelector('main') !== leaves
    if (here && left && !document.querySelector('main [data-opening]') && drawn.every((one) => document.querySelector(one)))
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
    else if (now - began > 30000) reject(new Error(to + ' was not drawn'))
    else requestAnimationFrame(look)
  }
  look()
})`

const ROUNDS = 6

/** Ms of each opening, by page; the first round reads the rooms' code and isn't counted. */
export async function openings(
  page: Page,
  url: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
  await page.goto(`${url}/review/data`)
  await page.locator('nav a[href="/review"]').waitFor({ timeout: 120_000 })
  const times = new Map<string, number[]>(STEPS.map(({ name }) => [name, []]))
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const { name, act, to, drawn } of STEPS) {
      const given = [act(round), to, drawn].map((one) => JSON.stringify(one)).join(', ')
      const ms = await page.evaluate<number>(`(${OPEN})(${given})`)
      if (round > 0) times.get(name)?.push(ms)
      await pause(100)
    }
  return times
}

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b)

/** The 95th percentile over all openings. */
export function p95(times: ReadonlyMap<string, readonly number[]>): number {
  const all = sorted([...times.values()].flat())
  return all[Math.ceil(all.length * 0.95) - 1] ?? Number.NaN
}

export function median(values: readonly number[] = []): number {
  return sorted(values)[Math.ceil(values.length / 2) - 1] ?? Number.NaN
}

/** The page with the longest median. */
export function slowest(times: ReadonlyMap<string, readonly number[]>): string {
  const [first] = [...times].sort(([, a], [, b]) => median(b) - median(a))
  return first?.[0] ?? ''
}
