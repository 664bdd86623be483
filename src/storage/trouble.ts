import { StorageError, type StorageProblem, type StorageState } from './ports.ts'

/** Keeps the problem that stands, tells those who listen, and says when to try again. */
export interface Trouble {
  readonly standing: StorageProblem | null
  /** A problem with the place that we write to: stands until `clear`. */
  raise(problem: StorageProblem): void
  /** Something that went wrong once and does not stand. */
  report(problem: StorageProblem): void
  /** Writing works again. A problem that can't pass (private mode) stays. */
  clear(): void
  onProblem(listener: (problem: StorageProblem) => void): () => void
  onState(listener: (state: StorageState) => void): () => void
  dispose(): void
}

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 15_000

export interface TroubleParts {
  /** How many entries wait now. */
  waiting(): number
  /** Is there anything to try again? */
  needed(): boolean
  /** Called after a while for as long as a problem stands and it is needed. */
  retry(): Promise<unknown>
}

export function createTrouble({ waiting, needed, retry }: TroubleParts): Trouble {
  const problems = new Set<(problem: StorageProblem) => void>()
  const states = new Set<(state: StorageState) => void>()
  let standing: StorageProblem | null = null
  let pause = FIRST_RETRY_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  const changed = () => {
    const state = { waiting: waiting(), problem: standing }
    for (const listener of states) listener(state)
  }
  const report = (problem: StorageProblem) => {
    for (const listener of problems) listener(problem)
  }
  const again = () => {
    if (over || timer !== undefined || standing === null || !needed()) return
    timer = setTimeout(() => {
      timer = undefined
      void retry().finally(again)
    }, pause)
    pause = Math.min(pause * 2, LAST_RETRY_MS)
  }

  return {
    get standing() {
      return standing
    },
    raise(problem) {
      const news = standing?.kind !== problem.kind
      standing = problem
      again()
      changed()
      if (news) report(problem)
    },
    report,
    clear() {
      pause = FIRST_RETRY_MS
      if (standing === null || standing.kind === 'private-mode') return
      standing = null
      changed()
    },
    onProblem(listener) {
      problems.add(listener)
      const told = standing
      if (told !== null) queueMicrotask(() => problems.has(listener) && listener(told))
      return () => problems.delete(listener)
    },
    onState(listener) {
      states.add(listener)
      return () => states.delete(listener)
    },
    dispose() {
      over = true
      clearTimeout(timer)
      problems.clear()
      states.clear()
    },
  }
}

/** The problem behind whatever a place to keep rows threw. */
export function problemOf(error: unknown): StorageProblem {
  if (error instanceof StorageError) {
    const { problem } = error
    switch (problem.kind) {
      case 'private-mode':
      case 'blocked-upgrade':
      case 'second-tab':
      case 'full':
      case 'closed':
      case 'unknown':
        return problem
      default:
        return { kind: 'unknown', detail: error.message }
    }
  }
  return { kind: 'unknown', detail: error instanceof Error ? error.message : String(error) }
}
