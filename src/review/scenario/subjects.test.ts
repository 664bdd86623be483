import { expect, it } from 'vitest'
import { cohortScenarios } from '../../cli/demo/term.ts'
import { rollVariant, variants } from '../../core/scenario/roll.ts'
import { subjectText } from './subjects.ts'

it('names what points are lost by, and leaves what nothing knows as it is', () => {
  const found = cohortScenarios().find(({ scenario }) => scenario.id === 'lost-child')
  if (!found) throw new Error('no scenario')
  const { atlas, taxonomy } = found.ground
  const [variant = {}] = variants(found.scenario)
  const { scenario } = rollVariant(found.scenario, variant, 's', (id) => atlas.place(id)?.name)
  const words = (...[code, subject]: [Parameters<typeof subjectText>[1], string]) =>
    (['zh', 'en'] as const).map((lang) =>
      subjectText({ scenario, atlas, taxonomy }, code, subject, lang),
    )
  const [fact = ''] = Object.keys(scenario.facts)
  const text = scenario.facts[fact]?.text
  expect(words('fact', fact)).toEqual([text?.zh, text?.en])
  expect(words('forbidden-act', 'BLAME')).not.toContain('BLAME')
  expect(words('sub-type', 'P05.neighbour')).toEqual(['纠纷 › 邻里', 'Dispute › Neighbours'])
  const [unit] = atlas.units
  expect(words('dispatch-gated', unit?.id ?? '')).toEqual([unit?.name.zh, unit?.name.en])
  const [partner] = atlas.partners
  expect(words('partner', partner?.id ?? '')).toEqual([partner?.name.zh, partner?.name.en])
  for (const code of ['fact', 'acts', 'class', 'moods'] as const)
    expect(words(code, 'gone')).toEqual(['gone', 'gone'])
})
