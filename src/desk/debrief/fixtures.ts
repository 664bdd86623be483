import { readFileSync } from 'node:fs'
import type { City } from '../../core/city/city.ts'
import { loadCity } from '../../core/city/load.ts'
import { tinyFiles } from '../../core/city/tiny.ts'
import { score } from '../../core/scoring/score.ts'
import type { Command } from '../../core/sim/command.ts'
import type { Observation } from '../../core/sim/journal.ts'
import { Session } from '../../core/sim/session.ts'
import { inputFor, scenarioFrom } from '../../core/testing/drive.ts'
import { groundFrom } from '../../core/testing/ground.ts'
import { en, zh } from '../../ui/i18n/debrief.ts'
import type { Language, Translate } from '../../ui/i18n/keys.ts'
import type { Ground } from './ground.ts'

/** Attempts at the small test scenario, for the debrief's tests. */

const shipped = (name: string): string =>
  readFileSync(new URL(`../../../scenarios/${name}`, import.meta.url), 'utf8')

export const judges = groundFrom(shipped('taxonomy.yaml'), shipped('rubric.yaml'))

function city(): City {
  const loaded = loadCity(tinyFiles())
  if (!loaded.ok) throw new Error('the tiny city does not load')
  return loaded.city
}

/** A seed that draws the truth with the knife, and one that draws the one without. */
export const LOUD = 'f'
export const QUIET = 'a'
export type Step = readonly [at: number, what: Command | Observation]

/** Plays these steps, each at its moment, and scores them as the debrief finds them. */
export function played(steps: readonly Step[], seed = LOUD, until = 0): Ground {
  const input = inputFor(scenarioFrom(), seed)
  const session = new Session(input)
  for (const [at, what] of steps) {
    if ('do' in what) session.dispatch(what, at)
    else session.observe(what, at)
  }
  session.advanceTo(until)
  const { script, rolled, atlas, header } = input
  const { journal } = session
  const { taxonomy, rubric } = judges
  const card = score(header, journal, { script, rolled, atlas, rubric, taxonomy })
  return { header, journal, script, rolled, atlas, city: city(), rubric, taxonomy, card }
}

/** The debrief's translator without the browser's. */
export function translator(lang: Language): Translate<'debrief'> {
  return (key, values = {}) => {
    let found: unknown = lang === 'zh' ? zh : en
    for (const part of key.replace(/^debrief:/, '').split('.'))
      found = typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined
    if (typeof found !== 'string') throw new Error(`no text ${key}`)
    return found.replace(/{{(\w+)}}/g, (whole, name: string) => String(values[name] ?? whole))
  }
}
