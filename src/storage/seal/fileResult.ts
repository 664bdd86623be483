import type { FileResult } from '../../core/sim/file.ts'
import type { AttemptResult } from '../ports.ts'

/** A stored result as files tell it. */
export function fileResult(result: AttemptResult | null): FileResult | null {
  return result === null ? null : { ...result, redLines: [...result.redLines] }
}
