/** A call in a page, followed from outside: its time, its stored entries, and the core's own idea of it. */
import type { Page } from 'playwright-core'
import type { Scenario } from '../core/scenario/schema.ts'
import type { Entry } from '../core/sim/journal.ts'
import type { Language } from './harness.ts'
import { Mirror } from './mirror.ts'
import { readAttempt, readHeader } from './stored.ts'

/** Between two looks at the page, ms of its clock. */
const TICK_MS = 40
/** So long what should come is waited for, real ms. */
const PATIENCE_MS = 20_000

/** Stops the page's clock a moment ahead; a slow machine may miss that moment. */
async function stopClock(page: Page): Promise<void> {
  for (let ahead = 200; ; ahead *= 2) {
    const now = await page.evaluate(() => Date.now())
    try {
      return await page.clock.pauseAt(now + ahead)
    } catch (error) {
      if (ahead > 5000) throw error
    }
  }
}

/** What a follower needs. */
export interface Followed {
  readonly page: Page
  readonly lang: Language
  readonly attempt: string
  readonly mirror: Mirror
}

/** The call that is open in a page, whose clock stands still from here on. The context needs Playwright's clock. */
export async function follow(page: Page, lang: Language, scenario?: Scenario): Promise<Followed> {
  const attempt = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const mirror = new Mirror(await readHeader(page, attempt), scenario)
  await stopClock(page)
  return { page, lang, attempt, mirror }
}

export class Follower {
  readonly page: Page
  readonly lang: Language
  readonly attempt: string
  readonly mirror: Mirror
  /** Every entry stored so far. */
  readonly journal: Entry[] = []
  /** Simulated ms minus the page's clock; never too much. */
  #ahead = Number.NEGATIVE_INFINITY

  constructor({ page, lang, attempt, mirror }: Followed) {
    this.page = page
    this.lang = lang
    this.attempt = attempt
    this.mirror = mirror
  }

  /** Lets the page's clock go on by so much; it stands still otherwise. Frames and timers that are due run once. */
  async tick(ms: number = TICK_MS): Promise<void> {
    await this.page.clock.fastForward(ms)
  }

  /** Lets time pass until this gives something, in small steps if it isn't the clock that is waited for. */
  async eventually<T>(
    look: () => Promise<T | null | undefined | false>,
    what: string,
    step: number = TICK_MS,
  ): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const found = await look()
      if (found !== null && found !== undefined && found !== false) return found
      if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`)
      await this.tick(step)
    }
  }

  /** Lets a little time pass while something needs the page's timers. */
  async during<T>(work: Promise<T>): Promise<T> {
    let isDone = false
    work.catch(() => null).then(() => (isDone = true))
    while (!isDone) await this.tick(1)
    return work
  }

  /** Reads what was stored since the last time, and lets the mirror follow. */
  async sync(): Promise<void> {
    const { entries, clock } = await readAttempt(this.page, this.attempt, this.journal.length)
    this.journal.push(...entries)
    const last = this.journal.at(-1)
    if (last) this.#ahead = Math.max(this.#ahead, last.at - clock)
    this.mirror.take(entries)
    this.mirror.advance(Math.floor(clock + this.#ahead))
  }

  /** Waits for an entry that is stored from now on. */
  hear(fits: (entry: Entry) => boolean, what: string): Promise<Entry> {
    let from = this.journal.length
    return this.eventually(async () => {
      await this.sync()
      const found = this.journal.slice(from).find(fits)
      from = this.journal.length
      return found
    }, what)
  }

  /** Lets the page's clock jump to a simulated moment. */
  async until(at: number): Promise<void> {
    const ms = Math.ceil(at - this.mirror.session.now)
    if (ms > 0) await this.tick(ms)
    await this.sync()
  }
}
