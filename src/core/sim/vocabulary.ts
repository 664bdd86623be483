import { assign, enqueueActions, raise, setup } from 'xstate'
import type { Language } from '../scenario/primitives.ts'
import type { Script } from '../scenario/script.ts'
import {
  arm,
  type Call,
  disarm,
  end,
  enter,
  fallSilent,
  hasTurned,
  isOffered,
  lineTells,
  mayArm,
  mayReact,
  mindAfterReaction,
  mindAfterReply,
  mindAfterSilence,
  note,
  react,
  say,
} from './call.ts'
import type { SimClock } from './clock.ts'
import { holds, pick } from './mind.ts'

/**
 * The one vocabulary of the call machine: its events, guards and actions. A scenario decides states and transitions;
 * what they may do is the few things named here.
 */

export interface CallInput {
  readonly script: Script
  readonly lang: Language
  readonly clock: Pick<SimClock, 'now'>
}

export type CallEvent =
  | { type: 'answer' | 'hold' | 'resume' | 'hang-up' | 'call-back' }
  | { type: `say.${number}`; interrupts: boolean }
  /** Something in the world: `happened.arrived.patrol.right`, `happened.told.power`, … */
  | { type: `happened.${string}` }
  /** A reaction's delay has passed. */
  | { type: `later.${number}` }
  | { type: `picked-up.${number}` }
  | { type: 'silence' | 'cut' | 'lost' | 'over' }
  /** What the machine's own timers bring: `xstate.after.<ms>.<state>`. */
  | { type: `xstate.after.${string}` }

export const vocabulary = setup({
  types: {
    context: {} as Call,
    events: {} as CallEvent,
    input: {} as CallInput,
  },
  guards: {
    /** The reply is offered and this branch is where it leads; -1: it leads nowhere. */
    says: ({ context, event }, { reply, branch }: { reply: number; branch: number }) => {
      const said = context.script.replies[reply]
      if (!said || !isOffered(context, said)) return false
      if (said.fx.goto.length === 0) return branch === -1
      const interrupts = 'interrupts' in event && event.interrupts
      return (
        pick(said.fx.goto, mindAfterReply(context, said, interrupts), context.clock.now) === branch
      )
    },
    /** The reaction may run and leads along this branch. `turned`: it waits for a condition rather than an event. */
    reacts: (
      { context },
      { reaction, branch, turned }: { reaction: number; branch: number; turned: boolean },
    ) => {
      const fired = context.script.reactions[reaction]
      if (!fired || (turned && !hasTurned(context, fired)) || !mayReact(context, fired))
        return false
      if (fired.fx.goto.length === 0) return branch === -1
      return pick(fired.fx.goto, mindAfterReaction(context, fired), context.clock.now) === branch
    },
    turned: ({ context }, { reaction }: { reaction: number }) => {
      const fired = context.script.reactions[reaction]
      return fired !== undefined && hasTurned(context, fired)
    },
    /** Somebody is there to be silent with, and this branch is where silence leads; -1: nowhere. */
    quiets: ({ context }, { node, branch }: { node: number; branch: number }) => {
      const silence = context.script.nodes[node]?.silence
      if (!silence || !context.up) return false
      if (silence.fx.end !== null || silence.fx.goto.length === 0) return branch === -1
      return pick(silence.fx.goto, mindAfterSilence(context, silence), context.clock.now) === branch
    },
    picksUp: ({ context }, { callback }: { callback: number }) => {
      const entry = context.script.callbacks[callback]
      return entry !== undefined && holds(entry.when, context.mind, context.clock.now)
    },
  },
  actions: {
    say: assign(({ context, event }, { reply }: { reply: number }) => {
      const said = context.script.replies[reply]
      return said ? say(context, said, 'interrupts' in event && event.interrupts) : context
    }),
    enter: assign(({ context }, { node }: { node: number }) => {
      const entered = context.script.nodes[node]
      return entered ? enter(context, entered) : context
    }),
    fallSilent: assign(({ context }) => {
      const node = context.script.nodes[context.node]
      return node ? fallSilent(context, node.silence) : context
    }),
    react: assign(({ context }, { reaction }: { reaction: number }) => {
      const fired = context.script.reactions[reaction]
      return fired ? react(context, fired) : context
    }),
    note: assign(({ context }, { key }: { key: string }) => note(context, key)),
    arm: enqueueActions(({ context, enqueue }, { reaction }: { reaction: number }) => {
      const fired = context.script.reactions[reaction]
      if (!fired || !mayArm(context, fired)) return
      enqueue.assign(({ context: now }) => arm(now, fired))
      enqueue.raise({ type: `later.${reaction}` }, { delay: fired.after })
    }),
    disarm: assign(({ context }, { reaction }: { reaction: number }) => {
      const fired = context.script.reactions[reaction]
      return fired ? disarm(context, fired) : context
    }),
    /** The caller's line is cut: the line region acts on it. */
    cut: raise({ type: 'cut' }),
    /** Nobody mended the line in time: the talk region acts on it. */
    lose: raise({ type: 'lost' }),
    /** The talk has come to its ending: the line region acts on it. */
    over: raise({ type: 'over' }),
    happen: enqueueActions(({ enqueue }, { key, delay }: { key: string; delay: number }) => {
      enqueue.raise({ type: `happened.${key}` }, { id: key, delay })
    }),
    forget: enqueueActions(({ enqueue }, { key }: { key: string }) => {
      enqueue.cancel(key)
    }),
    pickUp: enqueueActions(({ enqueue }, { callback }: { callback: number }) => {
      enqueue.raise({ type: `picked-up.${callback}` })
    }),
    end: assign(({ context }, { ending }: { ending: string }) => end(context, ending)),
    line: assign(({ context }, params: { up: boolean; tells: Parameters<typeof lineTells>[2] }) =>
      lineTells(context, params.up, params.tells),
    ),
    /** Counts silence from the end of whatever is being said. */
    listen: enqueueActions(({ context, enqueue }) => {
      const node = context.script.nodes[context.node]
      if (!node) return
      enqueue.cancel('silence')
      enqueue.raise(
        { type: 'silence' },
        {
          id: 'silence',
          delay: Math.max(0, context.until - context.clock.now) + node.silence.after,
        },
      )
    }),
  },
})
