import { CALLING } from './callState.ts'
import type { Stepper } from './step.ts'
import { EVENT, type Walk } from './walkTypes.ts'

/**
 * Does a step of a walk again: the walk's own stepper, left as it stands after that step. States that end a call keep no
 * node; this says in which one it ended.
 */
export function stateAfter(walk: Walk, from: number, cause: number): Stepper {
  const { stepper, packing, table, world } = walk
  const index = cause >> 4
  const { model } = stepper
  packing.unpack(table.keys, from * packing.words, stepper)
  switch (cause & 15) {
    case EVENT.answer:
      stepper.answer()
      break
    case EVENT.giveUp:
      stepper.giveUp()
      break
    case EVENT.say:
    case EVENT.interrupt: {
      const reply = model.replies[index]
      if (reply) stepper.say(reply, (cause & 15) === EVENT.interrupt)
      break
    }
    case EVENT.silence:
      stepper.silence()
      break
    case EVENT.hold:
      stepper.hold()
      break
    case EVENT.resume:
      stepper.resume()
      break
    case EVENT.heldOn:
      stepper.heldOn()
      break
    case EVENT.hangUp:
      stepper.hangUp()
      break
    case EVENT.callBack:
      stepper.callBack()
      break
    case EVENT.pickUp:
      if (stepper.line >= CALLING) stepper.pickUp()
      break
    case EVENT.noAnswer:
      stepper.noAnswer()
      break
    case EVENT.lose:
      stepper.lose()
      break
    case EVENT.world: {
      const item = world.events[index]
      if (item) stepper.happen(item.event)
      break
    }
    case EVENT.later: {
      const reaction = model.reactions[index]
      if (reaction) stepper.later(reaction)
      break
    }
    case EVENT.clock:
      stepper.tick()
      break
  }
  return stepper
}
