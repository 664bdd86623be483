import { fingerprint } from '../../core/sim/fingerprint.ts'
import type { Person } from '../../storage/review/ports.ts'
import type { Translate } from '../../ui/i18n/keys.ts'
import type { Pages } from '../book/book.ts'
import { dateTime } from '../frame/format.ts'
import type { Cell } from '../table/columns.ts'

/** Lists that the page names in a line, as tables for files. */

/** With the heads that `readPeople` knows: what goes out can be mended in a spreadsheet and comes in again. */
export function peopleTable(
  people: Iterable<Person>,
  t: Translate<'review'>,
): readonly (readonly Cell[])[] {
  return [
    [t('data.badge'), t('data.name'), t('data.group'), t('data.term')],
    ...[...people].map(({ badge, name, group, term }) => [badge, name, group, term]),
  ]
}

export function stationsTable(
  { stations, rows }: Pick<Pages, 'stations' | 'rows'>,
  t: Translate<'review'>,
): readonly (readonly Cell[])[] {
  const sealed = new Map<string, number>()
  for (const { station } of rows)
    if (station !== null) sealed.set(station, (sealed.get(station) ?? 0) + 1)
  return [
    [t('data.name'), t('data.station'), t('data.enrolledAt'), t('nav.attempt'), 'id'],
    ...stations.map(({ id, name, enrolledAt }) => [
      name,
      fingerprint(id),
      dateTime(enrolledAt),
      sealed.get(id) ?? 0,
      id,
    ]),
  ]
}
