import { createActor } from 'xstate'
import type { Script } from '../scenario/script.ts'
import type { Call } from '../sim/call.ts'
import { callMachine } from '../sim/machine.ts'
import type { CallEvent } from '../sim/vocabulary.ts'

/**
 * The call machine with its clock in our hands: nothing falls due by itself, and what would fall due at once happens when
 * we say so. For holding the proof's own step equal to it, event by event.
 */
export class MachineDriver {
  readonly #actor
  readonly #clock = { now: 0 }
  readonly #due: (() => void)[] = []
  readonly #script: Script

  constructor(script: Script) {
    this.#script = script
    const due = this.#due
    this.#actor = createActor(callMachine(script), {
      input: { script, lang: 'zh', clock: this.#clock },
      clock: {
        setTimeout: (run: () => void, delay: number): number => {
          if (delay === 0) due.push(run)
          return 0
        },
        clearTimeout: (): void => {},
      },
    })
    this.#actor.start()
  }

  get call(): Call {
    return this.#actor.getSnapshot().context
  }

  get line(): string {
    const { value } = this.#actor.getSnapshot()
    return typeof value === 'object' && value !== null && 'line' in value ? String(value.line) : ''
  }

  /** Lets time pass for those conditions that ask about it. */
  pass(ms: number): void {
    this.#clock.now += ms
  }

  send(event: CallEvent): void {
    this.#actor.send(event)
    for (let run = this.#due.shift(); run; run = this.#due.shift()) run()
  }

  /** What a timer of the machine's own would bring: `xstate.after.<ms>.<state>`. */
  elapse(ms: number, state: string): void {
    this.send({ type: `xstate.after.${ms}.${this.#script.id}.${state}` })
  }
}
