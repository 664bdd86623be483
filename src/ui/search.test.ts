import { describe, expect, it } from 'vitest'
import { pinyinMatcher, searchIn } from './search.ts'

const PLACES = [
  { id: 'fumu', zh: '父母街便民店', en: 'Fumu Street Shop' },
  { id: 'fuman', zh: '福满家超市', en: 'Fumanjia Supermarket' },
  { id: 'hospital', zh: '市医院', en: 'City Hospital', also: ['120'] },
  { id: 'chongqing', zh: '重庆小面', en: 'Chongqing Noodles' },
]

const ids = (hits: readonly { id: string }[]) => hits.map((hit) => hit.id)

describe('search', () => {
  it('finds by Chinese, English, pinyin and initials', async () => {
    const match = await pinyinMatcher()
    expect(ids(searchIn(PLACES, '福', match))).toEqual(['fuman'])
    expect(ids(searchIn(PLACES, 'fmj', match))).toEqual(['fumu', 'fuman'])
    expect(ids(searchIn(PLACES, 'fuman', match))).toEqual(['fuman'])
    expect(ids(searchIn(PLACES, 'yiyuan', match))).toEqual(['hospital'])
    expect(ids(searchIn(PLACES, 'hosp', match))).toEqual(['hospital'])
    expect(ids(searchIn(PLACES, 'cq', match))).toEqual(['chongqing'])
    expect(ids(searchIn(PLACES, '120', match))).toEqual(['hospital'])
  })

  it('works before the dictionary is there, and gives all for nothing', () => {
    expect(ids(searchIn(PLACES, '超市'))).toEqual(['fuman'])
    expect(searchIn(PLACES, '  ')).toHaveLength(PLACES.length)
    expect(searchIn(PLACES, 'zzz')).toEqual([])
  })
})
