/** The chance that a page has, fixed, so that every run of a test plays the same call. */
import type { BrowserContext } from 'playwright-core'

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
