/** What the last sign of a Chinese name says it is, in English. Longer ones first. */
const KINDS: readonly (readonly [zh: string, en: string])[] = [
  ['派出所', 'Police Station'],
  ['消防站', 'Fire Station'],
  ['幼儿园', 'Kindergarten'],
  ['加油站', 'Petrol Station'],
  ['火车站', 'Railway Station'],
  ['商店', 'Shop'],
  ['饭店', 'Restaurant'],
  ['酒店', 'Hotel'],
  ['宾馆', 'Hotel'],
  ['银行', 'Bank'],
  ['小区', 'Estate'],
  ['市场', 'Market'],
  ['商场', 'Mall'],
  ['大厦', 'Building'],
  ['大道', 'Avenue'],
  ['医院', 'Hospital'],
  ['学校', 'School'],
  ['小学', 'Primary School'],
  ['中学', 'School'],
  ['公园', 'Park'],
  ['广场', 'Square'],
  ['超市', 'Supermarket'],
  ['路', 'Road'],
  ['街', 'Street'],
  ['巷', 'Lane'],
  ['桥', 'Bridge'],
  ['区', 'District'],
  ['县', 'County'],
  ['市', 'City'],
  ['镇', 'Town'],
  ['村', 'Village'],
  ['河', 'River'],
  ['湖', 'Lake'],
]

/** A Chinese name in Latin letters: 人民路 → Renmin Road. `syllables`: the pinyin of each sign. */
export function romanised(zh: string, syllables: (zh: string) => readonly string[]): string {
  const kind = KINDS.find(([end]) => zh.length > end.length && zh.endsWith(end))
  const front = kind ? zh.slice(0, -kind[0].length) : zh
  const word = syllables(front).join('').replace(/[<>]/g, '')
  const name = word.charAt(0).toUpperCase() + word.slice(1)
  return kind ? `${name} ${kind[1]}` : name
}
