import { fold, holdsOne, item, type Marking, wordsOf } from './context.ts'
import type { Item } from './scorecard.ts'

/** D7: a narrative with facts and not guesses, a safe close, a note for whoever takes it on. */
export function judgeClosing(mark: Marking): Item[] {
  const { traced, rubric, rolled } = mark
  const { parts, losses } = rubric.dims.D7
  const narrative = fold(traced.record.narrative ?? '')
  const written = traced.lastSet.get('narrative') ?? null
  const facts = mark.facts.filter(([id, fact]) => fact.words !== undefined && traced.known.has(id))
  const told = facts.filter(([, fact]) => holdsOne(narrative, wordsOf(fact)))
  // a third of what was heard earns the first point, two thirds the second
  const thirds =
    facts.length === 0
      ? narrative.length > 0
        ? 3
        : 0
      : Math.floor((told.length * 3) / facts.length)
  const items = [
    item(
      'D7',
      'narrative',
      '',
      Math.min(parts.narrative.value, thirds),
      parts.narrative.value,
      written,
    ),
  ]
  const { guess, fact } = rubric.words
  const guesses =
    narrative === '' ? [] : [...guess.zh, ...guess.en].filter((word) => narrative.includes(word))
  for (const word of guesses.slice(0, parts.narrative.value))
    items.push(item('D7', 'guess-words', word, -losses.guess.value, 0, written))

  const outcome = traced.ending ? rolled.scenario.endings[traced.ending.id]?.outcome : undefined
  const prepared = traced.said.findLast(({ reply }) =>
    reply.acts.some((act) => act === 'CLOSE' || act === 'EXPLAIN_NEXT'),
  )
  const safely =
    prepared !== undefined &&
    traced.hungUp === null &&
    (outcome === 'safe' || outcome === 'handed' || outcome === 'late')
  items.push(
    item(
      'D7',
      'safe-close',
      '',
      safely ? parts.close.value : 0,
      parts.close.value,
      prepared ?? null,
    ),
  )

  const noted = narrative !== '' && (holdsOne(narrative, fact.zh) || holdsOne(narrative, fact.en))
  items.push(
    item('D7', 'handover-note', '', noted ? parts.note.value : 0, parts.note.value, written),
  )
  return items
}
