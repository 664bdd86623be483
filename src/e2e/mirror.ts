/**
 * The core in Node, following an attempt in the browser by its stored entries: what the recruit may know of the call at
 * any moment, what should be done next, and whether the journal is what the engine makes of its inputs.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { groundFor, loadContent, SCENARIOS } from '../cli/content.ts'
import { atlasOf } from '../core/city/atlas.ts'
import type { City } from '../core/city/city.ts'
import { nextTask } from '../core/robots/clerk.ts'
import { Hand } from '../core/robots/hand.ts'
import type { TrialGround } from '../core/robots/trial.ts'
import { compile } from '../core/scenario/compile.ts'
import { parseScenario } from '../core/scenario/parse.ts'
import { drawVariant, roll, type Variant } from '../core/scenario/roll.ts'
import type { Scenario } from '../core/scenario/schema.ts'
import type { ScriptReply } from '../core/scenario/script.ts'
import { score } from '../core/scoring/score.ts'
import type { Scorecard } from '../core/scoring/scorecard.ts'
import type { Atlas } from '../core/sim/atlas.ts'
import type { Header } from '../core/sim/attempt.ts'
import type { Command } from '../core/sim/command.ts'
import type { Entry } from '../core/sim/journal.ts'
import { type ReplayInput, replay, type Verdict } from '../core/sim/replay.ts'
import { Session } from '../core/sim/session.ts'
import { seedOf } from './chance.ts'

const content = loadContent()

const read = new Map<string, Scenario>()

/** A shipped scenario, read once. Throws if it doesn't parse. */
export function shipped(id: string): Scenario {
  const known = read.get(id)
  if (known) return known
  const parsed = parseScenario(readFileSync(join(SCENARIOS, id, 'scenario.yaml'), 'utf8'))
  if (!parsed.ok) throw new Error(`${id}: ${parsed.diagnostics[0]?.message.en}`)
  read.set(id, parsed.scenario)
  return parsed.scenario
}

/** Cities that a test has made, by their ids. */
const made = new Map<string, Atlas>()

/** Lets calls play in a city that did not come with the program. */
export function makeKnown(city: City): void {
  made.set(city.id, atlasOf(city))
}

export function groundOf({ city }: Scenario): TrialGround {
  const atlas = made.get(city)
  const ground = groundFor(content, atlas ? 'saijiang' : city)
  if (!ground) throw new Error(`there is no city ${city}`)
  return atlas ? { ...ground, atlas } : ground
}

/** The first word (for `fixSeed`) that draws a variant of this kind. */
export function wordFor(scenario: Scenario, wanted: (variant: Variant) => boolean): number {
  for (let word = 1; word < 2000; word += 1)
    if (wanted(drawVariant(scenario, seedOf(word)))) return word
  throw new Error(`${scenario.id}: no seed draws such a variant`)
}

/** All that replaying and scoring an attempt needs. */
export function inputOf(
  header: Header,
  scenario: Scenario = shipped(header.scenario.id),
): ReplayInput & TrialGround {
  const ground = groundOf(scenario)
  const rolled = roll(scenario, header.seed, (place) => ground.atlas.place(place)?.name)
  return { ...ground, script: compile(rolled), rolled, header }
}

/** Is the journal what the engine makes of its inputs? */
export function verdictOn(header: Header, journal: readonly Entry[]): Verdict {
  return replay(inputOf(header), journal)
}

export function cardOf(header: Header, journal: readonly Entry[]): Scorecard {
  return score(header, journal, inputOf(header))
}

/** A unit that has not signed in is asked after before the limit of 30 s. */
const PATIENCE_MS = 15_000

export class Mirror {
  readonly input: ReplayInput & TrialGround
  readonly hand: Hand
  /** Entries taken over so far. */
  taken = 0

  /** `scenario`: if it is none of those that ship. */
  constructor(header: Header, scenario?: Scenario) {
    this.input = inputOf(header, scenario)
    this.hand = new Hand(new Session(this.input))
  }

  get session(): Session {
    return this.hand.session
  }

  /** Does what the trainee did since the last time. What was observed of the device is no matter of the simulation. */
  take(entries: readonly Entry[]): void {
    for (const entry of entries) {
      this.taken += 1
      if (entry.origin === 'trainee')
        this.hand.do(entry.command, Math.max(0, entry.at - this.session.now))
    }
  }

  /** Lets time pass; must not run ahead of the page. */
  advance(to: number): void {
    while (this.session.now < to && !this.session.finished) this.hand.wait(to)
  }

  /** What good work does next at this moment apart from talking; null: nothing. */
  task(): Command | null {
    const { hand, session } = this
    if (hand.state === 'dropped') return { do: 'call-back' }
    for (const [unit, sentAt] of hand.unsigned)
      if (session.now - sentAt >= PATIENCE_MS) return { do: 'chase', unit }
    const task = nextTask(hand, {
      records: true,
      classifies: 'always',
      sends: true,
      updates: true,
    })
    return task && !hand.refused.has(JSON.stringify(task)) ? task : null
  }

  /** The reply that leads on; null while one should listen. */
  reply(): ScriptReply | null {
    const { hand, session } = this
    if (hand.state !== 'up' || session.now < session.call.from || !hand.quiet) return null
    return hand.offered().find(({ best }) => best) ?? null
  }

  /** When something can change by itself, simulated ms: the caller has finished, or something is due. */
  get next(): number {
    const { now, nextDue, call } = this.session
    const moments = [call.from, call.until, nextDue ?? Number.MAX_SAFE_INTEGER]
    return Math.min(...moments.filter((at) => at > now), now + 5000)
  }
}
