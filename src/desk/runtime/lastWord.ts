import type { Entry } from '../../core/sim/journal.ts'

/**
 * When the last thing said is over, simulated ms: an ending of the story comes with the caller's last line still to be
 * heard. What was cut is over when it was cut.
 */
export function lastWordAt(journal: readonly Entry[]): number {
  for (let n = journal.length - 1; n >= 0; n -= 1) {
    const entry = journal[n]
    if (entry?.origin === 'trainee' && entry.command.do === 'hang-up') return entry.at
    if (entry?.origin !== 'script') continue
    const { happening } = entry
    if (happening.what === 'dropped' || happening.what === 'gave-up') return entry.at
    if (happening.what === 'caller') return happening.from + happening.ms
    if (happening.what === 'said') return entry.at + happening.ms
  }
  return 0
}
