import type { Remark } from '../../core/review/remark.ts'
import type { Detail, Sheet } from '../../core/review/sheet.ts'

/**
 * What the review keeps: attempts of many workstations with their sheets, remarks, groups and enrolled workstations.
 * Attempts and remarks are only ever added; only a demonstration can be removed again, and only as a whole.
 */

/** Why an attempt is kept apart: it is in no figure. */
export type ApartReason =
  /** Its text is cut short, or no attempt. */
  | 'damaged'
  /** Another journal, header or total than was sealed. */
  | 'edited'
  /** The signature isn't that of the key it names. */
  | 'signature'
  /** Sealed by a workstation that nobody has enrolled. */
  | 'unknown-station'
  | 'unsealed'
  /** This page came over plain http, where the browser checks no signature. */
  | 'insecure'
  /** The engine makes another journal of its commands. */
  | 'replay'
  /** Its scenario version or engine isn't here: it can't be replayed. */
  | 'version'
  /** Known already, with another content. */
  | 'differs'

/** `waiting`: taken in, not yet replayed. `left`: whole, but the trainee left the call, so that nothing is scored. */
export type Standing = 'waiting' | 'counted' | 'left' | ApartReason

export interface AttemptRow {
  readonly id: string
  /** SHA-256 over its text: tells a second coming from a changed one. */
  readonly digest: string
  readonly trainee: string
  readonly name: string
  readonly badge: string
  readonly scenario: string
  readonly version: number
  /** ms since 1970. */
  readonly at: number
  readonly demo: boolean
  /** The sealing workstation's id; null: unsealed, or worked in this browser. */
  readonly station: string | null
  /** The file that it came in, or '' for this browser's own. */
  readonly file: string
  readonly standing: Standing
  /** What was found, for whoever looks into it. */
  readonly detail: string
  /** The journal entry at which it differs. */
  readonly n: number | null
}

/** An attempt as it comes in. `text`: JSON as UTF-8, `{ header, entries, status, result, seal? }` in any order. */
export interface Incoming {
  readonly row: AttemptRow
  readonly text: Uint8Array<ArrayBuffer>
}

/** What replaying found. */
export interface Judged {
  readonly id: string
  readonly standing: Exclude<Standing, 'waiting'>
  readonly detail: string
  readonly n: number | null
  readonly sheet: Sheet | null
  readonly more: Detail | null
}

export interface Person {
  readonly badge: string
  readonly name: string
  readonly group: string
  /** 期 */
  readonly term: string
}

export interface Station {
  /** SHA-256 of its public key. */
  readonly id: string
  /** The raw public key, base64url. */
  readonly key: string
  readonly name: string
  readonly enrolledAt: number
}

export interface ReviewStore {
  /** Of these ids those that are here, with their digests. */
  known(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Adds them durably; those whose id is here already are left as they are: gives these with their digests. */
  takeIn(batch: readonly Incoming[]): Promise<ReadonlyMap<string, string>>
  /** What waits to be replayed, as it came in together: texts of one list are quick to read at once. */
  waiting(): Promise<readonly (readonly AttemptRow[])[]>
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>>
  judge(batch: readonly Judged[]): Promise<void>
  /** To be judged again: after a workstation was enrolled or dismissed, or a scenario came. */
  reopen(ids: readonly string[]): Promise<void>
  /** Oldest first. */
  sheets(): Promise<readonly Sheet[]>
  details(scenario: string): Promise<readonly Detail[]>
  rows(): Promise<readonly AttemptRow[]>
  row(id: string): Promise<AttemptRow | null>
  /** By id: oldest first. */
  remarks(): Promise<readonly Remark[]>
  /** Those on one attempt. */
  remarksOf(attempt: string): Promise<readonly Remark[]>
  remark(one: Remark): Promise<void>
  /** Adds those of a file, each id once; those whose id is here already are left as they are. */
  takeRemarks(batch: readonly Remark[]): Promise<void>
  people(): Promise<readonly Person[]>
  /** In the place of those of the same badge. */
  setPeople(people: readonly Person[]): Promise<void>
  stations(): Promise<readonly Station[]>
  enrol(station: Station): Promise<void>
  dismiss(station: string): Promise<void>
  /** Removes all attempts that robots made, and what was said of them. Gives how many. */
  removeDemo(): Promise<number>
}
