import { describe, expect, it } from 'vitest'
import { threadsForTrainee, travelling } from './forTrainee.ts'
import type { Remark, Said } from './remark.ts'

const attempt = 'a'
const marks = { feeling: 1, paraphrase: 1, plain: 1, next: 1, calm: 1 } as const
const said = (id: string, what: Said): Remark => ({ id, at: 0, by: 'x', what })
const comment = (id: string) => said(id, { kind: 'comment', attempt, n: null, atMs: 0, text: id })
const reply = (id: string, to: string) => said(id, { kind: 'reply', attempt, to, text: id })
const mark = (id: string, round: string | null) => said(id, { kind: 'mark', attempt, marks, round })
const takeBack = (id: string, of: string) =>
  said(id, { kind: 'take-back', attempt, of, reason: 'x' })

const all: readonly Remark[] = [
  comment('c'),
  reply('rc', 'c'),
  reply('rrc', 'rc'),
  mark('m', null),
  said('o', { kind: 'override', attempt, of: 'total', from: '1', to: '2', reason: 'x' }),
  said('round', { kind: 'round', title: 'x', attempts: [attempt], raters: ['x', 'y'] }),
  mark('blind', 'round'),
  reply('r-blind', 'blind'),
  takeBack('t-blind', 'blind'),
  said('closed', { kind: 'round-closed', round: 'round' }),
  said('reviewed', { kind: 'reviewed', attempt, sample: 's' }),
  comment('gone'),
  reply('r-gone', 'gone'),
  takeBack('t-gone', 'gone'),
  reply('lost', 'nowhere'),
  reply('ring1', 'ring2'),
  reply('ring2', 'ring1'),
]
const ids = (some: readonly Remark[]) => some.map(({ id }) => id)

describe('what a trainee may know', () => {
  it('is comments, second marks and overrides with their replies, and nothing of a calibration', () => {
    const threads = threadsForTrainee(all)
    expect(threads.map(({ remark, replies }) => [remark.id, ids(replies)])).toEqual([
      ['c', ['rc', 'rrc']],
      ['m', []],
      ['o', []],
    ])
  })

  it('travels with what takes back that which may have travelled before', () => {
    expect(ids(travelling(all))).toEqual(['c', 'rc', 'rrc', 'm', 'o', 't-gone'])
    // as it was taken to the desk before it was taken back there
    const there = [comment('gone'), ...travelling(all)]
    expect(ids(threadsForTrainee(there).map(({ remark }) => remark))).toEqual(['c', 'm', 'o'])
  })
})
