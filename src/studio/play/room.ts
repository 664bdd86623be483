import type { Files } from '../../core/files/files.ts'
import type { Plan, PlanStep } from '../../core/plan/plan.ts'
import type { Text } from '../../core/scenario/primitives.ts'
import type { Route } from '../../core/scenario/proof/route.ts'
import type { Draft } from '../draft/draft.ts'
import { Value } from '../draft/value.ts'
import type { Selection } from '../studio.ts'
import type { Player } from './player.ts'
import type { PlanRow, PlayedPlan } from './protocol.ts'
import { type KnownRoutes, waysTo } from './ways.ts'

/** What is being played in a draft. */
export interface PlayState {
  /** Null: nothing is played yet. */
  readonly played: PlayedPlan | null
  /** The node to start from, as soon as the way to it is known; null: none is wanted. */
  readonly wanted: string | null
  /** The node from which it was begun, the ways there, and which of them was taken; null: it was begun otherwise. */
  readonly begun: {
    readonly node: string
    readonly ways: readonly Route[]
    readonly way: number
  } | null
  /** No way to the wanted node could be played. */
  readonly missed: boolean
  /** The text as it stands can't be read: what is shown belongs to the one before. */
  readonly unreadable: boolean
  /** Why the last act was not possible. */
  readonly notice: Text | null
  readonly rows: readonly PlanRow[]
}

/** Plays a draft's text; kept while another panel is shown. */
export class PlayRoom {
  readonly state = new Value<PlayState>({
    played: null,
    wanted: null,
    begun: null,
    missed: false,
    unreadable: false,
    notice: null,
    rows: [],
  })
  #player: Player | null = null
  #text = ''
  #walk: KnownRoutes | null = null
  #way = 0
  /** Counts what was asked: only the newest answer counts. */
  #asked = 0
  /** Fulfilled when what was done so far has been played: what is done next builds on it, however quick the hand. */
  #done: Promise<void> = Promise.resolve()

  /** The thread that plays from now on, and the text that it plays first. */
  attach(player: Player, text: string, files: Files): void {
    this.#player = player
    // one that is gone answers no more
    this.#done = Promise.resolve()
    this.take(text, files)
    this.#begin()
  }

  detach(): void {
    this.#player = null
  }

  /** Plays the same steps and all test plans on this text. */
  take(text: string, files: Files): void {
    this.#text = text
    const { played } = this.state.get()
    if (played) void this.#play(played.plan, null)
    const plans = [...files].flatMap(([path, content]) =>
      path.startsWith('plans/') && 'text' in content ? [[path, content.text] as const] : [],
    )
    void this.#player?.ask({ kind: 'plans', text, files: plans }).then((answer) => {
      if (answer?.kind === 'rows') this.#set({ rows: answer.rows })
    })
  }

  /** The ways that the proof knows; null before it has walked. */
  know(walk: KnownRoutes | null): void {
    this.#walk = walk
    this.#begin()
  }

  /** Starts from this node, by the soonest way to it or another one of them. */
  from(node: string, way = 0): void {
    this.#way = way
    this.#set({ wanted: node, missed: false })
    this.#begin()
  }

  /** Goes on by these steps. */
  act(...steps: readonly PlanStep[]): void {
    this.#next((played) => {
      const done = playable(played)
      return this.#play({ ...played.plan, steps: [...done, ...steps] }, done.length)
    })
  }

  /** Says this instead of hearing the caller out. */
  interrupt(reply: string): void {
    this.#next(async (played) => {
      if (!listens(played)) return
      const done = playable(played).slice(0, -1)
      const steps: PlanStep[] = [...done, { interrupt: reply }, { wait: 'quiet' }]
      await this.#play({ ...played.plan, steps }, done.length)
    })
  }

  load(plan: Plan): void {
    this.#set({ begun: null })
    void this.#play(plan, null)
  }

  /** Takes back the last thing done; listening to what comes of it belongs to it. */
  back(): void {
    this.#next((played) => {
      const done = playable(played)
      const steps = done.slice(0, Math.max(1, done.length - (listens(played) ? 2 : 1)))
      return this.#play({ ...played.plan, steps }, null)
    })
  }

  #next(play: (played: PlayedPlan) => Promise<void>): void {
    this.#done = this.#done.then(async () => {
      const { played } = this.state.get()
      if (played) await play(played)
    })
  }

  #set(change: Partial<PlayState>): void {
    this.state.set({ ...this.state.get(), ...change })
  }

  #begin(): void {
    const { wanted } = this.state.get()
    if (wanted === null || !this.#player || !this.#walk) return
    const ways = waysTo(this.#walk, wanted)
    const way = Math.min(this.#way, ways.length - 1)
    const route = ways[way]
    this.#set({ wanted: null, missed: !route, begun: route ? { node: wanted, ways, way } : null })
    if (!route) return
    this.#asked += 1
    const mine = this.#asked
    const title = { zh: `从 ${wanted} 试玩`, en: `From ${wanted}` }
    const goal = { node: wanted }
    void this.#player
      .ask({ kind: 'route', text: this.#text, title, route, goal })
      .then((answer) => {
        if (mine !== this.#asked) return
        if (answer?.kind !== 'played') {
          this.#set({ unreadable: true })
          return
        }
        const { played, arrives } = answer
        this.#set({ played, missed: !arrives, notice: null, unreadable: false })
      })
  }

  /** `keep`: what fails from this step on leaves all as it was, and says why. */
  async #play(plan: Plan, keep: number | null): Promise<void> {
    this.#asked += 1
    const mine = this.#asked
    const answer = await this.#player?.ask({ kind: 'play', text: this.#text, plan })
    if (mine !== this.#asked || answer === undefined) return
    if (answer?.kind !== 'played') {
      this.#set({ unreadable: true })
      return
    }
    const { played } = answer
    const { failedAt } = played.result
    if (keep !== null && failedAt && failedAt.step >= keep) this.#set({ notice: failedAt.why })
    else this.#set({ played, notice: null, unreadable: false, missed: false })
  }
}

/** The steps that could be played on the text as it stands. */
function playable({ plan, result }: PlayedPlan): PlanStep[] {
  return plan.steps.slice(0, result.trail.length)
}

/** Did the last step hear the caller out? */
export function listens(played: PlayedPlan): boolean {
  const last = playable(played).at(-1)
  return typeof last === 'object' && 'wait' in last && last.wait === 'quiet'
}

const rooms = new WeakMap<Draft, PlayRoom>()

export function playRoom(draft: Draft): PlayRoom {
  const known = rooms.get(draft)
  if (known) return known
  const made = new PlayRoom()
  rooms.set(draft, made)
  return made
}

/** The node that is chosen, or that what is chosen belongs to; null: none. */
export function nodeOf(selection: Selection | null): string | null {
  const [talk, nodes, id] = selection?.path ?? []
  return talk === 'talk' && nodes === 'nodes' && id !== undefined ? String(id) : null
}
