import type { Entry } from '../../core/sim/journal.ts'
import { inLab, type Lab } from './lab.ts'
import { median } from './meter.ts'
import { digit, ENTER, type Key, Presses, pause } from './presses.ts'
import { type Bench, row } from './row.ts'

/**
 * How exactly the moment of a key press is taken. Keys are pressed at known moments (see presses.ts) in the real call
 * page, at whose journal's `at`, counted from the call's zero, we look; and in jsPsych's html-keyboard-response, whose
 * response time counts from the moment that the plugin begins to listen. The error is the time taken minus the true
 * one. Bias is its mean, SD its standard deviation; the medians of several rounds, in turn, of each. Once with the
 * processor as it is and once with the page's main thread slowed down four times.
 */
export const response: Bench = {
  name: 'response',
  run: () =>
    inLab({ pages: ['desk', 'trials'], site: false }, async (lab) => {
      const rows = []
      for (const { slower, name } of [
        { slower: 1, name: 'response' },
        { slower: 4, name: 'response, CPU 4× slower' },
      ]) {
        const ours: Spread[] = []
        const peer: Spread[] = []
        for (let round = 0; round < ROUNDS; round += 1) {
          ours.push(spreadOf(await atDesk(lab, slower, round)))
          peer.push(spreadOf(await inTrials(lab, slower)))
        }
        const sd = (list: readonly Spread[]) => median(list.map((spread) => spread.sd))
        const bias = (list: readonly Spread[]) => Math.abs(median(list.map(({ mean }) => mean)))
        rows.push(
          row(`${name}: SD of the error`, 'ms', sd(ours), sd(peer), PEER),
          row(`${name}: bias, without sign`, 'ms', bias(ours), bias(peer), PEER),
        )
      }
      return rows
    }),
}

const PEER = 'jsPsych html-keyboard-response'
const ROUNDS = 5
/** Presses in a round. */
const PRESSES = 24

interface Spread {
  readonly mean: number
  readonly sd: number
}

function spreadOf(errors: readonly number[]): Spread {
  if (errors.length < PRESSES / 2)
    throw new Error(`response: only ${errors.length} of ${PRESSES} presses were answered`)
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
  const squares = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(squares / (errors.length - 1)) }
}

/** Between two presses, ms: any moment of a frame as likely as any other. */
const breath = (): Promise<void> => pause(120 + Math.random() * 200)

interface Pressed {
  readonly at: number
  /** What the journal says of this key. */
  readonly means: (entry: Entry) => boolean
}

/** Errors of the desk's journal: answering, replies and priorities, each by its key. */
async function atDesk(lab: Lab, slower: number, round: number): Promise<readonly number[]> {
  const context = await lab.context()
  const page = await context.newPage()
  await page.goto(`${lab.url}/bench/desk.html`)
  await page.waitForFunction('window.benchDesk')
  await page.evaluate(
    `benchDesk.begin('life-noise', 'response-${round}').then((id) => benchDesk.open(id))`,
  )
  await page.waitForFunction('benchDesk.zero !== null')
  await page.waitForTimeout(2500)
  const presses = await Presses.on(page)
  await presses.slow(slower)
  await page.waitForTimeout(300)
  const pressed: Pressed[] = []
  const press = async (key: Key, means: Pressed['means']) => {
    await breath()
    pressed.push({ at: await presses.press(key), means })
  }
  await press(ENTER, (entry) => isCommand(entry, 'answer'))
  for (let n = 0; pressed.length < PRESSES; n += 1) {
    // a reply can only be said while replies are offered; between them, priorities
    if (n % 4 === 0) await press(digit(1), (entry) => isCommand(entry, 'say'))
    else {
      const [key, value] = PRIORITY_KEYS[n % PRIORITY_KEYS.length] ?? PRIORITY_KEYS[0]
      await press(key, (entry) => setsPriority(entry, value))
    }
  }
  await page.waitForTimeout(500)
  const zero = await page.evaluate<number>('benchDesk.zero')
  const entries = await page.evaluate<readonly Entry[]>('benchDesk.entries')
  await context.close()
  return entries.flatMap((entry) =>
    nearest(pressed.filter(({ means }) => means(entry)).map(({ at }) => zero + entry.at - at)),
  )
}

/** Presses are far enough apart: what was taken belongs to the one nearest to it. */
function nearest(errors: readonly number[]): readonly number[] {
  return errors.toSorted((a, b) => Math.abs(a) - Math.abs(b)).slice(0, 1)
}

function isCommand(entry: Entry, what: string): boolean {
  return entry.origin === 'trainee' && entry.command.do === what
}

function setsPriority(entry: Entry, value: string): boolean {
  if (entry.origin !== 'trainee' || entry.command.do !== 'set') return false
  const { change } = entry.command
  return change.field === 'priority' && change.value === value
}

const PRIORITY_KEYS = [
  [{ ...digit(1), key: '!', modifiers: 8 }, 'L1'],
  [{ ...digit(2), key: '@', modifiers: 8 }, 'L2'],
  [{ ...digit(3), key: '#', modifiers: 8 }, 'L3'],
] as const

/** Errors of jsPsych's response times, one a trial. */
async function inTrials(lab: Lab, slower: number): Promise<readonly number[]> {
  const context = await lab.context()
  const page = await context.newPage()
  await page.goto(`${lab.url}/bench/trials.html`)
  await page.waitForFunction('window.benchTrials?.length')
  await page.waitForTimeout(1000)
  const presses = await Presses.on(page)
  await presses.slow(slower)
  await page.waitForTimeout(300)
  const pressed: number[] = []
  for (let n = 0; n < PRESSES; n += 1) {
    await breath()
    pressed.push(await presses.press({ key: 'f', code: 'KeyF', windowsVirtualKeyCode: 70 }))
  }
  await page.waitForTimeout(500)
  const trials = await page.evaluate<readonly { start: number; rt: number | null }[]>('benchTrials')
  await context.close()
  return trials.flatMap(({ start, rt }) =>
    rt === null ? [] : nearest(pressed.map((at) => start + rt - at)),
  )
}
