import type { ScenarioEntry } from '../../core/scenario/entry.ts'
import type { Mode } from '../../core/sim/attempt.ts'
import { type LocalStore, StorageError, type Trainee } from '../../storage/ports.ts'
import type { Language } from '../../ui/i18n/keys.ts'
import { newHeader } from '../runtime/newAttempt.ts'

export interface Begin {
  readonly scenario: ScenarioEntry
  readonly mode: Mode
  readonly lang: Language
  readonly trainee: Trainee
  /** ms since 1970. */
  readonly now: number
}

/** Which variant is drawn: 64 bits of the browser's own chance, so that nobody can know it before. */
function freshSeed(): string {
  const words = crypto.getRandomValues(new Uint32Array(2))
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('')
}

/**
 * Makes the attempt and gives its id. Rejects with a StorageError if it could not be made; if only the writing failed
 * the call can be worked all the same.
 */
export async function begin(
  store: Pick<LocalStore, 'create' | 'newId'>,
  { scenario: { id, version, hash }, mode, lang, trainee, now }: Begin,
): Promise<string> {
  const header = newHeader({
    id: store.newId(),
    scenario: { id, version, hash },
    mode,
    lang,
    trainee,
    now,
    seed: freshSeed(),
  })
  await store.create(header).catch((error: unknown) => {
    if (!(error instanceof StorageError && error.kept)) throw error
  })
  return header.id
}
