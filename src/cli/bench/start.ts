import type { BrowserContext, Page, Response } from 'playwright-core'
import { inLab, type Lab } from './lab.ts'
import { inTurn } from './meter.ts'
import { type Bench, row } from './row.ts'

const PEER = 'a jsPsych page of one trial'

/**
 * How much and how long until somebody can work. What Chromium loads over the net, as sent (gzip), for the first screen
 * and for the desk with its map, sound left out; and the time from the start of a navigation, with nothing cached, until
 * the desk rings and its answer key works. Beside it a page with one trial of jsPsych that waits for the same key, built
 * by the same builder and sent by the same server. A key works from the first moment at which pressing it is taken
 * (its event's default is prevented); it is tried every few ms.
 */
export const start: Bench = {
  name: 'start',
  run: () =>
    inLab({ pages: ['desk', 'trial'], site: true }, async (lab) => {
      const first = await weigh(lab, () => Promise.resolve('/'), '[data-opening]')
      const desk = await weigh(lab, freshCall(lab), '[data-opening]', 'canvas')
      const trial = await weigh(lab, () => Promise.resolve('/bench/trial.html'), null)
      const { ours, peer } = await inTurn(
        9,
        () => readyAfter(lab, freshCall(lab)),
        () => readyAfter(lab, () => Promise.resolve('/bench/trial.html')),
      )
      return [
        row('start: first screen', 'KiB gzip', first, trial, PEER),
        row('start: desk with its map, without sound', 'KiB gzip', desk, trial, PEER),
        row('start: from navigation until the answer key works', 'ms', ours, peer, PEER),
      ]
    }),
}

type Path = (context: BrowserContext) => Promise<string>

let made = 0

/** The path of a call that has just begun to ring: made beforehand, in the same browser storage, by a page of the bench. */
function freshCall(lab: Lab): Path {
  return async (context) => {
    const page = await context.newPage()
    await page.goto(`${lab.url}/bench/desk.html`)
    await page.waitForFunction('window.benchDesk')
    made += 1
    const id = await page.evaluate<string>(`benchDesk.begin('crying-girl', 'start-${made}')`)
    await page.close()
    return `/call/${id}`
  }
}

/** Rooms that a recruit doesn't open must not come with what they do open. */
const OTHER_ROOMS = /studio|review|jspsych|\/bench\//i
const SOUND = /\.(?:wav|mp3|ogg|opus|m4a|webm)$/

/**
 * KiB that a page has loaded when it stands still: until `gone` has gone, `shown` is there and nothing more comes.
 * @throws if a room of others comes with it
 */
async function weigh(lab: Lab, path: Path, gone: string | null, shown?: string): Promise<number> {
  const context = await lab.context()
  const wanted = await path(context)
  const page = await context.newPage()
  await uncached(page)
  const loaded = new Map<string, Promise<number>>()
  page.on('response', (response) => loaded.set(response.url(), sizeOf(response)))
  await page.goto(lab.url + wanted)
  if (gone !== null) {
    await page.locator('main').waitFor()
    await page.locator(gone).first().waitFor({ state: 'detached' })
  }
  if (shown !== undefined) await page.locator(shown).first().waitFor()
  await page.waitForLoadState('networkidle')
  let sum = 0
  for (const [url, size] of loaded) {
    const { pathname, protocol } = new URL(url)
    if (!protocol.startsWith('http') || SOUND.test(pathname)) continue
    if (OTHER_ROOMS.test(pathname) && !wanted.startsWith('/bench/'))
      throw new Error(`start: ${wanted} loads ${pathname}`)
    sum += await size
  }
  await context.close()
  return sum / 1024
}

async function sizeOf(response: Response): Promise<number> {
  const length = await response.headerValue('content-length')
  return Number(length ?? 0)
}

async function uncached(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
}

/** Presses Enter again and again until somebody takes it, and keeps the moment, ms since the navigation began. */
const TRY_ENTER = `
  const timer = setInterval(() => {
    const target = document.activeElement ?? document.body
    if (!target) return
    const event = new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true })
    if (target.dispatchEvent(event)) return
    clearInterval(timer)
    document.documentElement.dataset.readyAt = String(performance.now())
  }, 4)
`

/** From the start of the navigation until Enter is taken, ms. */
async function readyAfter(lab: Lab, path: Path): Promise<number> {
  const context = await lab.context()
  const wanted = await path(context)
  const page = await context.newPage()
  await uncached(page)
  await page.addInitScript(TRY_ENTER)
  await page.goto(lab.url + wanted)
  const ready = await page.locator('html[data-ready-at]').getAttribute('data-ready-at')
  await context.close()
  return Number(ready)
}
