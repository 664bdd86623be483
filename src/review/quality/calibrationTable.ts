import { BEHAVIOURS, type Remark } from '../../core/review/remark.ts'
import type { Sheet } from '../../core/review/sheet.ts'
import type { Translate } from '../../ui/i18n/keys.ts'
import type { Names } from '../book/useBook.ts'
import { marksOf } from '../figures/raters.ts'
import { roundsOf } from '../figures/rounds.ts'
import { dateTime } from '../frame/format.ts'
import type { Cell } from '../table/columns.ts'

/**
 * All calibration rounds as one table for files: a row for each attempt and rater. In an open round a reader's own marks
 * stand there and nobody else's, as on the page.
 */
export function calibrationTable(
  { remarks, sheets }: { readonly remarks: readonly Remark[]; readonly sheets: readonly Sheet[] },
  reader: string,
  names: Pick<Names, 'scenario'>,
  t: Translate<'review'>,
): readonly (readonly Cell[])[] {
  const marks = marksOf(remarks)
  const known = new Map(sheets.map((sheet) => [sheet.attempt, sheet]))
  const rows = roundsOf(remarks).flatMap((round) =>
    round.attempts.flatMap((attempt) =>
      round.raters.map((rater): readonly Cell[] => {
        const sheet = known.get(attempt)
        const mark = marks.find(
          (one) => one.round === round.id && one.attempt === attempt && one.by === rater,
        )
        const blind = round.open && rater !== reader
        return [
          round.title,
          dateTime(round.at),
          t(round.open ? 'quality.open' : 'quality.closed'),
          sheet ? names.scenario(sheet.scenario) : null,
          sheet ? `${sheet.name} ${sheet.badge}` : null,
          attempt,
          rater,
          ...BEHAVIOURS.map((id) => (mark && !blind ? mark.marks[id] : null)),
        ]
      }),
    ),
  )
  const heads = [
    t('quality.calibration'),
    t('cohort.when'),
    t('cohort.standing'),
    t('filter.scenario'),
    t('cohort.trainee'),
    t('nav.attempt'),
    t('quality.rater'),
  ]
  return [[...heads, ...BEHAVIOURS.map((id) => t(`attempt.behaviour.${id}`))], ...rows]
}
