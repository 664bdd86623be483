import type { PartnerDuty } from '../scenario/key.ts'
import { item, type Marking, shareEvenly, since, timePoints } from './context.ts'
import type { Item } from './scorecard.ts'
import type { PartnerMoment } from './trace.ts'

/** D5: the right units and partners, the duty lead told, three-way calls announced, nobody sent for nothing. */
export function judgeTeamwork(mark: Marking): Item[] {
  const { traced, rubric, units, partners: duties, required } = mark
  const { parts, losses, points } = rubric.dims.D5
  const needed = duties.filter((duty) => duty.need === 'required')
  const lead = needed.find((duty) => duty.partner === 'duty-lead' && duty.do === 'tell')
  const bridges = needed.filter((duty) => duty.do === 'bridge')
  const others = needed.filter((duty) => duty !== lead && duty.do !== 'bridge')

  // parts that a story doesn't ask for go to the required ones
  const basis =
    parts.required.value +
    (lead ? 0 : parts.dutyLead.value) +
    (bridges.length > 0 ? 0 : parts.threeWay.value)
  const shares = shareEvenly(basis, required.length + others.length)
  const items: Item[] = []
  const sent = traced.orders.filter((order) => order.what === 'send')
  for (const [index, duty] of required.entries()) {
    const order = sent.find((candidate) => candidate.kind === duty.kind)
    const max = shares[index] ?? 0
    items.push(item('D5', 'unit', duty.kind, order ? max : 0, max, order ?? null))
  }
  for (const [index, duty] of others.entries())
    items.push(partnerItem(mark, duty, shares[required.length + index] ?? 0))
  if (lead) items.push(partnerItem(mark, lead, parts.dutyLead.value))
  const bridgeShares = shareEvenly(parts.threeWay.value, bridges.length)
  for (const [index, duty] of bridges.entries()) {
    const max = bridgeShares[index] ?? 0
    const done = doneFor(mark, duty)
    items.push(
      item('D5', 'bridge-announced', duty.partner, done?.announced ? max : 0, max, done ?? null),
    )
  }
  for (const order of sent) {
    const duty = units.find((candidate) => candidate.kind === order.kind)
    if (duty?.need === 'harmful')
      items.push(item('D5', 'unit-harmful', order.unit, -losses.harmful.value, 0, order))
    else if (!duty && order.kind !== null)
      items.push(item('D5', 'unit-useless', order.unit, -losses.useless.value, 0, order))
    else if (
      duty &&
      sent.filter((other) => other.kind === order.kind && other.n <= order.n).length > 2
    ) {
      // a second unit of a kind is backing; a third is one that another call lacks
      items.push(item('D5', 'unit-useless', order.unit, -losses.useless.value, 0, order))
    }
  }
  for (const duty of duties) {
    if (duty.need !== 'harmful') continue
    const done = doneFor(mark, duty)
    if (done)
      items.push(item('D5', 'partner-harmful', duty.partner, -losses.harmful.value, 0, done))
  }
  // with nothing asked for, the points stand for having sent nobody
  if (items.every((entry) => entry.max === 0)) {
    items.unshift(
      item('D5', 'unit', 'none', sent.length === 0 ? points.value : 0, points.value, null),
    )
  }
  return items
}

/** When a duty towards a partner was first done. */
function doneFor({ traced }: Marking, duty: PartnerDuty): PartnerMoment | undefined {
  return traced.partners.find((entry) => entry.partner === duty.partner && entry.what === duty.do)
}

function partnerItem(mark: Marking, duty: PartnerDuty, max: number): Item {
  const done = doneFor(mark, duty)
  const from = since(mark, duty.from)
  const { leadTold, partnerTold } = mark.rubric.stages
  const target = duty.within ?? (duty.partner === 'duty-lead' ? leadTold : partnerTold).target.value
  const ms = done ? Math.max(0, done.at - (from ?? done.at)) : null
  // late is better than never: what is done at all keeps a third
  const points =
    ms === null ? 0 : Math.max(timePoints(max, ms, target, target * 2), Math.floor(max / 3))
  return item('D5', 'partner', duty.partner, points, max, done ?? null)
}
