import type { MCond, MFx, MLine, Model } from './modelTypes.ts'

/** What may still be asked about from a node on. The rest of a state can change nothing any more and is left out. */
export interface Live {
  trust: boolean
  arousal: boolean
  patience: boolean
  known: number
  flags: number
  readonly said: Int32Array
}

const blank = (words: number): Live => ({
  trust: false,
  arousal: false,
  patience: false,
  known: 0,
  flags: 0,
  said: new Int32Array(words),
})

/** Adds what `more` asks; true if that was new. */
function join(live: Live, more: Live): boolean {
  let grown = false
  for (const mood of ['trust', 'arousal', 'patience'] as const)
    if (more[mood] && !live[mood]) {
      live[mood] = true
      grown = true
    }
  const known = live.known | more.known
  const flags = live.flags | more.flags
  if (known !== live.known || flags !== live.flags) grown = true
  live.known = known
  live.flags = flags
  for (let i = 0; i < live.said.length; i += 1) {
    const word = (live.said[i] ?? 0) | (more.said[i] ?? 0)
    if (word !== live.said[i]) grown = true
    live.said[i] = word
  }
  return grown
}

/**
 * By node, with the time before the talk first: index 0 is before, node n is at n + 1. `always` are conditions that may
 * be asked at any time, `keep` facts that are told apart to the end.
 */
export function liveness(model: Model, always: readonly (MCond | null)[], keep: number): Live[] {
  const words = Math.max(1, Math.ceil(model.said / 30))
  const say = (live: Live, bit: number): void => {
    if (bit < 0) return
    const word = Math.floor(bit / 30)
    live.said[word] = (live.said[word] ?? 0) | (1 << (bit % 30))
  }
  const asks = (live: Live, cond: MCond | null): void => {
    if (!cond) return
    live.trust ||= cond.t0 > -1000 || cond.t1 < 1000
    live.arousal ||= cond.a0 > -1000 || cond.a1 < 1000
    live.patience ||= cond.p0 > -1000 || cond.p1 < 1000
    live.known |= cond.known | cond.notKnown
    live.flags |= cond.flags | cond.notFlags
    for (const bit of [...(cond.said ?? []), ...(cond.notSaid ?? [])]) say(live, bit)
    if (cond.slot >= 0) say(live, model.slotBits[cond.slot] ?? -1)
  }
  const asksLines = (live: Live, lines: readonly MLine[]): void => {
    for (const line of lines) asks(live, line.when)
  }
  const asksFx = (live: Live, fx: MFx): void => {
    for (const branch of fx.goto) asks(live, branch.when)
  }

  const anywhere = blank(words)
  anywhere.known = keep
  for (const cond of always) asks(anywhere, cond)
  for (const { when } of model.callbacks) asks(anywhere, when)
  const jumps = new Set<number>()
  for (const { when, lines, fx, turns } of model.reactions) {
    asks(anywhere, when)
    asksLines(anywhere, lines)
    asksFx(anywhere, fx)
    for (const { to } of fx.goto) jumps.add(to)
    if (turns?.kind === 'known') anywhere.known |= turns.mask
    else if (turns?.kind === 'flag') anywhere.flags |= turns.mask
    else if (turns?.kind === 'mood') {
      anywhere.trust ||= turns.mood === 0
      anywhere.arousal ||= turns.mood === 1
      anywhere.patience ||= turns.mood === 2
    }
  }
  const fxs = [
    ...model.replies.map(({ fx }) => fx),
    ...model.reactions.map(({ fx }) => fx),
    ...model.nodes.map(({ silence }) => silence.fx),
  ]
  if (fxs.some(({ drops }) => drops)) for (const { to } of model.callbacks) jumps.add(to)

  const entered = model.nodes.map((node) => {
    const live = blank(words)
    asksLines(live, node.lines)
    return live
  })
  const stays = model.nodes.map((node) => {
    const live = blank(words)
    join(live, anywhere)
    asksLines(live, node.silence.lines)
    asksFx(live, node.silence.fx)
    for (const reply of node.replies) {
      if (!reply.again) say(live, reply.bit)
      asks(live, reply.when)
      asksFx(live, reply.fx)
    }
    return live
  })
  const next = model.nodes.map((node) => [
    ...new Set([
      ...jumps,
      ...node.silence.fx.goto.map(({ to }) => to),
      ...node.replies.flatMap(({ fx }) => fx.goto.map(({ to }) => to)),
    ]),
  ])
  const result = [blank(words), ...stays]
  for (let grown = true; grown; ) {
    grown = false
    for (let node = stays.length - 1; node >= 0; node -= 1) {
      const live = stays[node]
      if (!live) continue
      for (const to of next[node] ?? []) {
        const first = entered[to]
        const then = stays[to]
        if (first && join(live, first)) grown = true
        if (then && join(live, then)) grown = true
      }
    }
  }
  return result
}
