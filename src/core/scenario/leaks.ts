import type { Finder } from './finder.ts'
import { type Offers, placesIn } from './offers.ts'
import type { LeakReport } from './proof/report.ts'
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

  /** Takes note of all that a variant's walk has seen offered. */
  add(script: Script, offers: Offers): void {
    for (const [node, sets] of offers.entries())
      for (const [set, states] of sets) this.#note(script, node, placesIn(set), states)
  }

  #note(script: Script, node: number, places: readonly number[], states: number): void {
    if (places.length < 2) return
    const list = script.nodes[node]?.replies ?? []
    const offered = places.flatMap((place) => script.replies[list[place] ?? -1] ?? [])
    const best = offered.find((reply) => reply.best)
    if (!best) return
    const longest = (lang: 'zh' | 'en') =>
      offered.reduce((one, two) => (two.text[lang].length > one.text[lang].length ? two : one))
    const id = script.nodes[node]?.id ?? ''
    let sum = this.#nodes.get(id)
    if (!sum) {
      sum = { states: 0, chance: 0, first: 0, longestZh: 0, longestEn: 0 }
      this.#nodes.set(id, sum)
    }
    sum.states += states
    sum.chance += states / offered.length
    if (offered[0] === best) sum.first += states
    if (longest('zh') === best) sum.longestZh += states
    if (longest('en') === best) sum.longestEn += states
  }

  /** The figures; null if there are too few offers to say anything. */
  figures(): LeakReport | null {
    const sums = [...this.#nodes.values()]
    if (sums.length < LEAST_OFFERS) return null
    const share = (name: 'chance' | 'first' | 'longestZh' | 'longestEn'): number =>
      sums.reduce((total, sum) => total + sum[name] / sum.states, 0) / sums.length
    return {
      nodes: sums.length,
      chance: share('chance'),
      first: share('first'),
      longestZh: share('longestZh'),
      longestEn: share('longestEn'),
    }
  }

  report(finder: Finder): void {
    const figures = this.figures()
    if (!figures) return
    const { chance, first, longestZh, longestEn } = figures
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
    judge(
      'SC062',
      Math.max(longestZh, longestEn),
      longestZh >= longestEn ? '中文里最长的回复就是最好的' : '英文里最长的回复就是最好的',
      longestZh >= longestEn
        ? 'The longest reply in Chinese is the best one'
        : 'The longest reply in English is the best one',
    )
    judge('SC063', first, '第一个回复就是最好的', 'The first reply is the best one')
  }
}
