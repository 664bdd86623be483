import { CALLING, type CallState, DROPPED, NEVER, NOBODY, OVER, RINGING, UP } from './callState.ts'
import { type Live, liveness } from './live.ts'
import type { MClock, Model, MReply } from './modelTypes.ts'
import { Packing, StateTable } from './packing.ts'
import { Queue } from './queue.ts'
import { Stepper } from './step.ts'
import { type Bounds, EVENT, type Visitor, type Walk } from './walkTypes.ts'
import { type Work, whole } from './work.ts'
import type { World } from './world.ts'

/**
 * The walk: every state that a call can come to, in order of the earliest moment at which it can. Timeouts, silence, the
 * trainee's acts and the world's are events; time is kept as a lower bound only, so nothing that can happen is missed.
 */

/** A trainee's longest sentence with the pause after it, in ticks: the world may move while they speak. */
const SLACK = 65
/** How long it rings before one gives up calling back (machine.ts), in ticks. */
const NO_ANSWER = 150
/** No call is longer than an hour. */
const LAST = 36_000

export function explore(
  model: Model,
  world: World,
  keep: number,
  bounds: Bounds,
  visitor: Visitor,
): Walk {
  return whole(exploring(model, world, keep, bounds, visitor))
}

/** The walk with a pause now and then, so that whoever drives it can look after other work or drop it. */
export function* exploring(
  model: Model,
  world: World,
  keep: number,
  bounds: Bounds,
  visitor: Visitor,
): Work<Walk> {
  const stepper = new Stepper(model)
  /** The state that is being expanded. */
  const base = new Stepper(model)
  const always = world.events.map(({ when }) => when)
  let asked = keep
  for (const { place } of world.events) asked |= place ?? 0
  const live: readonly Live[] = liveness(model, always, asked)
  const packing = new Packing(stepper, live, keep, world.bits)
  const table = new StateTable(packing.words)
  const key = new Int32Array(packing.words)
  const queue = new Queue(LAST + 1)

  let ticks = new Int32Array(4096)
  let parents = new Int32Array(4096)
  let causes = new Int32Array(4096)
  let edgeStart = new Int32Array(4096).fill(-1)
  let edgeCount = new Int32Array(4096)
  let edges = new Int32Array(16_384)
  let reveals = new Int32Array(16_384)
  let edgesUsed = 0
  let transitions = 0
  let complete = true
  const nodeAt = new Int32Array(model.nodes.length).fill(-1)
  const replyAt = new Int32Array(model.replies.length).fill(-1)
  const endingAt = new Int32Array(model.endings.length).fill(-1)
  const overAt = new Int32Array(model.nodes.length).fill(-1)
  const overFrom = new Int32Array(model.nodes.length).fill(-1)
  const overBy = new Int32Array(model.nodes.length)
  const factAt = new Int32Array(30).fill(-1)
  const factFrom = new Int32Array(30).fill(-1)
  const factBy = new Int32Array(30)
  /** First tick at which a delayed reaction was pending, or a flag set. */
  const pendingAt = new Int32Array(model.reactions.length).fill(-1)
  const flagAt = new Int32Array(30).fill(-1)
  let flagsSeen = 0
  const canHold =
    model.holds.length > 0 || model.events.has('trainee.hold') || model.events.has('trainee.resume')
  const answersHangUp = model.events.has('trainee.hang-up')
  /** What was known where hanging up was tried; it ends the same way each time. */
  const hungUp = new Set<number>()
  const { interrupt } = model
  const canInterrupt = !interrupt.idle
  const slots = model.ages.length

  let learned = 0
  /** The tick at which the last of them was told. */
  let toldBy = 0
  let from = -1
  let now = 0
  let bits = 0

  /** Notes which facts are known at that tick, if that is sooner than ever. */
  const tell = (facts: number, tick: number, cause: number): void => {
    learned |= facts
    for (let i = 0; i < 30; i += 1) {
      const before = factAt[i] ?? -1
      if ((facts & (1 << i)) === 0 || (before >= 0 && before <= tick)) continue
      factAt[i] = tick
      factFrom[i] = from
      factBy[i] = cause
    }
    toldBy = 0
    for (let i = 0; i < 30; i += 1) toldBy = Math.max(toldBy, factAt[i] ?? 0)
  }

  /** Notes that the call is over in this node at that tick, if that is sooner than ever. */
  const over = (node: number, tick: number, cause: number): void => {
    const before = overAt[node] ?? -1
    if (before >= 0 && before <= tick) return
    overAt[node] = tick
    overFrom[node] = from
    overBy[node] = cause
  }

  /** Notes the stepper's state as reached from the current one. */
  const reach = (cause: number, tick: number, stays: boolean): void => {
    if (tick > LAST) return
    const { phase } = stepper
    const due: MClock | undefined = model.clocks[phase]
    // past its time a clock trigger would have fired
    if (due && stepper.line !== OVER && stepper.node >= 0 && tick > due.ticks + SLACK) return
    transitions += 1
    // states in which it is over don't tell where it ended
    if (stepper.line === OVER && stepper.node >= 0) over(stepper.node, tick, cause)
    packing.pack(stepper, bits, key)
    const before = table.count
    const id = table.add(key)
    const fresh = stepper.known & ~learned
    if (fresh !== 0 || tick < toldBy) tell(stepper.known, tick, cause)
    if (id === before) {
      if (id === ticks.length) {
        ticks = grown(ticks)
        parents = grown(parents)
        causes = grown(causes)
        edgeCount = grown(edgeCount)
        const starts = grown(edgeStart)
        starts.fill(-1, edgeStart.length)
        edgeStart = starts
      }
      ticks[id] = tick
      parents[id] = from
      causes[id] = cause
      queue.push(tick, id)
    } else if (tick < (ticks[id] ?? 0) && edgeStart[id] === -1) {
      ticks[id] = tick
      parents[id] = from
      causes[id] = cause
      queue.push(tick, id)
    }
    if (stays && id !== from) {
      if (edgesUsed === edges.length) {
        edges = grown(edges)
        reveals = grown(reveals)
      }
      edges[edgesUsed] = id
      reveals[edgesUsed] = stepper.known
      edgesUsed += 1
    }
  }

  const restore = (): void => stepper.copy(base)

  const expand = (): void => {
    bits = packing.unpack(table.keys, from * packing.words, base)
    const { line, node } = base
    if (line === OVER) {
      const { ending } = base
      if (endingAt[ending] === -1) endingAt[ending] = from
      visitor.ended(from, ending, base.known)
      return
    }
    if (line === RINGING) {
      restore()
      stepper.answer()
      reach(EVENT.answer, now, true)
      restore()
      stepper.giveUp()
      reach(EVENT.giveUp, now + model.waitTicks, true)
      return
    }
    if (node >= 0 && nodeAt[node] === -1) nodeAt[node] = from
    const fresh = base.flags & ~flagsSeen
    if (fresh !== 0) {
      flagsSeen |= fresh
      for (let i = 0; i < 30; i += 1) if (fresh & (1 << i)) flagAt[i] = now
    }
    if (slots === 0) {
      moves(line, node, true)
      return
    }
    // what `within` says depends on the time gone by: each possible age in turn
    const ways = said(base, slots)
    for (let way = 0; way < ways; way += 1) {
      let rest = way
      for (let slot = 0; slot < slots; slot += 1) {
        if (base.ages[slot] === NEVER) continue
        const kinds = model.ages[slot] ?? 1
        base.ages[slot] = rest % kinds
        rest = Math.floor(rest / kinds)
      }
      moves(line, node, way === 0)
    }
  }

  const offered: MReply[] = []
  const moves = (line: number, node: number, first: boolean): void => {
    restore()
    if (line === DROPPED) {
      stepper.callBack()
      reach(EVENT.callBack, now, true)
      restore()
      stepper.lose()
      reach(EVENT.lose, now + model.droppedTicks, true)
    } else if (line === NOBODY) {
      stepper.noAnswer()
      reach(EVENT.noAnswer, now + NO_ANSWER, true)
    } else if (line >= CALLING && line < stepper.held) {
      stepper.pickUp()
      reach(EVENT.pickUp, now + (model.callbacks[line - CALLING]?.ticks ?? 0), true)
    } else talk(line, node, first)
    if (node >= 0) happenings(line)
  }

  const talk = (line: number, node: number, first: boolean): void => {
    const here = model.nodes[node]
    if (!here) return
    if (line === UP) {
      offered.length = 0
      for (const reply of here.replies) if (base.isOffered(reply)) offered.push(reply)
      if (first) visitor.offers(from, node, offered)
      for (let i = 0; i < offered.length; i += 1) {
        const reply = offered[i]
        if (!reply) continue
        if (replyAt[reply.index] === -1) replyAt[reply.index] = from
        for (let over = 0; over < (canInterrupt ? 2 : 1); over += 1) {
          restore()
          if (stepper.say(reply, over === 1))
            reach(
              (over === 1 ? EVENT.interrupt : EVENT.say) + reply.index * 16,
              now + reply.ticks,
              true,
            )
          else visitor.nowhere(from, reply)
        }
      }
      if (canHold) {
        restore()
        stepper.hold()
        reach(EVENT.hold, now, true)
      }
    } else {
      restore()
      stepper.resume()
      reach(EVENT.resume, now, true)
      const stage = line - stepper.held
      const due = model.holds[stage]
      if (due) {
        restore()
        stepper.heldOn()
        reach(EVENT.heldOn, now + due.ticks - (model.holds[stage - 1]?.ticks ?? 0), true)
      }
    }
    restore()
    stepper.silence()
    reach(EVENT.silence, now + here.silence.ticks, true)
    // hanging up is always possible; a story must have another way out, unless it answers to this
    const told = base.known & keep
    if (hungUp.has(told)) transitions += 1
    else {
      restore()
      stepper.hangUp()
      reach(EVENT.hangUp, now, stepper.ending !== model.hungUp)
      if (!answersHangUp) hungUp.add(told)
    }
  }

  const happenings = (line: number): void => {
    const held = bits
    for (let i = 0; i < world.events.length; i += 1) {
      const item = world.events[i]
      if (!item) continue
      if ((held & item.needs) !== item.needs || (held & item.forbids) !== 0) continue
      const { flags } = base
      if ((flags & item.needsFlag) !== item.needsFlag || (flags & item.forbidsFlag) !== 0) continue
      if (item.needsLine && line !== UP) continue
      if (item.place !== null && (base.known & item.place) === 0) continue
      if (!base.holds(item.when)) continue
      bits = held | item.sets
      if (bits === held && base.isIdle(item.event)) continue
      const { since } = item
      const start = since && since.flag !== 0 ? (flagAt[31 - Math.clz32(since.flag)] ?? 0) : 0
      restore()
      stepper.happen(item.event)
      reach(EVENT.world + i * 16, Math.max(now + item.ticks, since ? start + since.ticks : 0), true)
    }
    bits = held
    const { pending, phase } = base
    for (let i = 0; pending !== 0 && i < model.reactions.length; i += 1) {
      const reaction = model.reactions[i]
      if (!reaction || (pending & reaction.delay) === 0) continue
      if (pendingAt[i] === -1) pendingAt[i] = now
      restore()
      stepper.later(reaction)
      reach(EVENT.later + i * 16, Math.max(now, (pendingAt[i] ?? 0) + reaction.ticks), true)
    }
    const clock = model.clocks[phase]
    if (clock) {
      restore()
      stepper.tick()
      reach(EVENT.clock + phase * 16, Math.max(now, clock.ticks), true)
    }
  }

  stepper.reset()
  packing.pack(stepper, 0, key)
  table.add(key)
  parents[0] = -1
  queue.push(0, 0)
  let expanded = 0
  for (let id = queue.pop(); id >= 0; id = queue.pop()) {
    if (edgeStart[id] !== -1) continue
    expanded += 1
    if ((expanded & 511) === 0) {
      yield
      if (!bounds.goOn()) complete = false
    }
    if (table.count > bounds.states) complete = false
    if (!complete) break
    from = id
    now = ticks[id] ?? 0
    edgeStart[id] = edgesUsed
    expand()
    edgeCount[id] = edgesUsed - (edgeStart[id] ?? 0)
  }
  return {
    states: table.count,
    transitions,
    whole: complete,
    stepper,
    packing,
    table,
    world,
    ticks,
    parents,
    causes,
    edges,
    reveals,
    edgeStart,
    edgeCount,
    nodeAt,
    overAt,
    overFrom,
    overBy,
    replyAt,
    endingAt,
    factAt,
    factFrom,
    factBy,
  }
}

/** In how many ways the ages of what was said can lie. */
function said({ ages, model }: CallState, slots: number): number {
  let ways = 1
  for (let slot = 0; slot < slots; slot += 1)
    if (ages[slot] !== NEVER) ways *= model.ages[slot] ?? 1
  return ways
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2)
  larger.set(list)
  return larger
}
