import type { Page } from 'playwright-core'
import { caretAfter, openCopy } from '../../e2e/studioDraft.ts'
import { inLab, type Lab } from './lab.ts'
import { median } from './meter.ts'
import { pause } from './presses.ts'
import { type Bench, row } from './row.ts'
import { longestTask } from './tasks.ts'

const PEER = 'CodeMirror, linter of the yaml package alone'

/**
 * Letters typed into the largest scenario that ships. Ours: the studio as it ships, from the key event to the moment
 * at which the diagnostics of that very text stand in the list of problems, and to that at which its proof is whole
 * (its walk is kept while only words change); in the summary, and in what a reply says. The peer: CodeMirror with a
 * linter that reads the YAML and checks nothing of a scenario. And what holds up typing: for how long a letter waited
 * until the page took it up, the longest of all; the page's longest task, by the clock (other programs on the machine
 * count) and in processor time; and, for comparison only, the longest wait of a short timer, which comes after letters and
 * frames: for it several tasks in a row count as one, though a letter is taken up between them.
 */
export const typing: Bench = {
  name: 'typing',
  run: () =>
    inLab({ pages: ['yaml'], site: true }, async (lab) => {
      const studio = await openStudio(lab)
      const ours = await typedAt(studio, '[data-told]', 'A small contractor')
      const replies = await typedAt(studio, '[data-told]', "I'm listening. Take your time")
      const task = await longestTask(lab.browser, studio, () => type(studio))
      await studio.context().close()
      const plain = await openPeer(lab)
      const peer = await typedAt(plain, '[data-told]', 'A small contractor')
      const peerTask = await longestTask(lab.browser, plain, () => type(plain))
      await plain.context().close()
      const both = {
        checked: [...ours.checked, ...replies.checked],
        proved: [...ours.proved, ...replies.proved],
      }
      return [
        row(
          'typing: to diagnostics, median',
          'ms',
          median(both.checked),
          median(peer.checked),
          PEER,
        ),
        row('typing: to diagnostics, p95', 'ms', p95(both.checked), p95(peer.checked), PEER),
        row('typing: to the whole proof, p95', 'ms', p95(both.proved), p95(peer.checked), PEER),
        row(
          'typing: longest wait of a letter',
          'ms',
          Math.max(...ours.waits, ...replies.waits),
          Math.max(...peer.waits),
          PEER,
        ),
        row('typing: longest task', 'ms', task.clock, peerTask.clock, PEER),
        row('typing: longest task, processor time', 'ms', task.processor, peerTask.processor, PEER),
        row(
          'typing: longest wait of a timer',
          'ms',
          Math.max(ours.timerWait, replies.timerWait),
          peer.timerWait,
          PEER,
        ),
      ]
    }),
}

const LETTERS = 60
/** Between two letters, ms: a quick typist. */
const APART = 110

interface Typed {
  /** From each key event to the diagnostics of the text that it made, ms. */
  readonly checked: readonly number[]
  /** To the whole proof of it or of a later text, ms. */
  readonly proved: readonly number[]
  /** From each key event to its being taken up, ms. */
  readonly waits: readonly number[]
  readonly timerWait: number
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}

async function openStudio(lab: Lab): Promise<Page> {
  const page = await (await lab.context()).newPage()
  await page.goto(`${lab.url}/studio`)
  await openCopy(page, 'pylon')
  await page.locator('[data-proved="0"]').waitFor({ timeout: 60_000 })
  // the robots play on for a while, and the editor settles
  await pause(4000)
  return page
}

async function openPeer(lab: Lab): Promise<Page> {
  const page = await (await lab.context()).newPage()
  await page.goto(`${lab.url}/bench/yaml.html`)
  await page.locator('[data-told="0"]').waitFor()
  return page
}

/** Notes every key event, every change of what was checked, and the longest gap between two ticks of a short timer. */
const WATCH = `(selector) => {
  const host = document.querySelector(selector)
  const seen = { keys: [], waits: [], checked: [], proved: [], timerWait: 0 }
  window.benchTyping = seen
  addEventListener('keydown', ({ timeStamp }) => {
    seen.keys.push(timeStamp)
    seen.waits.push(performance.now() - timeStamp)
  }, { capture: true })
  new MutationObserver(() => {
    const at = performance.now()
    seen.checked.push([Number(host.dataset.told), at])
    seen.proved.push([Number(host.dataset.proved ?? -1), at])
  }).observe(host, { attributes: true })
  let last = performance.now()
  seen.timer = setInterval(() => {
    const now = performance.now()
    seen.timerWait = Math.max(seen.timerWait, now - last - 4)
    last = now
  }, 4)
}`

interface Seen {
  readonly keys: readonly number[]
  readonly waits: readonly number[]
  readonly checked: readonly (readonly [number, number])[]
  readonly proved: readonly (readonly [number, number])[]
  readonly timerWait: number
}

async function type(page: Page): Promise<void> {
  for (let letter = 0; letter < LETTERS; letter += 1) {
    await page.keyboard.press('abcdefgh '[letter % 9] ?? 'a')
    await pause(APART)
  }
}

async function typedAt(page: Page, selector: string, text: string): Promise<Typed> {
  await caretAfter(page, text)
  const before = Number(await page.locator(selector).getAttribute('data-told'))
  await page.evaluate(`(${WATCH})(${JSON.stringify(selector)})`)
  await type(page)
  const wanted = before + LETTERS
  const host = page.locator(selector)
  const reached = async (name: string): Promise<void> => {
    for (const until = performance.now() + 30_000; ; await pause(50)) {
      const now = await host.getAttribute(name)
      if (Number(now) >= wanted) return
      if (performance.now() > until)
        throw new Error(`typing: ${name} is ${now}, not ${wanted}, on ${page.url()} at '${text}'`)
    }
  }
  await reached('data-told')
  if ((await host.getAttribute('data-proved')) !== null) await reached('data-proved')
  const seen = await page.evaluate<Seen>(
    '(clearInterval(benchTyping.timer), { ...benchTyping, timer: 0 })',
  )
  const keys = seen.keys.slice(-LETTERS)
  const after = (list: Seen['checked']): number[] =>
    keys.flatMap((at, index) => {
      const hit = list.find(([revision]) => revision >= before + index + 1)
      return hit ? [hit[1] - at] : []
    })
  const checked = after(seen.checked)
  if (checked.length < LETTERS) throw new Error(`typing: ${checked.length} of ${LETTERS} checked`)
  return { checked, proved: after(seen.proved), waits: seen.waits, timerWait: seen.timerWait }
}
