import { describe, expect, it } from 'vitest'
import { played } from './fixtures.ts'
import { compare, forksOf } from './forks.ts'

describe('the best path beside one’s own', () => {
  it('finds no fork where the best was said every time', () => {
    const ground = played([
      [2000, { do: 'answer' }],
      [7000, { do: 'say', reply: 'open.calm' }],
      [15_000, { do: 'say', reply: 'calmer.ask' }],
    ])
    expect(forksOf(ground)).toEqual([])
  })

  it('really says the best reply, in the same situation', () => {
    const ground = played([
      [2000, { do: 'answer' }],
      [7000, { do: 'say', reply: 'ground.where' }],
    ])
    const [fork, ...rest] = forksOf(ground)
    expect(rest).toEqual([])
    expect(fork).toMatchObject({ at: 7000, own: 'ground.where', best: 'open.calm', did: 'said' })
    if (!fork) return
    const { own, best } = compare(ground, fork)
    expect(own).toMatchObject({ trust: [20, 15], answer: 'open.caller', facts: [] })
    expect(best).toMatchObject({ trust: [20, 35], answer: 'calmer.caller.0', facts: ['knife'] })
    expect(best.next?.id).toBe('calmer.ask')
  })

  it('leaves the attempt as it was', () => {
    const ground = played([
      [2000, { do: 'answer' }],
      [7000, { do: 'say', reply: 'open.brush' }],
    ])
    const before = JSON.stringify(ground.journal)
    for (const fork of forksOf(ground)) compare(ground, fork)
    expect(JSON.stringify(ground.journal)).toBe(before)
  })

  it('takes silence and hanging up for choices too', () => {
    const silent = played([[2000, { do: 'answer' }]], undefined, 20_000)
    const [first, ...more] = forksOf(silent)
    expect(first).toMatchObject({ did: 'silent', own: null, best: 'open.calm' })
    expect(more).toEqual([])
    if (first) expect(compare(silent, first).best.trust).toEqual([20, 35])

    const gone = played([
      [2000, { do: 'answer' }],
      [7000, { do: 'hang-up' }],
    ])
    const [fork] = forksOf(gone)
    expect(fork).toMatchObject({ did: 'hung-up', own: null, best: 'open.calm' })
    if (fork) expect(compare(gone, fork).own.ended).toBe('cut')
  })

  it('says when the line drops', () => {
    const ground = played([
      [2000, { do: 'answer' }],
      [7000, { do: 'say', reply: 'open.brush' }],
    ])
    const [fork] = forksOf(ground)
    expect(fork && compare(ground, fork).own.dropped).toBe(true)
    expect(fork && compare(ground, fork).best.dropped).toBe(false)
  })
})
