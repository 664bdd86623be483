import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lawsAt } from './law.ts'
import { parseTaxonomy } from './taxonomy.ts'

const read = parseTaxonomy(
  readFileSync(new URL('../../../scenarios/taxonomy.yaml', import.meta.url), 'utf8'),
)
if (!read.ok) throw new Error('the shipped taxonomy is broken')
const { taxonomy } = read
const ids = (date: string, topic?: string): string[] =>
  lawsAt(taxonomy, date, topic).map((law) => law.id)

describe('law by date', () => {
  it('changes the noise article at midnight into 2026, and never holds both', () => {
    expect(ids('2025-12-31T23:59', 'noise')).toContain('psal-58-old')
    expect(ids('2025-12-31T23:59', 'noise')).not.toContain('psal-88')
    expect(ids('2026-01-01T00:00', 'noise')).toContain('psal-88')
    expect(ids('2026-01-01T00:00', 'noise')).not.toContain('psal-58-old')
  })

  it('changes the article on false alarms with it', () => {
    expect(ids('2025-12-31', 'false-report')).toEqual(['psal-25-old'])
    expect(ids('2026-01-01', 'false-report')).toEqual(['psal-29'])
  })

  it('knows the noise law from its first day, and says that the day itself is unchecked', () => {
    expect(ids('2022-06-04', 'noise')).toEqual(['psal-58-old'])
    expect(ids('2022-06-05', 'noise')).toEqual(
      expect.arrayContaining(['noise-59', 'noise-70', 'noise-87']),
    )
    expect(
      taxonomy.laws.filter((law) => law.from === '2022-06-05').map((law) => law.dates),
    ).toEqual(Array(7).fill('unchecked'))
  })

  it('has the articles that the four calls need on their dates', () => {
    expect(ids('2025-12-14', 'dv')).toEqual(['anti-dv-15'])
    expect(ids('2025-12-14', 'missing-child')).toEqual(['child-search'])
    expect(ids('2025-12-14', 'linkage')).toEqual(['gb-2022-12', 'nx-12345'])
    expect(ids('2016-02-29', 'dv')).toEqual([])
    expect(ids('2025-12-14')).toEqual(
      expect.arrayContaining([
        'fire-37',
        'rules-110-7',
        'rules-110-14',
        'rules-110-15',
        'rules-110-29',
      ]),
    )
  })
})
