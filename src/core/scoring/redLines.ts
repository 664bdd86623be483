import type { Critical } from '../scenario/key.ts'
import type { CriticalKind } from '../taxonomy/vocabulary.ts'
import { heldAt, isPlaced, type Marking, rightAt, since } from './context.ts'
import { perObject } from './perObject.ts'
import type { Rubric } from './rubric.ts'
import type { Crossing } from './scorecard.ts'
import type { Moment } from './trace.ts'

/** The three red lines: what the rubric forbids in every call, and what this story forbids. */
export function crossings(mark: Marking): Crossing[] {
  const generic = generalRules(mark.rubric).flatMap(({ entry, kind, rule }) => {
    const moment = rule(mark)
    return moment
      ? [
          {
            line: entry.line,
            kind,
            id: null,
            text: entry.name,
            at: moment.at,
            evidence: [moment.n],
          },
        ]
      : []
  })
  const own = mark.rolled.scenario.key.critical.flatMap((critical): Crossing[] => {
    const moment = crossed(mark, critical)
    return moment
      ? [
          {
            line: critical.line,
            kind: critical.kind,
            id: critical.id,
            text: critical.text,
            at: moment.at,
            evidence: [moment.n],
          },
        ]
      : []
  })
  // the story's own wording of a failure stands for the general one
  const told = new Set(own.map(({ kind }) => kind))
  return [...own, ...generic.filter(({ kind }) => !told.has(kind as CriticalKind))].sort(
    (a, b) => a.at - b.at,
  )
}

type Rule = (mark: Marking) => Moment | null

const rules: Partial<Record<CriticalKind, Rule>> = {
  'answer-late': ({ traced, rubric, rolled }) => {
    const limit = rolled.scenario.key.targets.answer?.[1] ?? rubric.stages.answer.limit.value
    if (traced.answer && traced.answer.at <= limit) return null
    return traced.answer ?? { n: 0, at: limit }
  },
  'hold-life-risk': (mark) => {
    const { traced, rubric } = mark
    const held = traced.holds.find(
      ({ from, to }) => to - from > rubric.limits.hold.value && rightAt(mark, to).priority === 'L1',
    )
    return held ? { n: held.n, at: held.to } : null
  },
  'trainee-hung-up': ({ traced }) => traced.hungUp,
  'no-call-back': ({ traced, rubric }) => {
    const { limit } = rubric.stages.callBack
    const drop = traced.drops.find(({ at, calledBackAt }) =>
      calledBackAt === null ? traced.endAt - at > 0 : calledBackAt - at > limit.value,
    )
    return drop ? { n: drop.n, at: drop.calledBackAt ?? drop.at + limit.value } : null
  },
  'life-risk-diverted': (mark) => {
    const { traced } = mark
    if (mark.right.priority !== 'L1' || !traced.record.class?.startsWith('N0')) return null
    return traced.lastSet.get('class') ?? null
  },
  'wrong-place-no-readback': (mark) => {
    const { traced } = mark
    for (const arrival of traced.arrivals) {
      if (arrival.right) continue
      const order = traced.orders.findLast(
        ({ unit, what, at }) =>
          unit === arrival.unit && (what === 'send' || what === 'update') && at <= arrival.at,
      )
      const readBack =
        order &&
        traced.said.some(({ at, reply }) => at <= order.at && reply.acts.includes('READBACK'))
      if (order?.record.location && !isPlaced(mark, order.record) && !readBack) return arrival
    }
    return null
  },
  'danger-not-passed-on': ({ traced, facts }) => {
    for (const [id, fact] of facts) {
      const heard = traced.known.get(id)
      if (fact.record !== 'weapons' || fact.is === 'none' || !heard) continue
      const under = traced.orders.find(({ what, at }) => what === 'send' && at < heard.at)
      const told = traced.orders.some(
        ({ what, at }) =>
          at >= heard.at && (what === 'update' || what === 'send' || what === 'recall'),
      )
      if (under && !told) return { n: heard.n, at: heard.at }
    }
    return null
  },
  'no-unit': ({ traced, right, required }) => {
    if ((right.priority !== 'L1' && right.priority !== 'L2') || required.length === 0) return null
    const went = traced.orders.some(
      ({ what, kind }) => what === 'send' && required.some((duty) => duty.kind === kind),
    )
    return went ? null : { n: traced.ending?.n ?? 0, at: traced.endAt }
  },
  'no-chase': ({ traced, rubric }) => {
    const { limit } = rubric.stages.chase
    const wait = traced.waits.find(
      ({ from, to }) => to - from > rubric.stages.signIn.target.value + limit.value,
    )
    return wait
      ? { n: wait.n, at: wait.from + rubric.stages.signIn.target.value + limit.value }
      : null
  },
}

/** The rubric's entries that have a rule of their own. */
const generalRules = perObject((rubric: Rubric) =>
  Object.entries(rules).flatMap(([kind, rule]) => {
    const entry = rubric.critical.find((candidate) => candidate.id === kind)
    return entry ? [{ entry, kind, rule }] : []
  }),
)

/** When this story's own failure was crossed; null if it wasn't. */
function crossed(mark: Marking, critical: Critical): Moment | null {
  const { traced } = mark
  const named = traced.critical.find(({ id }) => id === critical.id)
  if (named) return heldAt(mark, critical.when, named.at) ? named : null
  const on = critical.on
  if (!on) return null
  if ('class' in on) {
    const { class: chosen } = traced.record
    if (chosen === null || !on.class.some((id) => chosen === id || chosen.startsWith(`${id}.`)))
      return null
    const moment = traced.lastSet.get('class')
    return moment && heldAt(mark, critical.when, traced.endAt) ? moment : null
  }
  if ('trainee' in on) return counts(mark, critical, traced.hungUp)
  if ('act' in on)
    return counts(
      mark,
      critical,
      traced.said.find(({ reply }) => reply.acts.some((act) => on.act.includes(act))),
    )
  if ('said' in on)
    return counts(
      mark,
      critical,
      traced.said.find(({ reply }) =>
        on.said.some((id) => reply.id === id || reply.id.endsWith(`.${id}`)),
      ),
    )
  if ('not-told' in on) {
    const told = traced.partners.find((entry) => entry.partner === on['not-told'])
    return overdue(mark, critical, on.from, on.within, told)
  }
  if ('not-sent' in on) {
    const sent = traced.orders.find(
      ({ what, kind }) => what === 'send' && kind !== null && on['not-sent'].includes(kind),
    )
    return overdue(mark, critical, on.from, on.within, sent)
  }
  if ('bridged' in on) {
    return counts(
      mark,
      critical,
      traced.partners.find(
        (entry) =>
          entry.what === 'bridge' &&
          entry.partner === on.bridged &&
          (on.announced === undefined || entry.announced === on.announced),
      ),
    )
  }
  if ('transferred' in on) {
    return counts(
      mark,
      critical,
      traced.partners.find(
        (entry) =>
          entry.what === 'transfer' &&
          entry.partner === on.transferred &&
          (on.asked === undefined || entry.asked === on.asked),
      ),
    )
  }
  if ('fact' in on) {
    const heard = traced.known.get(on.fact)
    if (!heard) return null
    const told = [...traced.orders, ...traced.partners].some(({ at }) => at >= heard.at)
    return told ? null : counts(mark, critical, heard)
  }
  return traced.ending && on.ending.includes(traced.ending.id)
    ? counts(mark, critical, traced.ending)
    : null
}

/** The moment, if the failure's condition held then. */
function counts(mark: Marking, critical: Critical, moment: Moment | null | undefined) {
  return moment && heldAt(mark, critical.when, moment.at) ? moment : null
}

/** Crossed once the time has run out while the call was still going, or the attempt ended without it. */
function overdue(
  mark: Marking,
  critical: Critical,
  from: string | undefined,
  within: number,
  done: Moment | undefined,
): Moment | null {
  const start = since(mark, from)
  if (start === null) return null
  const due = start + within
  if (done && done.at <= due) return null
  if (!done && mark.traced.endAt < due) return null
  const moment = { n: done?.n ?? mark.traced.ending?.n ?? 0, at: due }
  return heldAt(mark, critical.when, due) ? moment : null
}
