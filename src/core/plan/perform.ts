import { duration, type Text } from '../scenario/primitives.ts'
import type { Command } from '../sim/command.ts'
import type { Entry } from '../sim/journal.ts'
import { LONGEST_MS, type Session } from '../sim/session.ts'
import type { PlanEvent, PlanStep } from './plan.ts'
import { standingOf } from './trail.ts'
import { notOffered, refused } from './why.ts'

/** `12.5s` → 12500. */
const momentMs = (moment: string): number => Math.round(Number.parseFloat(moment) * 1000)

/** Plays one step; the reason if it can't be done. */
export function perform(session: Session, step: PlanStep): Text | null {
  if (typeof step === 'string') return order(session, { do: step })
  if (step.at !== undefined) session.advanceTo(momentMs(step.at))
  if ('do' in step) return order(session, { do: step.do })
  if ('say' in step) return say(session, step.say, false)
  if ('interrupt' in step) return say(session, step.interrupt, true)
  if ('wait' in step) return wait(session, step.wait)
  if ('wait-for' in step) return waitFor(session, step['wait-for'])
  const command = commandOf(session, step)
  return command ? order(session, command) : refused('unknown-unit')
}

type Ordered = Exclude<
  PlanStep,
  | string
  | { do: unknown }
  | { say: unknown }
  | { interrupt: unknown }
  | { wait: unknown }
  | { 'wait-for': unknown }
>

function commandOf(session: Session, step: Ordered): Command | null {
  if ('find' in step) {
    const value = { place: step.find, text: step.find }
    return { do: 'set', change: { field: 'location', value } }
  }
  if ('classify' in step) return { do: 'set', change: { field: 'class', value: step.classify } }
  if ('priority' in step) return { do: 'set', change: { field: 'priority', value: step.priority } }
  if ('owner' in step) return { do: 'set', change: { field: 'owner', value: step.owner } }
  if ('set' in step) return { do: 'set', change: step.set }
  if ('tell' in step) return { do: 'tell', partner: step.tell }
  if ('bridge' in step) return { do: 'bridge', partner: step.bridge, announced: true }
  if ('bridge-unannounced' in step)
    return { do: 'bridge', partner: step['bridge-unannounced'], announced: false }
  if ('transfer' in step) return { do: 'transfer', partner: step.transfer, asked: true }
  if ('transfer-unasked' in step)
    return { do: 'transfer', partner: step['transfer-unasked'], asked: false }
  if ('dispatch' in step) {
    const unit = nearest(session, step.dispatch)
    return unit === null ? null : { do: 'send', unit }
  }
  if ('recall' in step) return ordered(session, 'recall', step.recall)
  if ('update' in step) return ordered(session, 'update', step.update)
  return ordered(session, 'chase', step.chase)
}

/** A unit that is out, by its id or kind. */
function ordered(
  session: Session,
  what: 'recall' | 'update' | 'chase',
  name: string,
): Command | null {
  const { units } = session.view()
  const found =
    units.find(({ id }) => id === name) ??
    units.find(({ kind, status }) => kind === name && status !== 'free')
  return found ? { do: what, unit: found.id } : null
}

/** A unit by its id; else the free one of that kind that is there soonest. */
function nearest(session: Session, name: string): string | null {
  const { units } = session.view()
  if (units.some(({ id }) => id === name)) return name
  const free = units.filter(({ kind, status }) => kind === name && status === 'free')
  const soonest = free.toSorted((a, b) => (a.etaIfSent ?? LONGEST_MS) - (b.etaIfSent ?? LONGEST_MS))
  return soonest[0]?.id ?? null
}

function order(session: Session, command: Command): Text | null {
  if (session.finished) return { zh: '这次练习已经结束。', en: 'The attempt is over already.' }
  const entries = session.dispatch(command, session.now)
  for (const entry of entries)
    if (entry.origin === 'script' && entry.happening.what === 'refused')
      return refused(entry.happening.why)
  return null
}

function say(session: Session, reply: string, interrupts: boolean): Text | null {
  const { call } = session
  session.advanceTo(interrupts ? call.from : Math.max(call.from, call.until))
  if (interrupts && session.now >= session.call.until)
    return { zh: '来电人没有在说话，打断不了。', en: 'Nobody speaks who could be interrupted.' }
  const offered = session.offered()
  if (!offered.some(({ id }) => id === reply)) return notOffered(reply, offered)
  return order(session, { do: 'say', reply })
}

/** Lets things happen until one entry is as wanted; false if none will be. */
function goOn(session: Session, until: () => boolean): boolean {
  while (!until()) {
    const due = session.nextDue
    if (session.finished || due === null) return false
    session.advanceTo(due)
  }
  return true
}

type Wait = Extract<PlanStep, { wait: unknown }>['wait']

function wait(session: Session, what: Wait): Text | null {
  const first = session.journal.length
  const since = (test: (entry: Entry) => boolean) => () => session.journal.slice(first).some(test)
  const nothing: Text = { zh: '没有再发生什么。', en: 'Nothing more happens.' }
  switch (what) {
    case 'quiet':
      session.advanceTo(session.call.until)
      return null
    case 'next':
      return goOn(
        session,
        since(({ origin }) => origin === 'script'),
      )
        ? null
        : nothing
    case 'silence':
      return goOn(
        session,
        since((entry) => entry.origin === 'script' && entry.happening.what === 'silence'),
      )
        ? null
        : { zh: '来电人没有打破沉默。', en: 'The caller never breaks the silence.' }
  }
  session.advanceTo(session.now + duration.parse(what))
  return null
}

function waitFor(session: Session, event: PlanEvent): Text | null {
  const name = Object.entries(event).flat().join(' ')
  return goOn(session, () => isSo(session, event))
    ? null
    : { zh: `没有等到：${name}。`, en: `It never comes: ${name}.` }
}

function isSo(session: Session, event: PlanEvent): boolean {
  if ('answered' in event) {
    const { answeredAt } = session.view().line
    return answeredAt !== null && session.now >= answeredAt + duration.parse(event.answered)
  }
  if ('joined' in event) return session.view().line.joined.includes(event.joined)
  if ('arrived' in event)
    return session
      .view()
      .units.some(({ kind, status }) => kind === event.arrived && status === 'arrived')
  if ('reaction' in event)
    return session.journal.some(
      (entry) =>
        entry.origin === 'script' &&
        entry.happening.what === 'reaction' &&
        entry.happening.id === event.reaction,
    )
  const { node, line, known, ending } = standingOf(session)
  if ('node' in event) return node === event.node
  if ('fact' in event) return known.includes(event.fact)
  if ('line' in event) return line === event.line
  return ending !== null && (event.ending === 'any' || event.ending === ending)
}
