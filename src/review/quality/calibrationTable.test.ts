import { describe, expect, it } from 'vitest'
import type { Remark, Said } from '../../core/review/remark.ts'
import { sheetFor } from '../../core/review/testing.ts'
import { calibrationTable } from './calibrationTable.ts'

const said = (id: string, by: string, what: Said): Remark => ({ id, at: 0, by, what })
const mark = (id: string, by: string, round: string, feeling: 1 | 5): Remark =>
  said(id, by, {
    kind: 'mark',
    attempt: 'a',
    marks: { feeling, paraphrase: null, plain: 3, next: 2, calm: 4 },
    round,
  })
const round = said('r', '周', {
  kind: 'round',
  title: '九月',
  attempts: ['a', 'b'],
  raters: ['甲', '乙'],
})
const remarks = [
  round,
  mark('m1', '甲', 'r', 1),
  mark('m2', '乙', 'r', 5),
  mark('m3', '丙', 'r', 5),
]
const sheets = [sheetFor({ attempt: 'a' })]
const table = (all: readonly Remark[], reader: string) =>
  calibrationTable({ remarks: all, sheets }, reader, { scenario: (id) => id }, (key) => key)
const marksIn = (all: readonly Remark[], reader: string) =>
  table(all, reader)
    .slice(1)
    .map((row) => row.slice(-7))

describe('calibration rounds as a table', () => {
  it('shows in an open round what the reader marked, and nobody else', () => {
    expect(marksIn(remarks, '甲')).toEqual([
      ['a', '甲', 1, null, 3, 2, 4],
      ['a', '乙', null, null, null, null, null],
      ['b', '甲', null, null, null, null, null],
      ['b', '乙', null, null, null, null, null],
    ])
  })

  it('shows all marks of its raters once it is closed, and what each column is', () => {
    const closed = [...remarks, said('c', '周', { kind: 'round-closed', round: 'r' })]
    expect(marksIn(closed, '丁').slice(0, 2)).toEqual([
      ['a', '甲', 1, null, 3, 2, 4],
      ['a', '乙', 5, null, 3, 2, 4],
    ])
    const [heads, first] = table(closed, '丁')
    expect(heads).toHaveLength(first?.length ?? 0)
  })
})
