import { atlasOf } from '../../core/city/atlas.ts'
import type { City } from '../../core/city/city.ts'
import type { TrialGround } from '../../core/robots/trial.ts'
import { compareTexts } from '../../core/scenario/compare/texts.ts'
import { editText } from '../../core/scenario/edit/edit.ts'
import { type Parsed, parseScenario } from '../../core/scenario/parse.ts'
import { type PieceMemory, readInPieces } from '../../core/scenario/pieces.ts'
import { proveParsed } from '../../core/scenario/proof/prove.ts'
import type { ProofReport } from '../../core/scenario/proof/report.ts'
import type { WalkMemory } from '../../core/scenario/proof/walks.ts'
import { editWords } from '../../core/scenario/texts/structure.ts'
import type { Rubric } from '../../core/scoring/rubric.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { deltaOf } from './delta.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

/** What the thread is given by whoever runs it: a clock, a way to let messages in, and a way to answer. */
export interface JobPort {
  /** Ms, growing. */
  now(): number
  /** Resolves when waiting messages have been heard. */
  breathe(): Promise<void>
  /** Calls back after so many ms; returns the way to call it off. */
  later(ms: number, then: () => void): () => void
  /** Copies the message: the job goes on with what it tells. */
  post(message: FromWorker): void
}

/** The thread works no longer than this before it hears messages, ms. */
const SLICE_MS = 12
/** The robots play once nothing was typed for so long, ms: they take long, and nobody waits for them while typing. */
const QUIET_MS = 500
/** After what is found at once the page is left alone for so long, to draw it before the processor is wanted again, ms. */
const DRAWING_MS = 30
/** The page draws a file that it has just opened before that is proved; it says when it has, or this is over, ms. */
const OPENING_MS = 1500
/** Calls that each robot plays. */
const RUNS = 24
/** A scenario that takes longer is told so, ms. */
const LONGEST_MS = 20_000

interface Order {
  readonly text: string
  readonly revision: number
  readonly since: number
}

/** The checker's thread without the thread: takes messages, proves the latest text, drops what is out of date. */
export class CheckJob {
  readonly #port: JobPort
  #ground: { readonly taxonomy: Taxonomy; readonly rubric: Rubric } | null = null
  readonly #cities = new Map<string, TrialGround | null>()
  readonly #asked = new Map<string, (ground: TrialGround | null) => void>()
  readonly #memory: WalkMemory = new Map()
  readonly #pieces: PieceMemory = new Map()
  /** The text that is to be proved next; null: none waits. */
  #next: Order | null = null
  #busy = false
  /** The page has drawn the first text. */
  #isDrawn = false
  /** Ends a rest when a text comes in. */
  #wake: (() => void) | null = null
  /** What the other side has. */
  #told: { scenario: unknown; content: unknown; paths: string; walk: unknown } = {
    scenario: null,
    content: null,
    paths: '',
    walk: null,
  }

  constructor(port: JobPort) {
    this.#port = port
  }

  hear(message: ToWorker): void {
    switch (message.kind) {
      case 'ground':
        this.#ground = { taxonomy: message.taxonomy, rubric: message.rubric }
        break
      case 'city':
        this.#learn(message.id, message.city)
        break
      case 'forget-cities':
        this.#cities.clear()
        this.#memory.clear()
        break
      case 'go-on':
        this.#isDrawn = true
        this.#wake?.()
        break
      case 'edit': {
        // somebody waits for it: before any proof
        const { id, text, edits, onlyWords } = message
        const result = onlyWords ? editWords(text, edits) : editText(text, edits)
        this.#port.post({ kind: 'edited', id, result })
        break
      }
      case 'compare': {
        const { id, before, after } = message
        this.#port.post({ kind: 'compared', id, difference: compareTexts(before, after) })
        break
      }
      case 'check': {
        const { text, revision } = message
        this.#next = { text, revision, since: this.#port.now() }
        this.#wake?.()
        if (!this.#busy) void this.#work()
        break
      }
    }
  }

  async #work(): Promise<void> {
    this.#busy = true
    // letters that came in together are one text
    await this.#port.breathe()
    try {
      for (let order = this.#take(); order; order = this.#take()) await this.#prove(order)
    } finally {
      // whatever went wrong with one text, the next is looked at
      this.#busy = false
    }
  }

  #take(): Order | null {
    const order = this.#next
    this.#next = null
    return order
  }

  async #prove({ text, revision, since }: Order): Promise<void> {
    const { now, breathe } = this.#port
    let from = now()
    // as a whole a file is read sooner, in pieces sooner again: it is cut for the first letter once it is drawn
    const isFirst = this.#told.content === null
    const parsed = parseScenario(text, isFirst ? undefined : this.#pieces)
    const scenario = parsed.ok ? parsed.scenario : null
    this.#tellRead(parsed, revision)
    if (isFirst && scenario) {
      if (!this.#next && !this.#isDrawn) await this.#rest(OPENING_MS)
      readInPieces(text, this.#pieces)
    }
    const ground = scenario ? await this.#groundOf(scenario.city) : null
    const until = now() + LONGEST_MS
    const proof = proveParsed(parsed, {
      groundOf: () => ground,
      goOn: () => now() < until,
      runs: RUNS,
      memory: this.#memory,
    })
    // whoever types on and on shall see something, too: the first stage is done whatever waits
    let told = false
    for (const report of proof) {
      if (report) {
        this.#tell(report, revision, Math.round(now() - since))
        told = true
      } else if (!told || now() - from < SLICE_MS) continue
      if (!report || report.last) await breathe()
      else await this.#rest(report.stage === 'walked' ? QUIET_MS : DRAWING_MS)
      if (this.#next) return
      from = now()
    }
  }

  /** A letter changes little of a file, and copying it all would hold up the page. */
  #tellRead(parsed: Parsed, revision: number): void {
    const before = this.#told
    const { paths, offsets } = parsed.places()
    const scenario = parsed.ok ? parsed.scenario : before.scenario
    const content = parsed.tree ?? before.content
    this.#told = { ...before, scenario, content, paths }
    this.#port.post({
      kind: 'read',
      revision,
      isReadable: parsed.ok,
      scenario: deltaOf(before.scenario, scenario),
      content: deltaOf(before.content, content),
      paths: paths === before.paths ? null : paths,
      offsets,
    })
  }

  /** A walk is large, and stays the same while only words change. */
  #tell(report: ProofReport, revision: number, ms: number): void {
    const before = this.#told
    const walk = report.walk ?? before.walk
    this.#told = { ...before, walk }
    this.#port.post({
      kind: 'report',
      revision,
      report: { ...report, walk: null },
      isWalked: report.walk !== null,
      walk: deltaOf(before.walk, walk),
      ms,
    })
  }

  /** For so many ms, or until something is typed. */
  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#port.later(ms, () => this.#wake?.())
      this.#wake = () => {
        cancel()
        this.#wake = null
        resolve()
      }
    })
  }

  #groundOf(city: string): Promise<TrialGround | null> {
    const known = this.#cities.get(city)
    if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve) => {
      this.#asked.set(city, resolve)
      this.#port.post({ kind: 'city?', id: city })
    })
  }

  #learn(id: string, city: City | null): void {
    const ground = city && this.#ground ? { ...this.#ground, atlas: atlasOf(city) } : null
    // walks belong to the ground on which they were walked
    this.#memory.clear()
    this.#cities.set(id, ground)
    this.#asked.get(id)?.(ground)
    this.#asked.delete(id)
  }
}
