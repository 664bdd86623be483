import { comparison, type Text } from '../scenario/primitives.ts'
import type { Scorecard } from '../scoring/scorecard.ts'
import type { Expectation } from './plan.ts'
import type { Standing } from './trail.ts'

const MOODS = {
  trust: { zh: '信任', en: 'Trust' },
  arousal: { zh: '激动', en: 'Arousal' },
  patience: { zh: '耐心', en: 'Patience' },
} as const

const differs = (what: Text, is: string, wanted: string): Text => ({
  zh: `${what.zh}应为 ${wanted}，实际是 ${is}。`,
  en: `${what.en} should be ${wanted} but is ${is}.`,
})

/** What of an expectation doesn't hold; the scorecard is only asked for if points or red lines are expected. */
export function unmet(
  expected: Expectation,
  now: Standing,
  card: () => Scorecard,
): readonly Text[] {
  const faults: Text[] = []
  const { node, line, ending, score } = expected
  if (node !== undefined && node !== now.node)
    faults.push(differs({ zh: '对话节点', en: 'The node' }, now.node ?? '—', node))
  if (line !== undefined && line !== now.line)
    faults.push(differs({ zh: '线路', en: 'The line' }, now.line, line))
  if (ending !== undefined && (ending === 'any' ? now.ending === null : ending !== now.ending))
    faults.push(differs({ zh: '结局', en: 'The ending' }, now.ending ?? '—', ending))
  for (const fact of expected.known ?? [])
    if (!now.known.includes(fact))
      faults.push({ zh: `要素“${fact}”还没问到。`, en: `The fact '${fact}' is not known.` })
  for (const fact of expected.unknown ?? [])
    if (now.known.includes(fact))
      faults.push({
        zh: `要素“${fact}”不该已经知道。`,
        en: `The fact '${fact}' should not be known.`,
      })
  for (const flag of expected.flags ?? [])
    if (!now.flags.includes(flag))
      faults.push({ zh: `标记“${flag}”没有立起来。`, en: `The flag '${flag}' is not set.` })
  for (const mood of ['trust', 'arousal', 'patience'] as const) {
    const wanted = expected.moods?.[mood]
    if (wanted === undefined) continue
    const { min, max } = comparison.parse(wanted)
    const is = now.moods[mood]
    if (is < min || is > max) faults.push(differs(MOODS[mood], String(is), wanted))
  }
  if (score !== undefined && (card().total ?? 0) < score)
    faults.push(differs({ zh: '得分', en: 'The score' }, String(card().total ?? 0), `>= ${score}`))
  const red = expected['red-line']
  if (red !== undefined) {
    const crossed = card().redLines.map(({ id, kind }) => id ?? kind)
    const right =
      red === 'none'
        ? crossed.length === 0
        : red === 'any'
          ? crossed.length > 0
          : crossed.includes(red)
    if (!right)
      faults.push(differs({ zh: '红线', en: 'Red lines' }, crossed.join(', ') || '—', red))
  }
  return faults
}
