import type { Language } from '../../core/scenario/primitives.ts'

/** The editor's own texts (search, completion, problems) in Chinese; English is what it speaks by itself. */
const ZH: Readonly<Record<string, string>> = {
  Find: '查找',
  Replace: '替换为',
  next: '下一个',
  previous: '上一个',
  all: '全选',
  'match case': '区分大小写',
  'by word': '整词',
  regexp: '正则',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前一处',
  'replaced match on line $': '已替换第 $ 行的一处',
  'replaced $ matches': '已替换 $ 处',
  'on line': '在第几行',
  'Go to line': '跳到行',
  go: '去',
  Completions: '补全',
  Diagnostics: '问题',
  'No diagnostics': '没有问题',
  'Fold line': '折叠',
  'Unfold line': '展开',
  'folded code': '折叠的内容',
  unfold: '展开',
  to: '到',
  'Folded lines': '已折叠',
  'Unfolded lines': '已展开',
  'Selection deleted': '已删去所选',
}

export const wordsOf = (lang: Language): Readonly<Record<string, string>> =>
  lang === 'zh' ? ZH : {}
