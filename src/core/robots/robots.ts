import { draw } from '../scenario/hash.ts'
import type { ScriptReply } from '../scenario/script.ts'
import type { Command } from '../sim/command.ts'
import { LONGEST_MS, type Session } from '../sim/session.ts'
import { type ClerkHabits, nextTask } from './clerk.ts'
import { Hand } from './hand.ts'
import { randomCommand } from './random.ts'

/**
 * Robots: trainees whose habits are known. The best path must score high and careless habits must not; if the scores
 * don't order them as people would, the scenario or the rubric is wrong.
 */
export const ROBOTS = [
  'best',
  'careful',
  'random',
  'silent',
  'always-first',
  'always-longest',
  'always-l1',
  'hasty',
] as const
export type RobotId = (typeof ROBOTS)[number]

export interface Habits extends ClerkHabits {
  /** Which of the offered replies to say; null: none. */
  readonly chooses: (offered: readonly ScriptReply[], hand: Hand) => ScriptReply | null
  /** Hears the caller out before speaking. */
  readonly listens: boolean
  /** Calls back, chases, writes the narrative, finishes. */
  readonly tidy: boolean
  /** Looks and listens so long after the answer before it writes or sends anything, ms; missing: 0. */
  readonly ponders?: number
  /** Times as long between two things that a hand does, and before it answers or speaks; missing: 1. */
  readonly slowness?: number
}

const best = (offered: readonly ScriptReply[]): ScriptReply | null =>
  offered.find((reply) => reply.best) ?? null
const first = (offered: readonly ScriptReply[]): ScriptReply | null => offered[0] ?? null
const longest = (offered: readonly ScriptReply[], hand: Hand): ScriptReply | null => {
  const { lang } = hand.session.header
  return offered.toSorted((a, b) => b.text[lang].length - a.text[lang].length)[0] ?? null
}

const written: ClerkHabits = { records: true, classifies: 'always', sends: true, updates: true }
const obvious: ClerkHabits = { records: true, classifies: 'once', sends: false, updates: false }
/** The hasty robot's choices: classed and sent at the first line, never looked at again. */
const hurried: ClerkHabits = { records: true, classifies: 'once', sends: true, updates: false }

const habits: Record<Exclude<RobotId, 'random' | 'silent' | 'always-l1'>, Habits> = {
  best: { ...written, chooses: best, listens: true, tidy: true },
  /** The hasty robot's choices made with care: it hears people out. For comparison only. */
  careful: { ...hurried, chooses: best, listens: true, tidy: false },
  'always-first': { ...obvious, chooses: first, listens: true, tidy: false },
  'always-longest': { ...obvious, chooses: longest, listens: true, tidy: false },
  hasty: { ...hurried, chooses: best, listens: false, tidy: false },
}

/** Between two things that a hand does, and before a mouth opens, ms. */
const HAND_MS = 900
const BREATH_MS = 1200
const ANSWER_MS = 3000

/** Plays a session to its end. */
export function play(robot: RobotId, session: Session): void {
  if (robot === 'silent') playSilent(session)
  else if (robot === 'random') playRandom(session, [])
  else if (robot === 'always-l1') playRandom(session, alarm(session))
  else playBy(habits[robot], session)
}

/** Plays a session to its end by these habits. */
export function playBy(how: Habits, session: Session): void {
  const hand = new Hand(session)
  const slowness = how.slowness ?? 1
  const handMs = Math.round(HAND_MS * slowness)
  const breathMs = Math.round(BREATH_MS * slowness)
  const answerMs = Math.round(ANSWER_MS * slowness)
  hand.do({ do: 'answer' }, answerMs)
  const writesFrom = session.now + (how.ponders ?? 0)
  // between two journal entries a robot does at most a few things; the bound only guards against a story without end
  for (let step = 0; step < 3000 && !session.finished; step += 1) {
    if (hand.state === 'dropped' && how.tidy) {
      hand.do({ do: 'call-back' }, answerMs)
      continue
    }
    const overdue = how.tidy ? lateUnit(hand) : null
    const task = overdue ?? (session.now < writesFrom && !hand.ended ? null : nextTask(hand, how))
    if (task && !hand.refused.has(JSON.stringify(task))) {
      hand.do(task, handMs)
      continue
    }
    if (hand.ended) {
      if (how.tidy)
        hand.do({ do: 'set', change: { field: 'narrative', value: narrative(hand) } }, handMs)
      hand.do({ do: 'finish' }, handMs)
      continue
    }
    const { from, until } = session.call
    const ready = how.listens ? until + breathMs : from + handMs
    const reply =
      hand.state === 'up' && session.now >= from ? how.chooses(hand.offered(), hand) : null
    if (reply && session.now >= ready) hand.do({ do: 'say', reply: reply.id }, 0)
    // waiting for a mouth to open is bounded by what happens next
    else {
      const next = session.now < from ? from : session.now < ready ? ready : LONGEST_MS
      hand.wait(session.now < writesFrom ? Math.min(next, writesFrom) : next)
    }
  }
}

/** A robot chases before the limit of 30 s for signing in. */
const PATIENCE_MS = 20_000

/** A unit that should have signed in by now. */
function lateUnit({ session, unsigned }: Hand): Command | null {
  for (const [unit, sentAt] of unsigned) {
    if (session.now - sentAt >= PATIENCE_MS) return { do: 'chase', unit }
  }
  return null
}

/** Facts with their source, as one writes them: 报警人称 …. */
function narrative(hand: Hand): string {
  const { lang } = hand.session.header
  const words = hand.heardFacts().flatMap(([, fact]) => fact.words?.[lang][0] ?? [])
  return lang === 'zh'
    ? `报警人称：${words.join('，')}。已派警、已告知。`
    : `Caller says: ${words.join(', ')}. Units sent, partners told.`
}

function playSilent(session: Session): void {
  session.dispatch({ do: 'answer' }, ANSWER_MS)
  session.advanceTo(LONGEST_MS + 1)
}

/** L1 and P03 at once, and the nearest patrol, whatever the call is. */
function alarm(session: Session): Command[] {
  const to = session.shown.point ?? { x: 0, y: 0 }
  const patrol = session.atlas.units
    .filter((unit) => unit.kind === 'patrol')
    .toSorted((a, b) => session.atlas.route(a, to).ms - session.atlas.route(b, to).ms)[0]
  return [
    { do: 'set', change: { field: 'priority', value: 'L1' } },
    { do: 'set', change: { field: 'class', value: 'P03' } },
    { do: 'set', change: { field: 'owner', value: '110' } },
    ...(patrol ? [{ do: 'send' as const, unit: patrol.id }] : []),
  ]
}

/** Any possible act at random; with `opening`, only talk is random after it. */
function playRandom(session: Session, opening: readonly Command[]): void {
  const { seed } = session.header
  session.dispatch({ do: 'answer' }, 1000 + draw(seed, 'robot/answer', 9000))
  for (const command of opening) session.dispatch(command, session.now + HAND_MS)
  for (let step = 0; step < 400 && !session.finished; step += 1) {
    const chance = (name: string, below: number): number =>
      draw(seed, `robot/${step}/${name}`, below)
    const at = session.now + 800 + chance('pause', 7000)
    session.advanceTo(at)
    const offered = session.offered()
    const talk = offered[chance('reply', Math.max(1, offered.length))]
    if (opening.length > 0) {
      if (talk) session.dispatch({ do: 'say', reply: talk.id }, session.now)
      else if (session.call.ending !== null) session.dispatch({ do: 'finish' }, session.now)
      continue
    }
    session.dispatch(randomCommand(session, talk ?? null, chance), session.now)
  }
  session.advanceTo(LONGEST_MS + 1)
}
