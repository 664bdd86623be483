import { compile } from '../scenario/compile.ts'
import { parseScenario } from '../scenario/parse.ts'
import { roll } from '../scenario/roll.ts'
import type { Scenario } from '../scenario/schema.ts'
import type { Atlas } from '../sim/atlas.ts'
import { ENGINE_VERSION, type Header, type Mode } from '../sim/attempt.ts'
import type { ReplayInput } from '../sim/replay.ts'
import { gridAtlas } from './atlas.ts'
import { source } from './scenario.ts'

/** A scenario from text; fails the test with its diagnostics if it doesn't parse. */
export function scenarioFrom(text: string = source): Scenario {
  const parsed = parseScenario(text)
  if (!parsed.ok)
    throw new Error(
      parsed.diagnostics.map((d) => `${d.line}:${d.column} ${d.path} ${d.message.en}`).join('\n'),
    )
  return parsed.scenario
}

/** Everything that a session needs, for a seed. */
export function inputFor(
  scenario: Scenario = scenarioFrom(),
  seed = 'seed',
  atlas: Atlas = gridAtlas,
  mode: Mode = 'practice',
): ReplayInput {
  const rolled = roll(scenario, seed, (id) => atlas.place(id)?.name)
  const header: Header = {
    id: '01940000-0000-7000-8000-000000000000',
    scenario: { id: scenario.id, version: scenario.version, hash: '0'.repeat(64) },
    engine: ENGINE_VERSION,
    seed,
    mode,
    lang: 'zh',
    trainee: { id: 't', name: 'T', badge: '1' },
    startedAt: 0,
  }
  return { script: compile(rolled), rolled, atlas, header }
}
