/**
 * Everything that can be done at the desk, once: buttons, keys and the overlay of shortcuts come from here. Digits
 * belong to the replies; U, E and D make lists ready where a digit or a name then chooses.
 */
import type { Command } from '../../core/sim/command.ts'
import type { Session } from '../../core/sim/session.ts'
import type { UnitView, View } from '../../core/sim/view.ts'
import type { Action } from '../../ui/actions.ts'
import { isWritten } from '../../ui/channel.ts'
import type { AttemptRunner } from '../runtime/attemptRunner.ts'
import type { CallFacts, DeskValue } from './deskContext.ts'
import type { DeskUiApi, OpenPart } from './deskUi.ts'
import { isBeingRead } from './texting.ts'
import { sentUnits, unitRows } from './unitOrder.ts'

export interface ActionParts {
  readonly runner: AttemptRunner
  readonly session: Session
  readonly facts: CallFacts
  readonly ui: DeskUiApi
  readonly perform: (command: Command, timeStamp: number) => void
  /** Coaching: one exchange back. */
  readonly stepBack: (timeStamp: number) => void
}

export type DeskActs = ReturnType<typeof deskActions>

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

export function deskActions({ runner, session, facts, ui, perform, stepBack }: ActionParts) {
  const view = (): View => session.view()
  const { channel } = facts
  const group = {
    call: `desk:by.${channel}.group`,
    record: 'desk:group.record',
    dispatch: 'desk:group.dispatch',
    attempt: 'desk:group.attempt',
  } as const
  const command = (make: (now: View) => Command) => (timeStamp: number) =>
    perform(make(view()), timeStamp)
  const opens = (part: OpenPart) => () => ui.toggle(part)
  const tells = (partner: string) => command(() => ({ do: 'tell', partner }))
  const each = (units: readonly UnitView[], what: 'chase' | 'update', timeStamp: number) => {
    for (const { id } of units) perform({ do: what, unit: id }, timeStamp)
  }
  return {
    answer: {
      id: 'desk.answer',
      label: `desk:by.${channel}.act.answer`,
      group: group.call,
      keys: ['Enter', 'Space'],
      when: () => view().line.state === 'ringing',
      perform: command(() => ({ do: 'answer' })),
    },
    say: {
      id: 'desk.say',
      label: `desk:by.${channel}.act.say`,
      group: group.call,
      keys: DIGITS,
      perform: (timeStamp, key) => {
        if (isWritten(channel) && isBeingRead(view().talk, runner.now())) return
        const reply = view().replies[Number(key) - 1]
        if (reply) perform({ do: 'say', reply: reply.id }, timeStamp)
      },
    },
    hold: {
      id: 'desk.hold',
      label: 'desk:act.holdOrResume',
      group: group.call,
      keys: ['H'],
      perform: command((now) => ({ do: now.line.state === 'held' ? 'resume' : 'hold' })),
    },
    threeWay: {
      id: 'desk.three-way',
      label: 'desk:act.threeWay',
      group: group.call,
      keys: ['T'],
      perform: opens('three-way'),
    },
    transfer: {
      id: 'desk.transfer',
      label: 'desk:act.transfer',
      group: group.call,
      keys: ['Z'],
      perform: opens('transfer'),
    },
    callBack: {
      id: 'desk.call-back',
      label: `desk:by.${channel}.act.callBack`,
      group: group.call,
      keys: ['B'],
      perform: command(() => ({ do: 'call-back' })),
    },
    hangUp: {
      id: 'desk.hang-up',
      label: `desk:by.${channel}.act.hangUp`,
      group: group.call,
      keys: ['Shift+X'],
      perform: command(() => ({ do: 'hang-up' })),
    },
    searchPlace: {
      id: 'desk.search-place',
      label: 'desk:act.searchPlace',
      group: group.record,
      keys: ['M'],
      perform: () => ui.place.current?.focus(),
    },
    pickClass: {
      id: 'desk.class',
      label: 'desk:act.pickClass',
      group: group.record,
      keys: ['C'],
      perform: opens('class'),
    },
    L1: priority('L1', '1'),
    L2: priority('L2', '2'),
    L3: priority('L3', '3'),
    N: priority('N', '4'),
    owner: {
      id: 'desk.owner',
      label: 'desk:act.pickOwner',
      group: group.record,
      keys: ['O'],
      perform: opens('owner'),
    },
    facts: {
      id: 'desk.facts',
      label: 'desk:act.facts',
      group: group.record,
      keys: ['E'],
      perform: opens('facts'),
    },
    narrative: {
      id: 'desk.narrative',
      label: 'desk:act.narrative',
      group: group.record,
      keys: ['N'],
      perform: () => ui.narrative.current?.focus(),
    },
    units: {
      id: 'desk.units',
      label: 'desk:act.units',
      group: group.dispatch,
      keys: ['U'],
      perform: opens('units'),
    },
    sendNearest: {
      id: 'desk.send-nearest',
      label: 'desk:act.sendNearest',
      group: group.dispatch,
      keys: ['S'],
      perform: (timeStamp) => {
        const first = unitRows(view().units, ui.unitKind.now).find(
          ({ status }) => status === 'free',
        )
        if (first) perform({ do: 'send', unit: first.id }, timeStamp)
      },
    },
    chase: {
      id: 'desk.chase',
      label: 'desk:act.chase',
      group: group.dispatch,
      keys: ['R'],
      perform: (timeStamp) =>
        each(
          view().units.filter(({ overdue }) => overdue),
          'chase',
          timeStamp,
        ),
    },
    updateAll: {
      id: 'desk.update-all',
      label: 'desk:act.updateAll',
      group: group.dispatch,
      keys: ['I'],
      perform: (timeStamp) => each(sentUnits(view().units), 'update', timeStamp),
    },
    partners: {
      id: 'desk.partners',
      label: 'desk:act.partners',
      group: group.dispatch,
      keys: ['D'],
      perform: opens('partners'),
    },
    tell119: {
      id: 'desk.tell-119',
      label: 'desk:act.tell119',
      group: group.dispatch,
      keys: ['F'],
      perform: tells('119'),
    },
    tell120: {
      id: 'desk.tell-120',
      label: 'desk:act.tell120',
      group: group.dispatch,
      keys: ['A'],
      perform: tells('120'),
    },
    tellLead: {
      id: 'desk.tell-lead',
      label: 'desk:act.tellLead',
      group: group.dispatch,
      keys: ['L'],
      perform: tells('duty-lead'),
    },
    messages: {
      id: 'desk.messages',
      label: 'desk:act.messages',
      group: group.attempt,
      keys: ['G'],
      perform: opens('messages'),
    },
    pause: {
      id: 'desk.pause',
      label: 'desk:act.pause',
      group: group.attempt,
      keys: ['P'],
      when: () => runner.pausable,
      perform: (timeStamp) => runner.pause(timeStamp),
    },
    stepBack: {
      id: 'desk.step-back',
      label: 'desk:act.stepBack',
      group: group.attempt,
      keys: ['Mod+Z'],
      when: () => session.header.mode === 'coaching',
      perform: stepBack,
    },
    finish: {
      id: 'desk.finish',
      label: 'desk:act.finish',
      group: group.attempt,
      keys: ['Mod+Enter'],
      whileTyping: true,
      perform: command(() => ({ do: 'finish' })),
    },
    leave: {
      id: 'desk.leave',
      label: `desk:by.${channel}.act.leave`,
      group: group.attempt,
      keys: ['Shift+Q'],
      perform: opens('leave'),
    },
  } satisfies Record<string, Action>

  function priority(value: 'L1' | 'L2' | 'L3' | 'N', digit: string): Action {
    return {
      id: `desk.priority-${value}`,
      label: `desk:act.priority.${value}`,
      group: group.record,
      keys: [`Shift+${digit}`],
      perform: (timeStamp) =>
        perform({ do: 'set', change: { field: 'priority', value } }, timeStamp),
    }
  }
}

/** Those of a mode, in the order of the overlay. */
export function actionsFor({
  acts,
  header,
  facts,
}: Pick<DeskValue, 'acts' | 'header' | 'facts'>): readonly Action[] {
  const { mode } = header
  const { pause, stepBack, leave, hold, threeWay, transfer, ...rest } = acts
  // a message can't be held, joined or put through
  const always = [
    ...Object.values(rest),
    ...(isWritten(facts.channel) ? [] : [hold, threeWay, transfer]),
  ]
  if (mode === 'exam') return always
  return mode === 'coaching' ? [...always, pause, stepBack, leave] : [...always, pause, leave]
}
