import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Detail } from '../../core/review/sheet.ts'
import { detailFrom, recordOf } from './detailRows.ts'

const number = fc.option(fc.integer({ min: 0, max: 20_000 }))

const anyDetail: fc.Arbitrary<Detail> = fc.record({
  attempt: fc.uuid(),
  scenario: fc.string(),
  lost: fc.array(
    fc.record({
      dim: fc.integer({ min: 0, max: 6 }),
      code: fc.constantFrom<Detail['lost'][number]['code']>('class', 'unit', 'fact'),
      subject: fc.string(),
      points: fc.integer({ min: -40, max: 40 }),
      n: number,
    }),
  ),
  path: fc.array(
    fc.record({
      node: fc.string(),
      reply: fc.option(fc.string()),
      best: fc.option(fc.boolean()),
      n: fc.nat(),
    }),
  ),
})

test('a detail comes out of the database as it went in, whatever its texts say', () => {
  fc.assert(
    fc.property(anyDetail, (detail) => {
      const record = recordOf(detail)
      expect(record).not.toHaveProperty('path')
      expect(detailFrom(record)).toEqual(detail)
    }),
  )
})

test('those that were written before come out the same', () => {
  fc.assert(
    fc.property(anyDetail, (detail) => {
      expect(detailFrom(detail)).toEqual(detail)
      const { attempt, scenario, lost, path } = detail
      const named = [
        lost.map(({ dim, code, subject, points, n }) => [dim, code, subject, points, n]),
        path.map(({ node, reply, best, n }) => [node, reply, best, n]),
      ]
      expect(detailFrom({ attempt, scenario, rows: JSON.stringify(named) })).toEqual(detail)
    }),
  )
})
