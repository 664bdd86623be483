/** The number of the training seat at which this browser stands. */
import { readSetting, writeSetting } from './settings.ts'

const SETTING = 'seat'
const DEFAULT_SEAT = '07'

/** One to four letters or digits. */
export function isSeat(text: string): boolean {
  return /^[0-9A-Za-z]{1,4}$/.test(text)
}

/** The seat's number as written on it. */
export function seat(): string {
  const stored = readSetting(SETTING)
  return stored !== null && isSeat(stored) ? stored : DEFAULT_SEAT
}

/** Gives the seat another number; false if it is none, or will be forgotten. */
export function setSeat(number: string): boolean {
  return isSeat(number) && writeSetting(SETTING, number)
}
