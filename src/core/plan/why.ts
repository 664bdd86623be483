import type { Text } from '../scenario/primitives.ts'
import type { ScriptReply } from '../scenario/script.ts'
import type { Refusal } from '../sim/refusal.ts'

/** Why a plan can't go on, in both languages. */

const REFUSALS: Readonly<Record<Refusal, Text>> = {
  'not-ringing': { zh: '电话没有在响', en: 'The phone is not ringing' },
  'line-not-up': { zh: '线路没有接通', en: 'The line is not up' },
  'not-held': { zh: '来电人没有在等候', en: 'The caller is not on hold' },
  'not-dropped': { zh: '线路没有断', en: 'The line has not dropped' },
  'not-offered': { zh: '这里没有这句话术', en: 'This reply is not offered here' },
  'still-speaking': { zh: '接警员自己还在说话', en: 'The call-taker is still speaking' },
  'unknown-unit': { zh: '没有这支力量', en: 'There is no such unit' },
  'unit-busy': { zh: '这支力量已经派出', en: 'This unit is already out' },
  'unit-not-sent': { zh: '这支力量还没有派出', en: 'This unit has not been sent' },
  'no-place': { zh: '还不知道地点，派不出去', en: 'No place is known to send it to' },
  'unknown-partner': { zh: '没有这个联动单位', en: 'There is no such partner' },
  'partner-unavailable': { zh: '这时联系不上', en: 'They cannot be reached now' },
  'already-on-line': { zh: '对方已经在线上', en: 'They are on the line already' },
  'transfer-declined': { zh: '对方不受理，转不过去', en: 'They decline the transfer' },
  'call-open': { zh: '通话还没结束', en: 'The call is still open' },
  'not-in-exam': { zh: '考核中不能这样做', en: 'Not in an exam' },
  'value-unknown': { zh: '这个值不认识', en: 'This value is unknown' },
}

export function refused(why: string): Text {
  return why in REFUSALS
    ? REFUSALS[why as Refusal]
    : { zh: `没有做成：${why}`, en: `It was refused: ${why}` }
}

/** A reply that can't be said, with those that can. */
export function notOffered(id: string, offered: readonly ScriptReply[]): Text {
  const list = offered.map((reply) => reply.id)
  return list.length === 0
    ? {
        zh: `这里说不了“${id}”：没有可说的话术。`,
        en: `'${id}' can't be said here: nothing is offered.`,
      }
    : {
        zh: `这里没有“${id}”，可说的有：${list.join('、')}。`,
        en: `'${id}' is not offered here; offered are ${list.join(', ')}.`,
      }
}
