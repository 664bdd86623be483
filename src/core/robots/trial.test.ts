import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '../scenario/compile.ts'
import { roll } from '../scenario/roll.ts'
import { systemShows } from '../sim/shown.ts'
import { scenarioFrom } from '../testing/drive.ts'
import { groundFrom } from '../testing/ground.ts'
import { stageFor } from './trial.ts'

const file = (name: string): string =>
  readFileSync(new URL(`../../../scenarios/${name}`, import.meta.url), 'utf8')

test('a variant compiled for one seed is played with the next one as if compiled for it', () => {
  const ground = groundFrom(file('taxonomy.yaml'), file('rubric.yaml'))
  const scenario = scenarioFrom()
  const masts = new Set<string>()
  for (let i = 0; i < 40; i += 1) {
    const seed = `seed-${i}`
    const { rolled, script } = stageFor(scenario, ground, seed)
    const own = roll(scenario, seed, (id) => ground.atlas.place(id)?.name)
    const shown = systemShows(rolled, ground.atlas)
    expect(shown).toEqual(systemShows(own, ground.atlas))
    expect(rolled.seed).toBe(seed)
    expect(script).toEqual(compile(own))
    masts.add(JSON.stringify(shown.sector))
  }
  // the seed does move it: else the above would hold of any seed's
  expect(masts.size).toBeGreaterThan(10)
})
