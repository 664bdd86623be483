import { useEffect, useRef, useState } from 'react'
import { StorageError } from '../../storage/ports.ts'
import { LibraryError } from '../../ui/library/fault.ts'
import { libraryFor } from '../../ui/library/library.ts'
import type { PageProps } from '../../ui/services.ts'
import { closeAttempt, outcomeOf } from './finishAttempt.ts'
import { type Opened, openAttempt } from './openAttempt.ts'
import { type RunningCall, startCall } from './startCall.ts'

export type CallState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'running'; readonly call: RunningCall }
  | { readonly kind: 'stopped'; readonly why: Exclude<Opened, { kind: 'call' | 'over' }> }
  | { readonly kind: 'lost' }
  | { readonly kind: 'failed'; readonly error: unknown }

/**
 * The attempt of the page's address, opened and running while the page is shown. When it is over it is scored and
 * closed, and the page goes on to the debrief (or, if the trainee left, to the start).
 * @param tries counts up to try again after a failure
 */
export function useCall(props: PageProps, attempt: string, tries: number): CallState {
  const { services, navigate } = props
  const [state, setState] = useState<CallState>({ kind: 'opening' })
  const go = useRef(navigate)
  go.current = navigate

  useEffect(() => {
    let current = tries >= 0
    let call: RunningCall | null = null
    setState({ kind: 'opening' })
    const library = libraryFor(services.content)
    const fail = (error: unknown) => {
      if (!current) return
      if (error instanceof LibraryError)
        setState({ kind: 'stopped', why: { kind: 'broken', error } })
      else setState({ kind: 'failed', error })
    }
    const finish = async (running: RunningCall) => {
      await running.runner.stored()
      if (running.runner.replaced || !current) return
      const [rubric, taxonomy] = await Promise.all([library.rubric(), library.taxonomy()])
      await closeAttempt(services.store, running.session, rubric, taxonomy).catch(
        (error: unknown) => {
          // the store keeps what it can't write yet, and says so by itself
          if (!(error instanceof StorageError && error.kept)) throw error
        },
      )
      if (current) go.current(outcomeOf(running.session) === 'left' ? '/' : `/debrief/${attempt}`)
    }
    const run = (opened: Opened) => {
      if (opened.kind === 'over') return go.current(`/debrief/${attempt}`)
      if (opened.kind !== 'call') return setState({ kind: 'stopped', why: opened })
      const running = startCall({
        call: opened.call,
        services,
        library,
        onLost: () => current && setState({ kind: 'lost' }),
      })
      call = running
      running.taxonomy.catch(fail)
      setState({ kind: 'running', call: running })
      let finishing = false
      const look = () => {
        if (finishing || !running.session.finished) return
        finishing = true
        finish(running).catch(fail)
      }
      running.session.subscribe(look)
      look()
    }
    openAttempt(services.store, library, attempt).then((opened) => {
      if (current) run(opened)
    }, fail)
    return () => {
      current = false
      const running = call
      // the lease goes only after the last entry is stored
      void running?.stop().then(() => services.store.release(attempt).catch(() => undefined))
    }
  }, [services, attempt, tries])

  return state
}
