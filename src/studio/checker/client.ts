import type { Difference } from '../../core/scenario/compare/texts.ts'
import type { Edit, EditResult } from '../../core/scenario/edit/edit.ts'
import type { Rubric } from '../../core/scoring/rubric.ts'
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts'
import { afterFrame } from '../../ui/afterFrame.ts'
import type { Library } from '../../ui/library/library.ts'
import { advance, type Findings, NOTHING_FOUND } from './findings.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

/** What scenarios are judged by, and the cities that they may play in. */
export interface CheckGround {
  readonly taxonomy: Taxonomy
  readonly rubric: Rubric
  readonly library: Pick<Library, 'city'>
  readonly cities: readonly string[]
}

/** The checker in its own thread. The latest text wins: work on older ones is dropped. */
export interface Checker {
  /** `revision` grows with each change of the text. */
  check(text: string, revision: number): void
  /** The first text read is drawn: its proof need not wait any longer. */
  goOn(): void
  /** Called with what is known now, whenever more is. Returns the way to stop listening. */
  onResult(listener: (findings: Findings) => void): () => void
  /** What is known now. */
  readonly findings: Findings
  /** What these edits make of this text, off the page's own thread. `onlyWords`: nothing else may change. */
  edit(text: string, edits: readonly Edit[], onlyWords?: boolean): Promise<EditResult>
  /** What differs between two texts, worked out there too. */
  compare(before: string, after: string): Promise<Difference>
  /** A city was changed: checks from now on ask for it again. */
  forgetCities(): void
  dispose(): void
}

/** A thread (thread.ts), or something like it. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null
}

/** `first`: what is known before it has read anything. */
export function createChecker(
  ground: CheckGround,
  start: () => Thread,
  first: Findings = NOTHING_FOUND,
): Checker {
  const { taxonomy, rubric, library, cities } = ground
  const thread = start()
  const listeners = new Set<(findings: Findings) => void>()
  let findings = first
  const asked = new Map<number, (result: EditResult) => void>()
  const compared = new Map<number, (difference: Difference) => void>()
  let questions = 0
  /** Taking a message over and drawing what it says are two tasks, so that a letter can come in between. */
  let telling = false
  const tellAll = (): void => {
    telling = false
    for (const listener of listeners) listener(findings)
  }
  const post = (message: ToWorker): void => thread.postMessage(message)
  const tell = async (id: string): Promise<void> => {
    const known = cities.includes(id) ? await library.city(id).catch(() => null) : null
    post({ kind: 'city', id, city: known?.city ?? null })
  }
  thread.onmessage = ({ data }) => {
    if (data.kind === 'city?') {
      void tell(data.id)
      return
    }
    if (data.kind === 'edited') {
      asked.get(data.id)?.(data.result)
      asked.delete(data.id)
      return
    }
    if (data.kind === 'compared') {
      compared.get(data.id)?.(data.difference)
      compared.delete(data.id)
      return
    }
    const isFirst = findings.revision < 0
    const next = advance(findings, data)
    if (next === findings) return
    findings = next
    // its first stage comes right after it: to draw both would only take longer, but for whoever has seen nothing yet
    if (data.kind === 'read' && !isFirst) return
    if (!telling) setTimeout(tellAll, 0)
    telling = true
  }
  /** The text that goes over when the letter is drawn: copying it takes a while, and the thread then needs the processor. */
  let waiting: ToWorker | null = null
  let isAsked = false
  const send = (): void => {
    if (waiting !== null) post(waiting)
    waiting = null
  }
  post({ kind: 'ground', taxonomy, rubric })
  return {
    check: (text, revision) => {
      // the first is no letter's: all that is to be seen of the draft waits for it
      if (waiting === null && !isAsked) queueMicrotask(send)
      else if (waiting === null) afterFrame(send)
      isAsked = true
      waiting = { kind: 'check', text, revision }
    },
    goOn: () => post({ kind: 'go-on' }),
    onResult: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get findings() {
      return findings
    },
    edit: (text, edits, onlyWords = false) =>
      new Promise((resolve) => {
        questions += 1
        asked.set(questions, resolve)
        post({ kind: 'edit', id: questions, text, edits, onlyWords })
      }),
    compare: (before, after) =>
      new Promise((resolve) => {
        questions += 1
        compared.set(questions, resolve)
        post({ kind: 'compare', id: questions, before, after })
      }),
    forgetCities: () => post({ kind: 'forget-cities' }),
    dispose: () => {
      waiting = null
      listeners.clear()
      thread.onmessage = null
      thread.terminate()
    },
  }
}
