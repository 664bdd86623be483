import type { Answer, Fact } from '../scenario/key.ts'
import { expected } from '../scoring/context.ts'
import type { Point } from '../sim/atlas.ts'
import type { Command, RecordChange } from '../sim/command.ts'
import type { UnitKind } from '../taxonomy/vocabulary.ts'
import { type Hand, newsOf } from './hand.ts'

/** The written half of the work, done as the key asks: the next thing to record, send or tell, or null. */

export interface ClerkHabits {
  /** Writes down facts once heard. */
  readonly records: boolean
  /** Sets class, priority and owner by what was heard, and revises them. */
  readonly classifies: 'never' | 'once' | 'always'
  /** Sends units and tells partners. */
  readonly sends: boolean
  /** Passes new facts on. */
  readonly updates: boolean
  /** What it takes the right answer for; missing: it knows it. */
  readonly believes?: (right: Answer) => Answer
  /** Does it think of this duty or fact (`unit/patrol`, `partner/119`, `fact/where`)? Missing: of all. */
  readonly thinksOf?: (what: string) => boolean
}

export function nextTask(hand: Hand, habits: ClerkHabits): Command | null {
  return (
    (habits.classifies === 'never' ? null : classify(hand, habits)) ??
    (habits.sends ? sendFirst(hand, habits) : null) ??
    (habits.records ? recordNext(hand, habits) : null) ??
    (habits.sends ? sendRest(hand, habits) : null) ??
    (habits.sends ? callIn(hand, habits) : null) ??
    (habits.updates ? passOn(hand) : null)
  )
}

/** The right answer by what was heard. */
export function rightNow(hand: Hand): Answer | undefined {
  return hand.session.rolled.scenario.key.answers.findLast((answer) => hand.holds(answer.when))
}

const set = (change: RecordChange): Command => ({ do: 'set', change })

const thinks = ({ thinksOf }: ClerkHabits, what: string): boolean => thinksOf?.(what) ?? true

function classify(hand: Hand, { classifies, believes }: ClerkHabits): Command | null {
  const truth = rightNow(hand)
  const { record } = hand
  if (!truth) return null
  const right = believes ? believes(truth) : truth
  const revises = classifies === 'always'
  if (record.class === null || (revises && record.class !== right.class.is))
    return set({ field: 'class', value: right.class.is })
  if (record.priority === null || (revises && record.priority !== right.priority))
    return set({ field: 'priority', value: right.priority })
  if (record.owner === null || (revises && record.owner !== right.owner))
    return set({ field: 'owner', value: right.owner })
  return null
}

/** How a fact would be written down, given what the record's field holds already. */
export function writing(hand: Hand, fact: Fact): RecordChange | null {
  const { record } = hand
  const wanted = expected(fact)
  const value = wanted[0]
  if (value === undefined) return null
  switch (fact.record) {
    case 'location': {
      const place = String(value)
      return record.location?.place === place
        ? null
        : { field: 'location', value: { place, text: place } }
    }
    case 'people': {
      const count =
        wanted.find((item) => typeof item === 'number') ?? Number.parseInt(String(value), 10)
      return record.people === count || Number.isNaN(count)
        ? null
        : { field: 'people', value: count }
    }
    case 'callback':
    case 'when':
    case 'callerName': {
      const text = String(value)
      return record[fact.record] === text ? null : { field: fact.record, value: text }
    }
    default: {
      const list = record[fact.record]
      const word = String(value)
      return list.includes(word) ? null : { field: fact.record, value: [...list, word] }
    }
  }
}

function recordNext(hand: Hand, habits: ClerkHabits): Command | null {
  // the place first: everything else can wait for it
  const facts = hand
    .heardFacts()
    .toSorted(([, a], [, b]) => Number(b.record === 'location') - Number(a.record === 'location'))
  for (const [id, fact] of facts) {
    if (!thinks(habits, `fact/${id}`)) continue
    const change = writing(hand, fact)
    if (change) return set(change)
  }
  return null
}

const unitsNeeded = (hand: Hand, habits: ClerkHabits): UnitKind[] =>
  hand.session.rolled.scenario.key.units
    .filter(
      (duty) =>
        duty.need === 'required' && hand.holds(duty.when) && thinks(habits, `unit/${duty.kind}`),
    )
    .map((duty) => duty.kind)

const kindsSent = (hand: Hand): (UnitKind | undefined)[] =>
  hand.sent.map((id) => hand.session.atlas.units.find((unit) => unit.id === id)?.kind)

function send(hand: Hand, kind: UnitKind, to: Point | null): Command | null {
  const { atlas } = hand.session
  const free = atlas.units.filter((unit) => unit.kind === kind && !hand.sent.includes(unit.id))
  const nearest = to
    ? free.toSorted((a, b) => atlas.route(a, to).ms - atlas.route(b, to).ms)[0]
    : free[0]
  return nearest ? { do: 'send', unit: nearest.id } : null
}

/** The place as recorded; else what the system shows. */
function aim(hand: Hand): Point | null {
  const { location } = hand.record
  const place = location?.place === undefined ? undefined : hand.session.atlas.place(location.place)
  if (place) return place
  return hand.session.shown.point
}

/** A life at risk doesn't wait for the address: one unit towards what the system shows. */
function sendFirst(hand: Hand, habits: ClerkHabits): Command | null {
  const { priority } = hand.record
  if (hand.sent.length > 0 || (priority !== 'L1' && priority !== 'L2')) return null
  const kind = unitsNeeded(hand, habits)[0]
  if (kind === undefined) return null
  const to = aim(hand)
  return to ? send(hand, kind, to) : null
}

function sendRest(hand: Hand, habits: ClerkHabits): Command | null {
  if (!hand.record.location) return null
  const sent = kindsSent(hand)
  const missing = unitsNeeded(hand, habits).find((kind) => !sent.includes(kind))
  return missing ? send(hand, missing, aim(hand)) : null
}

function callIn(hand: Hand, habits: ClerkHabits): Command | null {
  const { session } = hand
  for (const duty of session.rolled.scenario.key.partners) {
    if (duty.need !== 'required' || !hand.holds(duty.when) || !hand.knows(duty.from)) continue
    if (!thinks(habits, `partner/${duty.partner}`)) continue
    if (duty.do === 'tell' && !hand.told.has(duty.partner) && isReachable(hand, duty.partner))
      return { do: 'tell', partner: duty.partner }
    if (hand.state !== 'up' || !hand.quiet) continue
    if (
      duty.do === 'bridge' &&
      !hand.bridged.has(duty.partner) &&
      isReachable(hand, duty.partner)
    ) {
      return { do: 'bridge', partner: duty.partner, announced: true }
    }
    if (duty.do === 'transfer') return { do: 'transfer', partner: duty.partner, asked: true }
  }
  return null
}

function isReachable(hand: Hand, partner: string): boolean {
  const { partners } = hand.session.rolled.scenario.world
  return !Object.hasOwn(partners, partner) || hand.holds(partners[partner]?.when)
}

/** Whoever is under way hears of every change: units, and services whose vehicle drives to the place. */
function passOn(hand: Hand): Command | null {
  const news = newsOf(hand.record)
  const stale = [...hand.passedOn].find(([, last]) => last !== news)
  if (!stale) return null
  const [who] = stale
  return hand.sent.includes(who) ? { do: 'update', unit: who } : { do: 'tell', partner: who }
}
