import type { Page } from 'playwright-core'
import { inLab } from './lab.ts'
import { largeScenario } from './large.ts'
import { inTurn, median } from './meter.ts'
import { type Bench, row } from './row.ts'

const NODES = 300
const PEER = 'an empty @xyflow page'
const OPENINGS = 5
/** Of one turn of panning or dragging, ms. */
const TURN = 2500

/**
 * A scenario of 300 nodes in the studio as it ships: from asking for its page until its cards are drawn, as a draft that
 * was open before and as one of which nothing was kept (the program is another one since); the same from choosing its
 * file on the shelf; and the frames of a second while it is panned (near, and from as far as it goes) and while a card is
 * dragged, by the mouse. The peer: a page with the same library and nothing in it, of the same size, opened and panned
 * in the same run.
 */
export const graph: Bench = {
  name: 'graph',
  run: () =>
    inLab({ pages: ['flow'], site: true }, async (lab) => {
      const studio = await (await lab.context()).newPage()
      const taken: number[] = []
      for (let n = 0; n <= OPENINGS; n += 1) {
        const ms = await takeIn(studio, lab.url)
        if (n > 0) taken.push(ms)
      }
      const opened = await openings(studio, studio.url(), '.react-flow__node')
      const unseen = await openings(studio, studio.url(), '.react-flow__node', FORGET)
      const area = await paneOf(studio)
      const empty = await (await lab.context()).newPage()
      const address = `${lab.url}/bench/flow.html?w=${area.width}&h=${area.height}`
      const peerOpened = await openings(empty, address, '.react-flow__pane')
      const pan = (page: Page) => () => frames(page, '.react-flow__pane')
      const peer = pan(empty)
      const near = await inTurn(3, pan(studio), peer)
      const drag = await inTurn(3, () => frames(studio, '.react-flow__node'), peer)
      await studio.getByRole('button', { name: '看全图' }).click()
      await studio.waitForTimeout(600)
      const far = await inTurn(3, pan(studio), peer)
      const farDrag = await inTurn(3, () => frames(studio, '.react-flow__node'), peer)
      const opens = (what: string, times: readonly number[]) =>
        row(`graph: ${what}, ${NODES} nodes`, 'ms', median(times), median(peerOpened), PEER)
      const rate = (what: string, { ours, peer: theirs }: { ours: number; peer: number }) =>
        row(`graph: ${what}, ${NODES} nodes`, 'frames/s', ours, theirs, PEER)
      return [
        opens('opens', opened),
        opens('opens, nothing kept of it', unseen),
        opens('opens, from a file', taken),
        rate('pans', near),
        rate('drags a card', drag),
        rate('pans, from afar', far),
        rate('drags a card, from afar', farDrag),
      ]
    }),
}

/** The scenario as a draft, taken in as a file from the shelf: ms from choosing it until its cards are drawn. */
async function takeIn(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/studio`)
  await page.locator('input[type="file"]').waitFor({ state: 'attached' })
  await page.waitForTimeout(1000)
  await page.evaluate(`document.querySelector('input[type="file"]').addEventListener('change',
    () => { window.benchChosen = performance.now() }, { capture: true })`)
  await page.locator('input[type="file"]').setInputFiles({
    name: 'large.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(largeScenario(NODES)),
  })
  const drawn = `(${DRAWN})('.react-flow__node').then((at) => at - window.benchChosen)`
  const ms = await page.evaluate<number>(drawn)
  // what was seen of it is kept for the next time
  await page.waitForTimeout(3000)
  return ms
}

// scripts are texts: what the compiler adds to functions isn't there in the page

/** When an element is there, on the page's clock, which starts when it is asked for (ms). */
const DRAWN = `(selector) => new Promise((resolve) => {
  const look = () =>
    document.querySelector(selector) ? resolve(performance.now()) : requestAnimationFrame(look)
  look()
})`

/** Nothing that was last seen of drafts is kept any more. */
const FORGET = `new Promise((resolve) => {
  const opening = indexedDB.open('first-ring-studio')
  opening.onsuccess = () => {
    const writing = opening.result.transaction('remembered', 'readwrite')
    writing.objectStore('remembered').clear()
    writing.oncomplete = () => resolve(opening.result.close())
  }
})`

/** Counts frames from now on. */
const COUNT = `() => {
  const seen = { frames: 0, from: performance.now(), stop: false }
  window.benchFrames = seen
  const count = () => {
    seen.frames += 1
    if (!seen.stop) requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
}`

/** From asking for the page to what is named by the selector being drawn, ms, each time anew; `first`: what the page does before it goes. */
async function openings(
  page: Page,
  url: string,
  selector: string,
  first: string | null = null,
): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n <= OPENINGS; n += 1) {
    if (first !== null) await page.evaluate(first)
    await page.goto('about:blank')
    await page.goto(url, { waitUntil: 'commit' })
    const ms = await page.evaluate<number>(`(${DRAWN})(${JSON.stringify(selector)})`)
    // the first only fills the cache
    if (n > 0) times.push(ms)
    await page.waitForTimeout(1500)
  }
  return times
}

async function paneOf(
  page: Page,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('.react-flow').boundingBox()
  if (!box) throw new Error('graph: no pane')
  return box
}

/** Frames in a second while the mouse drags what the selector names to and fro. */
async function frames(page: Page, selector: string): Promise<number> {
  const pane = await paneOf(page)
  const at = await grip(page, selector)
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.evaluate(`(${COUNT})()`)
  const until = performance.now() + TURN
  for (let step = 0; performance.now() < until; step += 1) {
    const turn = Math.sin(step / 20)
    await page.mouse.move(at.x + turn * pane.width * 0.3, at.y + turn * pane.height * 0.25)
  }
  const rate = await page.evaluate<number>(
    '(benchFrames.stop = true, benchFrames.frames * 1000 / (performance.now() - benchFrames.from))',
  )
  await page.mouse.move(at.x, at.y)
  await page.mouse.up()
  await page.waitForTimeout(300)
  return rate
}

/** A point at which the mouse takes hold of it and of nothing over it; from afar a card is a pixel or two wide. */
async function grip(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const pane = await paneOf(page)
  const point = await page.evaluate(
    ({ selector: wanted, left, top, width, height }) => {
      for (let y = top + height * 0.35; y < top + height - 20; y += 1)
        for (let x = left + width * 0.3; x < left + width - 20; x += 1) {
          const hit = document.elementFromPoint(x, y)
          if (hit?.closest('button')) continue
          if (wanted.endsWith('pane') ? hit?.matches(wanted) : hit?.closest(wanted)) return { x, y }
        }
      return null
    },
    { selector, left: pane.x, top: pane.y, width: pane.width, height: pane.height },
  )
  if (!point) throw new Error(`graph: nothing to hold of ${selector}`)
  return point
}
