import { draw } from '../scenario/hash.ts'
import type { Answer } from '../scenario/key.ts'
import type { ScriptReply } from '../scenario/script.ts'
import type { Session } from '../sim/session.ts'
import { PRIORITIES } from '../taxonomy/vocabulary.ts'
import { type Habits, playBy } from './robots.ts'

/**
 * A robot of known skill, for demonstrations and for the proof that scores measure skill: the better it is, the more
 * often it says, classes, records and sends the right thing, and the quicker it is. All its chance is drawn by name from
 * the attempt's seed.
 */
export interface Skill {
  /** 0: nearly everything by chance; 1: the best path. */
  readonly level: number
  /** Classes that it takes for another one more often than its skill would say: `P03` → `P09`. */
  readonly mixes?: Readonly<Record<string, string>>
}

/** What untrained ears take a call for when they don't listen (own list; the taxonomy's most common confusions). */
const GUESSES = ['P02', 'P03', 'P05', 'P08', 'P09', 'P12', 'N01'] as const

const THOUSAND = 1000

/** Plays a session to its end with so much skill. */
export function playSkilled(skill: Skill, session: Session): void {
  playBy(habitsOf(skill, session.header.seed), session)
}

function habitsOf({ level, mixes = {} }: Skill, seed: string): Habits {
  const lack = Math.round(THOUSAND * (1 - Math.max(0, Math.min(1, level))))
  /** True in so many of a thousand cases; the same name always gives the same. */
  const slips = (name: string, mostly: number): boolean =>
    draw(seed, `skill/${name}`, THOUSAND) * THOUSAND < lack * mostly
  let turn = 0
  const chooses = (offered: readonly ScriptReply[]): ScriptReply | null => {
    const best = offered.find((reply) => reply.best) ?? null
    const ids = offered.map(({ id }) => id).join(' ')
    turn += 1
    if (!slips(`say/${turn}/${ids}`, 620)) return best ?? offered[0] ?? null
    return offered[draw(seed, `skill/say/${turn}/which`, Math.max(1, offered.length))] ?? null
  }
  return {
    records: true,
    classifies: slips('revises', 700) ? 'once' : 'always',
    sends: true,
    updates: !slips('updates', 900),
    listens: !slips('listens', 500),
    tidy: !slips('tidy', 500),
    slowness: 0.8 + (lack / THOUSAND) * (0.6 + draw(seed, 'skill/slow', THOUSAND) / 350),
    ponders: 6000 + draw(seed, 'skill/ponders', 14_000) + lack * 25,
    chooses,
    believes: (right) => mistaken(right, seed, slips, mixes),
    thinksOf: (what) => !slips(`think/${what}`, 550),
  }
}

function mistaken(
  right: Answer,
  seed: string,
  slips: (name: string, mostly: number) => boolean,
  mixes: Readonly<Record<string, string>>,
): Answer {
  const key = `${right.class.is}/${right.priority}`
  const [top = ''] = right.class.is.split('.')
  const habit = mixes[top]
  const wrong = slips(`class/${key}`, habit === undefined ? 480 : 900)
  const level = PRIORITIES.indexOf(right.priority)
  const shift = draw(seed, `skill/priority/${key}/way`, 3) === 0 ? -1 : 1
  const other = PRIORITIES[Math.max(0, Math.min(PRIORITIES.length - 1, level + shift))]
  return {
    ...right,
    class: wrong
      ? { is: habit ?? confused(right, top, draw(seed, `skill/class/${key}/which`, THOUSAND)) }
      : right.class,
    priority: other !== undefined && slips(`priority/${key}`, 450) ? other : right.priority,
    owner: slips(`owner/${key}`, 220) ? (right.owner === '110' ? '12345' : '110') : right.owner,
  }
}

/** A class that it isn't: what the key's table calls near, and what everybody guesses. */
function confused(right: Answer, top: string, chance: number): string {
  const near = Object.keys(right.class.also ?? {})
  const all = [...near, ...GUESSES].filter((id) => !id.startsWith(top))
  return all[chance % Math.max(1, all.length)] ?? 'P12'
}
