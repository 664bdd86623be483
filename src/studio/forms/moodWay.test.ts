import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { groundFor, loadContent, SCENARIOS, shippedScenarios } from '../../cli/content.ts'
import { parseScenario } from '../../core/scenario/parse.ts'
import { proveParsed } from '../../core/scenario/proof/prove.ts'
import { shownRoute } from '../proof/routes.ts'
import { moodWay } from './moodWay.ts'

const content = loadContent()
const [scenario] = shippedScenarios().filter(({ id }) => id === 'life-noise')
if (!scenario) throw new Error('life-noise')
const parsed = parseScenario(readFileSync(`${SCENARIOS}life-noise/scenario.yaml`, 'utf8'))
const nodes = [...proveParsed(parsed, { groundOf: (city) => groundFor(content, city) })].findLast(
  (report) => report?.walk,
)?.walk?.nodes

test('a reply’s effect begins where the soonest way stands and keeps within the range', () => {
  if (!nodes) throw new Error('not walked')
  const { start } = scenario.talk
  const path = ['talk', 'nodes', start, 'replies', 'any', 'moods', 'trust']
  const before = nodes.find(({ id }) => id === start)?.route?.steps.at(-1)?.moods.trust
  expect(moodWay(path, 3, nodes, null, scenario)).toEqual({
    before,
    after: Math.min(scenario.moods.trust.max, Number(before) + 3),
    by: 'soonest',
  })
  expect(moodWay(path, -100, nodes, null, scenario)?.after).toBe(scenario.moods.trust.min)
  expect(moodWay(['facts', 'place', 'weight'], 3, nodes, null, scenario)).toBeNull()
})

test('the route that is shown goes before the soonest', () => {
  if (!nodes) throw new Error('not walked')
  const far = nodes.toSorted((a, b) => Number(b.route?.ms) - Number(a.route?.ms))[0]
  if (!far?.route) throw new Error('no route')
  const label = { zh: '', en: '' }
  const shown = shownRoute(label, far.route.steps, scenario)
  const { start } = scenario.talk
  const path = ['talk', 'nodes', start, 'replies', 'any', 'moods', 'arousal']
  const way = moodWay(path, 0, nodes, shown, scenario)
  expect(way?.by).toBe('shown')
  expect(way?.before).toBe(shown.moods[start]?.arousal)
})
