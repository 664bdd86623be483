import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { emptyRecord } from '../../core/sim/record.ts'
import { parseTaxonomy } from '../../core/taxonomy/taxonomy.ts'
import { changeWords, recordRows } from './record.ts'

const parsed = parseTaxonomy(
  readFileSync(new URL('../../../scenarios/taxonomy.yaml', import.meta.url), 'utf8'),
)
if (!parsed.ok) throw new Error('the taxonomy has faults')
const { taxonomy } = parsed

it('shows what every call needs, even while it is empty, and nothing else that is', () => {
  const rows = recordRows(emptyRecord, taxonomy, 'zh')
  expect(rows.map(({ name }) => name)).toEqual(['地点', '类别', '等级', '归口'])
  expect(rows.every(({ entered }) => entered.length === 0)).toBe(true)
})

it('names what was entered, and takes out each thing by a step of its own', () => {
  const record = {
    ...emptyRecord,
    location: { x: 1, y: 2, place: 'east-gate', text: '东门' },
    class: 'P03',
    priority: 'L1' as const,
    people: 2,
    injuries: ['cut', 'cold'],
    looks: ['绿围巾'],
    callback: '13800000000',
  }
  const rows = new Map(
    recordRows(record, taxonomy, 'zh').map(({ field, entered }) => [field, entered]),
  )
  expect(rows.get('location')).toEqual([
    { words: '东门', out: { set: { field: 'location', value: null } } },
  ])
  expect(rows.get('class')?.[0]?.words).toMatch(/^P03 \S/)
  expect(rows.get('priority')?.[0]?.words).toMatch(/^L1 \S/)
  expect(rows.get('owner')).toEqual([])
  expect(rows.get('people')).toEqual([
    { words: '2', out: { set: { field: 'people', value: null } } },
  ])
  expect(rows.get('injuries')).toEqual([
    { words: '划伤', out: { set: { field: 'injuries', value: ['cold'] } } },
    { words: '受冻', out: { set: { field: 'injuries', value: ['cut'] } } },
  ])
  expect(rows.get('looks')?.[0]).toEqual({
    words: '绿围巾',
    out: { set: { field: 'looks', value: [] } },
  })
  expect(rows.get('callback')?.[0]?.words).toBe('13800000000')
  expect(rows.has('weapons')).toBe(false)
})

it('words a change as the form does', () => {
  const words = (lang: 'zh' | 'en') =>
    changeWords({ field: 'injuries', value: ['cut', 'cold'] }, taxonomy, lang)
  expect(words('zh')).toBe('伤情: 划伤、受冻')
  expect(words('en')).toBe('Injuries: Cut, Cold')
  expect(changeWords({ field: 'class', value: null }, taxonomy, 'en')).toBe('Class: –')
})
