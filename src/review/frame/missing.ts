import type { Criterion, Verdict } from '../../core/review/readiness.ts'
import type { Translate } from '../../ui/i18n/keys.ts'
import type { Names } from '../book/useBook.ts'

/** What keeps a trainee from going live, in a few words; `—` if nothing does. */
export function missingText({ criteria }: Verdict, t: Translate<'review'>, names: Names): string {
  const missing = criteria.filter(({ met }) => met !== true)
  return missing.length === 0
    ? '—'
    : missing.map((criterion) => wordsFor(criterion, t, names)).join(t('missing.and'))
}

function wordsFor(criterion: Criterion, t: Translate<'review'>, names: Names): string {
  const { rule, met, have, of, need } = criterion
  switch (rule.kind) {
    case 'attempts':
      return t('missing.attempts', { n: need - have })
    case 'class-accuracy':
      return met === null
        ? t('missing.until', { n: rule.last - (of ?? 0), name: names.text(rule.name) })
        : t('missing.right', { n: need - have })
    case 'under-triage':
      return met === null
        ? t('missing.untilLevel', { n: rule.last - (of ?? 0), level: rule.priority })
        : t('missing.under', { n: have, level: rule.priority })
    case 'red-line-streak':
      return t('missing.streak', { n: need - have })
  }
}
