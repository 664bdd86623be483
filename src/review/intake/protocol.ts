import type { CohortPlan } from '../../core/robots/cohort.ts'
import type { FileRefusalCode } from '../../core/sim/file.ts'
import type { Incoming, Judged, Person } from '../../storage/review/ports.ts'

/** What the page and the intake's thread say to each other. Whoever sends many waits for `go` after each batch. */

/** Why an attempt, or a whole file, wasn't taken. */
export interface Refused {
  readonly file: string
  /** Empty: the whole file. */
  readonly attempt: string
  readonly code: FileRefusalCode | 'unfinished' | 'unreadable'
  /** English, for the report; the page words the code. */
  readonly why: string
}

export interface ToJudge {
  readonly id: string
  readonly text: Uint8Array<ArrayBuffer>
  /** Worked in this browser: no seal is asked for. */
  readonly own: boolean
  /** A robot's: it needs no workstation. */
  readonly demo: boolean
}

export type DemoPlan = Pick<
  CohortPlan,
  'seed' | 'trainees' | 'attempts' | 'from' | 'days' | 'terms' | 'learning' | 'skills'
> & {
  /** Ids of the scenarios that the robots work. */
  readonly scenarios: readonly string[]
}

export type ToThread =
  | {
      readonly kind: 'text'
      readonly ask: number
      readonly text: string | null
      readonly why?: string
    }
  | { readonly kind: 'read'; readonly file: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'go' }
  | {
      readonly kind: 'judge'
      readonly items: readonly ToJudge[]
      /** Ids of the enrolled workstations. */
      readonly stations: readonly string[]
    }
  | { readonly kind: 'demo'; readonly plan: DemoPlan }

export type FromThread =
  /** A file of the program, or with `hash` that version of a scenario as published here. */
  | {
      readonly kind: 'text?'
      readonly ask: number
      readonly path: string
      readonly hash: string | null
    }
  | { readonly kind: 'incoming'; readonly batch: readonly Incoming[] }
  | { readonly kind: 'refused'; readonly list: readonly Refused[] }
  | { readonly kind: 'read'; readonly file: string; readonly attempts: number }
  | { readonly kind: 'judged'; readonly batch: readonly Judged[] }
  | {
      readonly kind: 'played'
      readonly batch: readonly Incoming[]
      readonly judged: readonly Judged[]
      readonly people: readonly Person[]
    }
  | { readonly kind: 'demo-done' }
  /** The thread can't go on with what it was asked. */
  | { readonly kind: 'failed'; readonly why: string }

/** What a message hands over instead of copying: whoever sends it can't use that any more. */
export function handedOver(message: ToThread | FromThread): ArrayBuffer[] {
  switch (message.kind) {
    case 'read':
      return 'bytes' in message ? [message.bytes.buffer] : []
    case 'judge':
      return message.items.map(({ text }) => text.buffer)
    case 'incoming':
    case 'played':
      return message.batch.map(({ text }) => text.buffer)
    default:
      return []
  }
}
