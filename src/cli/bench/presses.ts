import type { CDPSession, Page } from 'playwright-core'

/**
 * Key presses at known moments.
 *
 * A press is known by the moment T at which the bench, in the role of the keyboard's driver, lets it happen: it reads its
 * own monotonic clock and at once hands the press to the browser, stamped with T, just as an operating system stamps a
 * key when its interrupt comes. Everything after T is what the page has to cope with: the way into the browser, the
 * queue of its main thread, the page's own code. A page that takes the event's own time can be exact; one that takes
 * the clock when its listener runs adds that way to every answer, as it does with a real keyboard.
 * (Without the stamp the browser would note the moment at which the press came in, and both pages would be charged with
 * the bench's own way there, which on a busy machine varies by several ms.)
 *
 * T is compared on the page's clock, and not by way of the event: the two clocks are set against each other beforehand
 * by many short questions, of which the quickest (some 0.1 ms there and back) counts.
 */
export class Presses {
  readonly #session: CDPSession
  readonly #offset: number
  readonly #epoch: number

  private constructor(session: CDPSession, offset: number) {
    this.#session = session
    this.#offset = offset
    this.#epoch = wallClock()
  }

  static async on(page: Page): Promise<Presses> {
    const session = await page.context().newCDPSession(page)
    return new Presses(session, await offsetOf(session))
  }

  /** Slows the page's main thread down, as on a slower computer; 1: as fast as it goes. */
  async slow(factor: number): Promise<void> {
    await this.#session.send('Emulation.setCPUThrottlingRate', { rate: factor })
  }

  /** Presses and lets go. Returns T on the page's clock (ms). */
  async press(key: Key): Promise<number> {
    const { modifiers, ...named } = key
    const event = { ...named, modifiers: modifiers ?? 0 }
    const at = performance.now()
    const text = modifiers === undefined && named.key.length === 1 ? { text: named.key } : {}
    await this.#session.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      timestamp: (this.#epoch + at) / 1000,
      ...event,
      ...text,
    })
    await pause(30)
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
    return at + this.#offset
  }
}

export interface Key {
  readonly key: string
  readonly code: string
  readonly windowsVirtualKeyCode: number
  /** 8: Shift. */
  readonly modifiers?: number
}

export const ENTER: Key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 }
export const digit = (n: number): Key => ({
  key: String(n),
  code: `Digit${n}`,
  windowsVirtualKeyCode: 48 + n,
})

export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** What to add to `performance.now()` here for ms since 1970. `Date.now()` is whole ms: its turn is waited for. */
function wallClock(): number {
  let best = Number.NEGATIVE_INFINITY
  for (let i = 0; i < 5; i += 1) {
    const before = Date.now()
    let now = Date.now()
    while (now === before) now = Date.now()
    best = Math.max(best, now - performance.now())
  }
  return best
}

/** What to add to `performance.now()` here for the page's. */
async function offsetOf(session: CDPSession): Promise<number> {
  let quickest = Number.POSITIVE_INFINITY
  let offset = 0
  for (let i = 0; i < 60; i += 1) {
    const asked = performance.now()
    const { result } = await session.send('Runtime.evaluate', { expression: 'performance.now()' })
    const answered = performance.now()
    if (answered - asked >= quickest) continue
    quickest = answered - asked
    offset = Number(result.value) - (asked + answered) / 2
  }
  return offset
}
