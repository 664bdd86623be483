/**
 * A page whose clocks all run faster, alike: performance.now, frames, timers and the stamps of events. Nothing is
 * jumped over or made up; a call of four minutes just takes half a minute, and a driver's quick hands look like a
 * person's. Sounds keep their own pace: the simulation doesn't listen to them.
 */
import type { BrowserContext } from 'playwright-core'

/** Puts the lens before every page of the context. Call it before the page is opened. */
export async function hurry(context: BrowserContext, factor: number): Promise<void> {
  await context.addInitScript((times) => {
    const clock = performance.now.bind(performance)
    performance.now = () => clock() * times
    const stamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')?.get
    if (!stamp) throw new Error('events have no time stamp to change')
    Object.defineProperty(Event.prototype, 'timeStamp', {
      configurable: true,
      get() {
        return stamp.call(this) * times
      },
    })
    const frame = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => frame((at) => callback(at * times))
    for (const name of ['setTimeout', 'setInterval'] as const) {
      const plain = window[name].bind(window)
      const quick = (handler: TimerHandler, ms = 0, ...more: unknown[]) =>
        plain(handler, ms / times, ...more)
      Object.defineProperty(window, name, { configurable: true, writable: true, value: quick })
    }
  }, factor)
}

/** Draws the same variant in every run: the two words from which the start page makes an attempt's seed. */
export async function fixSeed(context: BrowserContext, word: number): Promise<void> {
  await context.addInitScript((fixed) => {
    const chance = crypto.getRandomValues.bind(crypto)
    crypto.getRandomValues = (array) => {
      const drawn = chance(array)
      if (drawn instanceof Uint32Array && drawn.length === 2) drawn.set([fixed, 0])
      return drawn
    }
  }, word)
}

/** The seed that the start page makes of such a word. */
export function seedOf(word: number): string {
  return `${word.toString(16).padStart(8, '0')}00000000`
}
