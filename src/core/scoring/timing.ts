import type { Key } from '../scenario/key.ts'
import type { Text } from '../scenario/primitives.ts'
import {
  heldAt,
  isPlaced,
  isRecorded,
  item,
  type Marking,
  shareEvenly,
  since,
  timePoints,
} from './context.ts'
import type { Stage } from './rubric.ts'
import type { Item, StageTime } from './scorecard.ts'
import type { Moment, Order } from './trace.ts'

/** D4 and the second headline: how long each stage took, with the uncertainty of the device it was taken on. */

interface Span {
  readonly target: number
  readonly limit: number
}

function span(mark: Marking, own: readonly [number, number] | undefined, stage: Stage): Span {
  if (own) return { target: own[0], limit: own[1] }
  const { target, limit } = mark.rubric.stages[stage]
  return { target: target.value, limit: limit.value }
}

export function dispatchSpan(mark: Marking): Span {
  const { priority } = mark.right
  const stage =
    priority === 'L1'
      ? 'firstDispatchL1'
      : priority === 'L2'
        ? 'firstDispatchL2'
        : 'firstDispatchL3'
  return span(mark, mark.rolled.scenario.key.targets['first-dispatch'], stage)
}

/** The first order that set a required unit on its way. */
export function firstDispatch(mark: Marking): Order | null {
  return (
    mark.traced.orders.find(
      (order) => order.what === 'send' && mark.required.some((duty) => duty.kind === order.kind),
    ) ?? null
  )
}

/** The first moment at which that unit (or any later one of its kind) knew the right place. */
function placedAt(mark: Marking, first: Order): Moment | null {
  return (
    mark.traced.orders.find(
      (order) =>
        order.n >= first.n &&
        (order.what === 'send' || order.what === 'update') &&
        order.kind === first.kind &&
        isPlaced(mark, order.record),
    ) ?? null
  )
}

/** The transfer that the key asks for instead of units. */
function transferDuty(mark: Marking) {
  return mark.partners.find((duty) => duty.do === 'transfer' && duty.need === 'required')
}

function dispatchItem(mark: Marking, max: number): Item {
  const { traced } = mark
  const ownerRight = traced.record.owner === mark.right.owner
  if (mark.required.length === 0) {
    const duty = transferDuty(mark)
    const done = duty
      ? traced.partners.find((entry) => entry.what === 'transfer' && entry.partner === duty.partner)
      : undefined
    if (!duty)
      return item(
        'D4',
        'dispatch-time',
        'none',
        traced.orders.some((order) => order.what === 'send') ? 0 : max,
        max,
        null,
      )
    const from = since(mark, duty.from)
    const { target, limit } = span(
      mark,
      duty.within === undefined ? undefined : [duty.within, duty.within * 3],
      'partnerTold',
    )
    const ms = done && from !== null ? Math.max(0, done.at - from) : null
    if (done && !ownerRight) return item('D4', 'dispatch-gated', duty.partner, 0, max, done)
    return item(
      'D4',
      'dispatch-time',
      duty.partner,
      timePoints(max, ms, target, limit),
      max,
      done ?? null,
    )
  }
  const first = firstDispatch(mark)
  if (!first || traced.answeredAt === null) return item('D4', 'dispatch-time', 'unit', 0, max, null)
  const placed = placedAt(mark, first)
  // speed never buys accuracy: no points for a fast dispatch to the wrong desk or the wrong place
  if (!ownerRight || !placed) return item('D4', 'dispatch-gated', first.unit, 0, max, first)
  const { target, limit } = dispatchSpan(mark)
  const info = placeKnownAt(mark)
  const afterInfo = span(mark, undefined, 'dispatchAfterInfo')
  const points = Math.max(
    timePoints(max, first.at - traced.answeredAt, target, limit),
    info === null
      ? 0
      : timePoints(max, Math.max(0, placed.at - info), afterInfo.target, afterInfo.limit),
  )
  return item('D4', 'dispatch-time', first.unit, points, max, first, [first.n, placed.n])
}

function placeKnownAt({ facts, traced }: Marking): number | null {
  const place = facts.find(([, fact]) => fact.record === 'location')
  return place ? (traced.known.get(place[0])?.at ?? null) : null
}

/** What units must be told once they are under way: place, weapons, dangers, injuries that were learned later. */
const PASSED_ON = ['location', 'weapons', 'dangers', 'injuries']

function updateItem(mark: Marking, max: number): Item {
  const { traced } = mark
  const first = firstDispatch(mark)
  if (!first) {
    const noUnits = mark.required.length === 0
    return item(
      'D4',
      'update-time',
      '',
      noUnits && !traced.orders.some((order) => order.what === 'send') ? max : 0,
      max,
      null,
    )
  }
  const { target, limit } = span(mark, undefined, 'update')
  const late = mark.facts.flatMap(([id, fact]) => {
    const heard = traced.known.get(id)
    return heard && heard.at > first.at && PASSED_ON.includes(fact.record) && fact.is !== 'none'
      ? [{ heard, fact }]
      : []
  })
  if (late.length === 0) return item('D4', 'update-time', '', max, max, first)
  const shares = shareEvenly(max, late.length)
  let points = 0
  const evidence: number[] = []
  for (const [index, { heard, fact }] of late.entries()) {
    const told = traced.orders.find(
      (order) =>
        order.at >= heard.at &&
        (order.what === 'update' || order.what === 'send') &&
        isRecorded(mark, fact, order.record),
    )
    points += timePoints(shares[index] ?? 0, told ? told.at - heard.at : null, target, limit)
    if (told) evidence.push(told.n)
  }
  return item('D4', 'update-time', '', points, max, first, evidence)
}

function stageDone(mark: Marking, to: Key['stage'][number]['to'], from: number): Moment | null {
  const { traced } = mark
  const after = <T extends Moment>(list: readonly T[], fits: (entry: T) => boolean): T | null =>
    list.find((entry) => fits(entry)) ?? null
  if ('told' in to)
    return after(traced.partners, (entry) => entry.what === 'tell' && entry.partner === to.told)
  if ('sent' in to)
    return after(traced.orders, (order) => order.what === 'send' && order.kind === to.sent)
  if ('act' in to)
    return after(traced.said, (said) => said.at >= from && said.reply.acts.includes(to.act))
  if ('known' in to) return traced.known.get(to.known) ?? null
  if ('bridged' in to)
    return after(
      traced.partners,
      (entry) => entry.what === 'bridge' && entry.partner === to.bridged,
    )
  if ('transferred' in to)
    return after(
      traced.partners,
      (entry) => entry.what === 'transfer' && entry.partner === to.transferred,
    )
  const drop = traced.drops.find((entry) => entry.calledBackAt !== null)
  return drop && drop.calledBackAt !== null ? { n: drop.n, at: drop.calledBackAt } : null
}

interface StageResult {
  readonly name: Text
  readonly ms: number | null
  readonly span: Span
  readonly moment: Moment | null
}

/** The story's own clocks that apply to this attempt. */
function stages(mark: Marking): StageResult[] {
  const { traced, rolled } = mark
  return rolled.scenario.key.stage.flatMap((stage): StageResult[] => {
    if (!heldAt(mark, stage.when, traced.endAt)) return []
    const isCallBack = 'callback' in stage.to
    if (isCallBack && traced.drops.length === 0) return []
    const from = isCallBack ? (traced.drops[0]?.at ?? null) : since(mark, stage.from)
    const moment = from === null ? null : stageDone(mark, stage.to, from)
    return [
      {
        name: stage.name,
        ms: moment && from !== null ? Math.max(0, moment.at - from) : null,
        span: { target: stage.span[0], limit: stage.span[1] },
        moment,
      },
    ]
  })
}

export function judgeTiming(mark: Marking): Item[] {
  const { traced, rubric } = mark
  const { parts } = rubric.dims.D4
  const own = stages(mark)
  const answerSpan = span(mark, mark.rolled.scenario.key.targets.answer, 'answer')
  const shares = shareEvenly(parts.stage.value, own.length)
  return [
    item(
      'D4',
      'answer-time',
      '',
      timePoints(parts.answer.value, traced.answeredAt, answerSpan.target, answerSpan.limit),
      parts.answer.value,
      traced.answer,
    ),
    // without a clock of its own a story gives these points to the dispatch
    dispatchItem(mark, parts.dispatch.value + (own.length === 0 ? parts.stage.value : 0)),
    updateItem(mark, parts.updates.value),
    ...own.map((stage, index) =>
      item(
        'D4',
        'stage-time',
        String(index),
        timePoints(shares[index] ?? 0, stage.ms, stage.span.target, stage.span.limit),
        shares[index] ?? 0,
        stage.moment,
      ),
    ),
  ]
}

/** Median of whole numbers; the lower of the two in the middle. Null without any. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null
}

function timeRow(
  { traced }: Marking,
  stage: string,
  from: number | null,
  moment: Moment | null,
  within: Span,
): StageTime {
  const ms = moment && from !== null ? Math.max(0, moment.at - from) : null
  const blurred =
    moment !== null &&
    from !== null &&
    traced.hidden.some((gap) => gap.from < moment.at && gap.to > from)
  return {
    stage,
    name: null,
    ms,
    target: within.target,
    limit: within.limit,
    error: blurred || (stage === 'answer' && traced.soundTrouble) ? null : traced.deviceError,
    met: ms !== null && ms <= within.target,
    evidence: moment ? [moment.n] : [],
  }
}

/** The second headline. */
export function stageTimes(mark: Marking): StageTime[] {
  const { traced, rolled } = mark
  const { key } = rolled.scenario
  const start = traced.answeredAt
  const firstRight =
    traced.revisions.find(
      ({ change, record }) => change.field === 'location' && isPlaced(mark, record),
    ) ?? null
  const classes = traced.revisions.filter(
    ({ change }) => change.field === 'class' && change.value !== null,
  )
  const rows = [timeRow(mark, 'answer', 0, traced.answer, span(mark, key.targets.answer, 'answer'))]
  if (mark.truth)
    rows.push(timeRow(mark, 'place', start, firstRight, span(mark, key.targets.place, 'locate')))
  rows.push(
    timeRow(
      mark,
      'first-class',
      start,
      classes[0] ?? null,
      span(mark, key.targets['first-class'], 'firstClass'),
    ),
    timeRow(
      mark,
      'final-class',
      start,
      classes[classes.length - 1] ?? null,
      span(mark, key.targets['final-class'], 'finalClass'),
    ),
  )
  if (mark.required.length > 0)
    rows.push(timeRow(mark, 'first-dispatch', start, firstDispatch(mark), dispatchSpan(mark)))
  for (const duty of mark.partners) {
    if (duty.need !== 'required') continue
    const done =
      traced.partners.find((entry) => entry.partner === duty.partner && entry.what === duty.do) ??
      null
    const own: [number, number] | undefined =
      duty.within === undefined ? undefined : [duty.within, duty.within * 2]
    rows.push(
      timeRow(
        mark,
        `partner:${duty.partner}`,
        since(mark, duty.from),
        done,
        span(mark, own, duty.partner === 'duty-lead' ? 'leadTold' : 'partnerTold'),
      ),
    )
  }
  for (const drop of traced.drops) {
    rows.push(
      timeRow(
        mark,
        'call-back',
        drop.at,
        drop.calledBackAt === null ? null : { n: drop.n, at: drop.calledBackAt },
        span(mark, undefined, 'callBack'),
      ),
    )
  }
  for (const [index, stage] of stages(mark).entries()) {
    rows.push({
      stage: `stage:${index}`,
      name: stage.name,
      ms: stage.ms,
      ...stage.span,
      error: traced.deviceError,
      met: stage.ms !== null && stage.ms <= stage.span.target,
      evidence: stage.moment ? [stage.moment.n] : [],
    })
  }
  const gap = median(traced.gaps)
  const gapSpan = span(mark, undefined, 'replyGap')
  if (gap !== null) {
    rows.push({
      stage: 'reply-gap',
      name: null,
      ms: gap,
      ...gapSpan,
      error: traced.hidden.length > 0 ? null : traced.deviceError,
      met: gap <= gapSpan.target,
      evidence: [],
    })
  }
  return rows
}
