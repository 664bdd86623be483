import type { Text } from '../../core/scenario/primitives.ts'
import type { Kind } from './kinds.ts'

/** The kinds of slips in both languages. */
export const KIND_NAMES: Readonly<Record<Kind, Text>> = {
  'dropped reply': { zh: '少了一个回复', en: 'dropped reply' },
  'swapped target': { zh: '去向写错', en: 'swapped target' },
  'raised guard': { zh: '门槛抬高', en: 'raised guard' },
  'removed reveal': { zh: '少透露一个要素', en: 'removed reveal' },
  'shortened window': { zh: '时间窗变短', en: 'shortened window' },
  'unreachable ending': { zh: '结局走不到', en: 'unreachable ending' },
  'wrong unit': { zh: '警种写错', en: 'wrong unit' },
  'missing translation': { zh: '缺译文', en: 'missing translation' },
  'deleted silence': { zh: '删掉沉默', en: 'deleted silence' },
  'flipped mood sign': { zh: '情绪正负号写反', en: 'flipped mood sign' },
  'removed required partner': { zh: '少要求一个联动单位', en: 'removed required partner' },
  'mute critical': { zh: '红线触发不了', en: 'critical failure that can’t trigger' },
  'fact weight': { zh: '要素不计分', en: 'fact without weight' },
  'changed class': { zh: '类别改错', en: 'changed class' },
  'dropped way out': { zh: '少了兜底分支', en: 'dropped last branch' },
  'dropped reaction': { zh: '少了一个随时反应', en: 'dropped reaction' },
  'lost best mark': { zh: '少了最佳标记', en: 'lost best mark' },
  'copied reply': { zh: '两句回复一样', en: 'copied reply' },
  'lines out of order': { zh: '台词次序颠倒', en: 'lines out of order' },
}
