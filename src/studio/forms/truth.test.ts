import { describe, expect, it } from 'vitest'
import { loadContent, shippedScenarios } from '../../cli/content.ts'
import { loadCity } from '../../core/city/load.ts'
import { tinyFiles } from '../../core/city/tiny.ts'
import { FACT_RECORDS, fact } from '../../core/scenario/key.ts'
import type { ChoiceGround } from '../choices/choices.ts'
import { recordEdits, startingFact, startingTruth } from './truth.ts'

const { taxonomy } = loadContent()
const [scenario = null] = shippedScenarios().filter(({ id }) => id === 'crying-girl')
const loaded = loadCity(tinyFiles())
const city = loaded.ok ? loaded.city : null
const ground: ChoiceGround = { scenario, taxonomy, city }

describe('what a fact says at first', () => {
  it('is what its field of the record takes', () => {
    expect(startingTruth('people', ground)).toBe(1)
    expect(city?.landmarks.has(String(startingTruth('location', ground)))).toBe(true)
    const dangers = taxonomy.fields.find(({ id }) => id === 'dangers')
    expect(dangers?.options.map(({ id }) => id)).toContain(startingTruth('dangers', ground))
    expect(startingTruth('callback', ground)).toMatchObject({ zh: expect.any(String) })
  })

  it('makes a fact that the format takes, of a field that none fills yet', () => {
    const made = startingFact(ground)
    expect(fact.safeParse(made).success).toBe(true)
    const taken = Object.values(scenario?.facts ?? {}).map(({ record }) => record)
    if (FACT_RECORDS.some((record) => !taken.includes(record)))
      expect(taken).not.toContain(made.record)
    expect(made.weight).toBe(1)
  })
})

describe('another field of the record', () => {
  const path = ['facts', 'x']
  it('takes a truth along that fits, and puts a fitting one where it does not', () => {
    const words = { zh: '张', en: 'Zhang' }
    expect(recordEdits(path, { record: 'callback', is: words }, 'callerName', ground)).toEqual([
      { kind: 'set', path: [...path, 'record'], value: 'callerName' },
    ])
    expect(recordEdits(path, { record: 'location', is: words }, 'people', ground)).toEqual([
      { kind: 'set', path: [...path, 'record'], value: 'people' },
      { kind: 'set', path: [...path, 'is'], value: 1 },
    ])
    expect(recordEdits(path, { record: 'people', is: '$who.n' }, 'dangers', ground)).toHaveLength(1)
  })

  it('leaves no nearness where there is no place', () => {
    const edits = recordEdits(
      path,
      { record: 'location', is: 'x', within: '60m' },
      'callback',
      ground,
    )
    expect(edits.at(-1)).toEqual({ kind: 'remove', path: [...path, 'within'] })
  })
})
