import type { CallState } from '../runtime/useCall.ts'
import { FaultPage } from './FaultPage.tsx'

export interface CallFaultProps {
  readonly state: Extract<CallState, { kind: 'stopped' | 'lost' | 'failed' }>
  readonly onHome: () => void
  readonly onRetry: () => void
}

/** Why the call can't be worked here, in words. */
export function CallFault({ state, onHome, onRetry }: CallFaultProps) {
  if (state.kind === 'lost')
    return <FaultPage what="fault.lost" todo="fault.lostTodo" onHome={onHome} onRetry={onRetry} />
  if (state.kind === 'failed')
    return (
      <FaultPage
        what="fault.failed"
        todo="fault.failedTodo"
        detail={state.error instanceof Error ? state.error.message : String(state.error)}
        onHome={onHome}
        onRetry={onRetry}
      />
    )
  const { why } = state
  switch (why.kind) {
    case 'missing':
      return <FaultPage what="fault.missing" todo="fault.missingTodo" onHome={onHome} />
    case 'elsewhere':
      return (
        <FaultPage
          what="fault.elsewhere"
          todo="fault.elsewhereTodo"
          onHome={onHome}
          onRetry={onRetry}
        />
      )
    case 'interrupted':
      return <FaultPage what={`fault.${why.why}`} todo="fault.interruptedTodo" onHome={onHome} />
    case 'broken':
      return (
        <FaultPage
          what="fault.broken"
          todo="fault.brokenTodo"
          faults={why.error.faults}
          onHome={onHome}
        />
      )
  }
}
