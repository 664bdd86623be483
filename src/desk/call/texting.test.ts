import { describe, expect, it } from 'vitest'
import type { Utterance } from '../../core/sim/view.ts'
import { isBeingRead, textsAt } from './texting.ts'

const text = (who: Utterance['who'], from: number, ms: number): Utterance => ({
  n: from,
  who,
  id: `${who}-${from}`,
  text: { zh: '…', en: '…' },
  from,
  ms,
  cutAt: null,
})

describe('texts', () => {
  // opened at 1 s and read for 2 s; ours is sent from 4 s on; theirs comes at 6 s
  const talk = [text('caller', 1000, 2000), text('trainee', 4000, 1500), text('caller', 6000, 900)]

  it('come whole at their moment; one that is still on its way is not there', () => {
    const seen = (now: number) => textsAt(talk, now).map(({ from }) => from)
    expect(seen(1000)).toEqual([1000, 4000])
    expect(seen(5999)).toEqual([1000, 4000])
    expect(seen(6000)).toEqual([1000, 4000, 6000])
  })

  it('are read before they are answered', () => {
    const times = [999, 1000, 2999, 3000, 5000, 6000, 6899, 6900]
    expect(times.filter((now) => isBeingRead(talk, now))).toEqual([1000, 2999, 6000, 6899])
    expect(isBeingRead([], 0)).toBe(false)
  })
})
