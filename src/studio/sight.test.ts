import { describe, expect, it } from 'vitest'
import { parseScenario } from '../core/scenario/parse.ts'
import { source } from '../core/testing/scenario.ts'
import { advance, NOTHING_FOUND } from './checker/findings.ts'
import { findingsOf, firstSight, recallSight, sightOf } from './sight.ts'

const parsed = parseScenario(source)
if (!parsed.ok) throw new Error('the test scenario cannot be read')
const { scenario, tree } = parsed

const read = (revision: number, isReadable = true) =>
  advance(NOTHING_FOUND, {
    kind: 'read',
    revision,
    isReadable,
    scenario: isReadable ? { is: structuredClone(scenario) } : null,
    content: { is: structuredClone(tree) },
    ...parsed.places(),
  })

const STATE = { text: source, revision: 7 }
const LAID_OUT = { request: { cards: [], edges: [], start: 'talk a' }, positions: {} }
const kept = sightOf('program 1', STATE, read(7), LAID_OUT)

/** As it comes back from storage. */
const memory = (sight: unknown) => ({ recall: async () => structuredClone(sight) })

describe('what was last seen of a draft', () => {
  it('is what was read of the text as it stands, laid out', () => {
    expect(kept).toMatchObject({ program: 'program 1', text: source, laidOut: LAID_OUT })
    expect(sightOf('program 1', STATE, read(6), LAID_OUT), 'of an older text').toBeNull()
    expect(sightOf('program 1', STATE, read(7, false), LAID_OUT), 'unreadable').toBeNull()
    expect(sightOf('program 1', STATE, read(7), null), 'not laid out').toBeNull()
  })

  it('is known again at once, and stays the very same when it is read anew', async () => {
    const sight = await recallSight(memory(kept), 'd', 'program 1')
    const findings = findingsOf(sight, { text: source, revision: 9 })
    expect(findings).toMatchObject({ revision: 9, scenario, lastScenario: scenario, report: null })
    expect(findings?.places.find('talk')).toEqual(read(7).places.find('talk'))
    if (!findings) throw new Error('nothing was seen')
    const again = advance(findings, {
      kind: 'read',
      revision: 9,
      isReadable: true,
      scenario: { is: structuredClone(scenario) },
      content: { is: structuredClone(tree) },
      ...parsed.places(),
    })
    expect(again.lastScenario).toBe(findings.lastScenario)
    expect(again.content).toBe(findings.content)
  })

  it('is kept of a draft that only just begins, too', () => {
    expect(firstSight('program 1', source, parsed)).toEqual({ ...kept, laidOut: null })
    expect(firstSight('program 1', '- x', parseScenario('- x'))).toBeNull()
    expect(firstSight(null, source, parsed)).toBeNull()
  })

  it('counts for no other text, no other program, and is missed by nobody', async () => {
    const sight = await recallSight(memory(kept), 'd', 'program 1')
    expect(findingsOf(sight, { text: `${source}\n`, revision: 9 })).toBeNull()
    expect(await recallSight(memory(kept), 'd', 'program 2')).toBeNull()
    expect(await recallSight(memory(kept), 'd', null)).toBeNull()
    for (const other of [undefined, null, 'x', 7, [], {}])
      expect(await recallSight(memory(other), 'd', 'program 1')).toBeNull()
    const broken = { recall: () => Promise.reject(new Error('no storage')) }
    expect(await recallSight(broken, 'd', 'program 1')).toBeNull()
    expect(findingsOf(null, STATE)).toBeNull()
  })
})
