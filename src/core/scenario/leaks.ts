import type { Finder } from './finder.ts'
import type { MReply } from './modelTypes.ts'
import type { Script } from './script.ts'

/**
 * Answer leaks: is the best reply the longest, or the first, more often than chance would have it? Each node counts once,
 * by the average of the states in which it makes an offer.
 */

/** Fewer offers than this say nothing. */
const LEAST_OFFERS = 8
/** Times chance from which a leak is worth a word, and from which the scenario may not be used. */
const WARN = 1.5
const STOP = 2.5

interface Sum {
  states: number
  chance: number
  first: number
  longestZh: number
  longestEn: number
}

export class Leaks {
  readonly #nodes = new Map<string, Sum>()

  /** Takes note of one state's offer. */
  note(script: Script, node: number, offered: readonly MReply[]): void {
    if (offered.length < 2) return
    let best: MReply | undefined
    let zh: MReply | undefined
    let en: MReply | undefined
    let longZh = 0
    let longEn = 0
    for (let i = 0; i < offered.length; i += 1) {
      const reply = offered[i]
      const text = script.replies[reply?.index ?? -1]?.text
      if (!reply || !text) continue
      if (reply.best) best ??= reply
      if (text.zh.length > longZh) {
        longZh = text.zh.length
        zh = reply
      }
      if (text.en.length > longEn) {
        longEn = text.en.length
        en = reply
      }
    }
    if (!best) return
    const id = script.nodes[node]?.id ?? ''
    let sum = this.#nodes.get(id)
    if (!sum) {
      sum = { states: 0, chance: 0, first: 0, longestZh: 0, longestEn: 0 }
      this.#nodes.set(id, sum)
    }
    sum.states += 1
    sum.chance += 1 / offered.length
    if (offered[0] === best) sum.first += 1
    if (zh === best) sum.longestZh += 1
    if (en === best) sum.longestEn += 1
  }

  report(finder: Finder): void {
    const sums = [...this.#nodes.values()]
    if (sums.length < LEAST_OFFERS) return
    const share = (name: 'chance' | 'first' | 'longestZh' | 'longestEn'): number =>
      sums.reduce((total, sum) => total + sum[name] / sum.states, 0) / sums.length
    const chance = share('chance')
    const percent = (part: number): number => Math.round(part * 100)
    const judge = (code: 'SC062' | 'SC063', part: number, zh: string, en: string): void => {
      if (part <= chance * WARN) return
      const words = `${percent(part)}% (${percent(chance)}%)`
      finder.add(
        code,
        ['talk'],
        `${zh}：${words}，括号里是碰运气的比例。`,
        `${en}: ${words}; in brackets what chance would give.`,
        {
          severity: part > chance * STOP ? 'error' : 'warning',
        },
      )
    }
    const zh = share('longestZh')
    const en = share('longestEn')
    judge(
      'SC062',
      Math.max(zh, en),
      zh >= en ? '中文里最长的回复就是最好的' : '英文里最长的回复就是最好的',
      zh >= en
        ? 'The longest reply in Chinese is the best one'
        : 'The longest reply in English is the best one',
    )
    judge('SC063', share('first'), '第一个回复就是最好的', 'The first reply is the best one')
  }
}
