import { useRef, useState } from 'react'
import { Cancelled, type Progress, type Work } from '../intake/intake.ts'

export interface Working {
  readonly progress: Progress | null
  readonly busy: boolean
  readonly error: string | null
  /** Runs one piece of work at a time; a second call while one runs does nothing. */
  run(work: (how: Work) => Promise<void>): void
  cancel(): void
}

/** Long work with progress that can be stopped. */
export function useWork(): Working {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  return {
    progress,
    busy,
    error,
    run(work) {
      if (stop.current) return
      const controller = new AbortController()
      stop.current = controller
      setBusy(true)
      setError(null)
      work({ onProgress: setProgress, signal: controller.signal })
        .catch((failure: unknown) => {
          if (!(failure instanceof Cancelled))
            setError(failure instanceof Error ? failure.message : String(failure))
        })
        .finally(() => {
          stop.current = null
          setBusy(false)
          setProgress(null)
        })
    },
    cancel: () => stop.current?.abort(),
  }
}
