import type { Scenario } from '../core/scenario/schema.ts'

/** By what a call comes to the desk. */
export type Channel = Scenario['channel']

export const CHANNELS: readonly Channel[] = ['phone', 'sms', 'wechat', 'video']

/** A call that is read and typed, with no voice on any line: there its words are messages. */
export type Written = 'sms' | 'wechat'

export function isWritten(channel: Channel): channel is Written {
  return channel === 'sms' || channel === 'wechat'
}
