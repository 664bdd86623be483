import { PRIORITIES } from '../../core/taxonomy/vocabulary.ts'
import type { Translate } from '../../ui/i18n/keys.ts'

/** `L1`, `分流`, or `—` where none was set. */
export function levelText(id: string | null, t: Translate<'review'>): string {
  const known = PRIORITIES.find((priority) => priority === id)
  return known ? t(`priority.${known}`) : (id ?? '—')
}
