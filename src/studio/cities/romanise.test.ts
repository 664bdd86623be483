import { pinyin } from 'pinyin-pro'
import { expect, it } from 'vitest'
import { romanised } from './romanise.ts'

it.each([
  ['人民路', 'Renmin Road'],
  ['解放大道', 'Jiefang Avenue'],
  ['县医院', 'Xian Hospital'],
  ['渠北派出所', 'Qubei Police Station'],
  ['G110国道', 'G110guodao'],
  ['路', 'Lu'],
])('%s is written %s', (zh, en) => {
  expect(romanised(zh, (text) => pinyin(text, { toneType: 'none', type: 'array' }))).toBe(en)
})
