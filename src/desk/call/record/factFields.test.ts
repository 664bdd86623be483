import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { emptyRecord } from '../../../core/sim/record.ts'
import { toggled } from '../../../core/taxonomy/options.ts'
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts'
import { FACT_FIELDS, factWords, fieldOf } from './factFields.ts'

const parsed = parseTaxonomy(
  readFileSync(new URL('../../../../scenarios/taxonomy.yaml', import.meta.url), 'utf8'),
)
if (!parsed.ok) throw new Error('the taxonomy has faults')
const { taxonomy } = parsed
const injuries = fieldOf(taxonomy, 'injuries')

describe('the facts of the record', () => {
  it('has a name for every chip, and a number for each', () => {
    for (const field of FACT_FIELDS) expect(fieldOf(taxonomy, field)?.name.zh).toBeTruthy()
    expect(FACT_FIELDS.length).toBeLessThanOrEqual(10)
  })

  it('puts options in and out; one that stands alone drives out the others', () => {
    expect(toggled([], 'cut', injuries)).toEqual(['cut'])
    expect(toggled(['cut'], 'cold', injuries)).toEqual(['cut', 'cold'])
    expect(toggled(['cut', 'cold'], 'cut', injuries)).toEqual(['cold'])
    expect(toggled(['cut', 'cold'], 'none', injuries)).toEqual(['none'])
    expect(toggled(['none'], 'cut', injuries)).toEqual(['cut'])
  })

  it('words what stands in a field; own words stand for themselves', () => {
    const record = {
      ...emptyRecord,
      people: 2,
      injuries: ['cut', 'cold'],
      looks: ['cap', '绿围巾'],
    }
    expect(factWords(record, 'people', undefined, 'zh')).toBe('2')
    expect(factWords(record, 'injuries', injuries, 'zh')).toBe('划伤、受冻')
    expect(factWords(record, 'injuries', injuries, 'en')).toBe('Cut, Cold')
    expect(factWords(record, 'looks', fieldOf(taxonomy, 'looks'), 'zh')).toBe('帽子、绿围巾')
    expect(factWords(record, 'when', fieldOf(taxonomy, 'when'), 'zh')).toBe('')
  })
})
