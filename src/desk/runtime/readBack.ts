import type { Session } from '../../core/sim/session.ts'

/**
 * Was the record's place read back to the caller since it was last written down? What a sentence was is known to the
 * script alone; of it the desk hears only this.
 */
export function wasReadBack({ journal, script }: Session): boolean {
  for (let n = journal.length - 1; n >= 0; n -= 1) {
    const entry = journal[n]
    if (entry?.origin === 'script' && entry.happening.what === 'said') {
      const { reply } = entry.happening
      const acts = script.replies.find(({ id }) => id === reply)?.acts ?? []
      if (acts.includes('READBACK')) return true
    }
    if (entry?.origin !== 'trainee' || entry.command.do !== 'set') continue
    if (entry.command.change.field === 'location') return false
  }
  return false
}
