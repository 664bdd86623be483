import { item, type Marking } from './context.ts'
import type { Item } from './scorecard.ts'

/** D6: the share of supportive acts, the caller's mood at the end beside the best reachable, forbidden words, interruptions. */
export function judgeTalk(mark: Marking): Item[] {
  const { traced, rubric, manner } = mark
  const { parts, losses, share } = rubric.dims.D6
  const { said } = traced
  const supportive = said.filter(({ reply }) => manner(reply).supportive)
  const percent = said.length === 0 ? 0 : Math.floor((supportive.length * 100) / said.length)
  const span = share.full.value - share.none.value
  const reach = Math.max(0, Math.min(span, percent - share.none.value))
  const enough = Math.min(said.length, share.minimum.value)
  const points = Math.floor(
    (parts.supportive.value * reach * enough) / (span * share.minimum.value),
  )
  const items = [
    item(
      'D6',
      'acts',
      String(percent),
      points,
      parts.supportive.value,
      said[said.length - 1] ?? null,
      supportive.map(({ n }) => n),
    ),
    moodItem(mark),
  ]
  for (const entry of said) {
    const bad = manner(entry.reply).forbidden
    if (bad) items.push(item('D6', 'forbidden-act', bad, -losses.forbidden.value, 0, entry))
    if (entry.interrupts)
      items.push(item('D6', 'interruptions', entry.reply.id, -losses.interruption.value, 0, entry))
  }
  return items
}

/** The caller's mood at the end beside the best that could be reached. */
function moodItem({ end: { moods }, traced, rubric, rolled, script }: Marking): Item {
  const { achievable } = rolled.scenario.key
  const [trust, arousal] = script.moods.start
  const max = rubric.dims.D6.parts.moods.value
  const trustMax = Math.ceil(max / 2)
  const spoke = traced.said.length > 0
  const earned =
    wayGone(trustMax, trust, achievable.trust, moods[0], spoke) +
    wayGone(max - trustMax, arousal, achievable.arousal, moods[1], spoke)
  return item('D6', 'moods', '', earned, max, traced.ending)
}

/** Points for how far of the way from the start to the best reachable. */
function wayGone(max: number, from: number, to: number, now: number, spoke: boolean): number {
  if (from === to) return spoke && now === to ? max : 0
  const part = Math.floor((max * (now - from)) / (to - from))
  return Math.max(0, Math.min(max, part))
}
