import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { parseScenario } from '../core/scenario/parse.ts'
import { groundFor, loadContent, SCENARIOS, scenarioFiles } from './content.ts'
import { faultText, plansBeside } from './plans.ts'

const content = loadContent()
const CALLS = ['crying-girl', 'life-noise', 'lost-child', 'pylon']
const files = scenarioFiles(CALLS.map((id) => join(SCENARIOS, id)))

test('plans are not taken for scenarios', () => {
  expect(scenarioFiles([SCENARIOS]).filter((file) => /[\\/]plans[\\/]/.test(file))).toEqual([])
  expect(files.length).toBe(CALLS.length)
})

test.each(files.map((file) => [file.split('/').at(-2), file] as const))(
  '%s: every plan beside it passes: one that goes well, one that must go wrong',
  (_, file) => {
    const parsed = parseScenario(readFileSync(file, 'utf8'))
    const ground = parsed.ok ? groundFor(content, parsed.scenario.city) : null
    if (!parsed.ok || !ground) throw new Error(`${file} is of no use`)
    const runs = plansBeside(file, parsed.scenario, ground)
    expect(runs.flatMap(({ faults }) => faults.map((fault) => faultText(fault).en))).toEqual([])
    const scores = runs.map(({ score }) => score ?? 0)
    expect(Math.max(...scores)).toBeGreaterThanOrEqual(95)
    expect(Math.min(...scores)).toBeLessThanOrEqual(49)
  },
)

test('a plan tells when the story has changed under it', () => {
  const file = join(SCENARIOS, 'lost-child/scenario.yaml')
  const text = readFileSync(file, 'utf8').replaceAll('look-up', 'look-about')
  const parsed = parseScenario(text)
  const ground = parsed.ok ? groundFor(content, parsed.scenario.city) : null
  if (!parsed.ok || !ground) throw new Error('the changed scenario is of no use')
  const run = plansBeside(file, parsed.scenario, ground).find(({ file: name }) =>
    name.endsWith('best-path.yaml'),
  )
  expect(dirname(run?.file ?? '')).toMatch(/lost-child.plans$/)
  expect(run?.ok).toBe(false)
  expect(run?.faults.map((fault) => faultText(fault).en)[0]).toMatch(
    /^Step 6: 'open\.look-up' is not offered here; offered are .*open\.look-about/,
  )
})
