import { describe, expect, it } from 'vitest'
import { fakeSession } from '../runtime/fakes.ts'
import { reworded, standing } from './location.ts'

describe('the place in the record', () => {
  it('keeps its spot when only the words change; without words it is gone', () => {
    const marked = { x: 10, y: 20, place: 'shop', text: '福满家' }
    expect(reworded(marked, ' 福满家 门前 ')).toEqual({ ...marked, text: '福满家 门前' })
    expect(reworded(null, '桥下')).toEqual({ text: '桥下' })
    expect(reworded(marked, '  ')).toBe(null)
    expect(reworded(null, 'x'.repeat(300))?.text).toHaveLength(120)
  })

  it('says whether it is words only or on the map', () => {
    const session = fakeSession('practice')
    expect(standing(session)).toBe('none')
    const set = (value: { x?: number; y?: number; text: string }, at: number) =>
      session.dispatch({ do: 'set', change: { field: 'location', value } }, at)
    set({ text: '桥下' }, 1000)
    expect(standing(session)).toBe('words')
    set({ x: 1, y: 2, text: '桥下' }, 2000)
    expect(standing(session)).toBe('marked')
  })
})
