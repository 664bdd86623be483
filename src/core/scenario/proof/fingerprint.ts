import type { Rolled } from '../roll.ts'
import { traineeMs } from '../speech.ts'

/**
 * What the walk of a variant depends on, as a text: everything but the words, of which it only asks how long a reply
 * lasts. Two variants with the same fingerprint on the same ground have the same walk.
 */
export function fingerprintOf({ scenario, origin }: Rolled): string {
  const { city, at, caller, moods, facts, talk, line, world, anywhere, endings, key } = scenario
  // of the key only what it asks: it decides which flags there are
  const asked = [...key.answers, ...key.units, ...key.partners, ...key.stage, ...key.critical].map(
    ({ when }) => when,
  )
  const { shows } = caller
  return JSON.stringify(
    { city, at, shows, moods, facts, talk, line, world, anywhere, endings, asked },
    (name, value: unknown) => {
      const bare = wordless(name, value)
      // lines are named by where they stand in the file
      const at = typeof value === 'object' && value !== null ? origin.get(value) : undefined
      return at === undefined || typeof bare !== 'object' ? bare : { '#': at, ...bare }
    },
  )
}

/** Fields that no walk reads. */
const UNREAD: ReadonlySet<string> = new Set(['act', 'also', 'best', 'weight', 'why', 'words'])

function wordless(name: string, value: unknown): unknown {
  if (UNREAD.has(name)) return undefined
  if (typeof value !== 'object' || value === null || !('zh' in value) || !('en' in value))
    return value
  const { zh, en, ...rest } = value
  if (typeof zh !== 'string' || typeof en !== 'string') return value
  if (name !== 'say') return rest
  const text = { zh, en }
  return Math.min(traineeMs(text, 'zh'), traineeMs(text, 'en'))
}
