import type { Page } from 'playwright-core'
import { inLab, type Lab } from './lab.ts'
import { largeScenario } from './large.ts'
import { inTurn, median } from './meter.ts'
import { type Bench, row } from './row.ts'

const NODES = 300
const PEER = 'an empty @xyflow page'
const OPENINGS = 5
/** Of one turn of panning or dragging, ms. */
const TURN = 2500

/**
 * A scenario of 300 nodes in the studio as it ships: from asking for its page until its cards are drawn, and the frames
 * of a second while it is panned (near, and from as far as it goes) and while a card is dragged, by the mouse. The
 * peer: a page with the same library and nothing in it, of the same size, opened and panned in the same run.
 */
export const graph: Bench = {
  name: 'graph',
  run: () =>
    inLab({ pages: ['flow'], site: true }, async (lab) => {
      const studio = await openLarge(lab)
      const opened = await openings(studio, studio.url(), '.react-flow__node')
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
      const rate = (what: string, { ours, peer: theirs }: { ours: number; peer: number }) =>
        row(`graph: ${what}, ${NODES} nodes`, 'frames/s', ours, theirs, PEER)
      return [
        row(`graph: opens, ${NODES} nodes`, 'ms', median(opened), median(peerOpened), PEER),
        rate('pans', near),
        rate('drags a card', drag),
        rate('pans, from afar', far),
        rate('drags a card, from afar', farDrag),
      ]
    }),
}

/** The scenario as a draft of the studio, taken in as a file from the shelf. */
async function openLarge(lab: Lab): Promise<Page> {
  const page = await (await lab.context()).newPage()
  await page.goto(`${lab.url}/studio`)
  await page.locator('input[type="file"]').setInputFiles({
    name: 'large.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(largeScenario(NODES)),
  })
  await page.waitForURL(/\/studio\/[0-9a-f-]{36}$/)
  await page.locator('.react-flow__node').first().waitFor()
  return page
}

// scripts are texts: what the compiler adds to functions isn't there in the page

/** When an element is there, on the page's clock, which starts when it is asked for (ms). */
const DRAWN = `(selector) => new Promise((resolve) => {
  const look = () =>
    document.querySelector(selector) ? resolve(performance.now()) : requestAnimationFrame(look)
  look()
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

/** From asking for the page to what is named by the selector being drawn, ms, each time anew. */
async function openings(page: Page, url: string, selector: string): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n <= OPENINGS; n += 1) {
    await page.goto('about:blank')
    await page.goto(url, { waitUntil: 'commit' })
    const ms = await page.evaluate<number>(`(${DRAWN})(${JSON.stringify(selector)})`)
    // the first only fills the cache
    if (n > 0) times.push(ms)
    await page.waitForTimeout(500)
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
