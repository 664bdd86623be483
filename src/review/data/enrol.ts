import type { Station } from '../../storage/review/ports.ts'
import type { Review } from '../book/useBook.ts'
import { judgeWaiting, type Work } from '../intake/intake.ts'

/** Trusts workstations from now on; what waited for them is judged again. */
export async function enrol(
  { book, services }: Pick<Review, 'book' | 'services'>,
  stations: readonly Station[],
  how: Work,
): Promise<void> {
  if (stations.length === 0) return
  const { review, content } = services
  for (const station of stations) {
    await review.enrol(station)
    await book.say({ kind: 'enrol', station: station.id, name: station.name })
  }
  await book.refresh()
  const ids = new Set(stations.map(({ id }) => id))
  const theirs = (await review.rows()).filter(
    ({ station, standing }) => station !== null && ids.has(station) && standing !== 'counted',
  )
  await review.reopen(theirs.map(({ id }) => id))
  await judgeWaiting({ store: review, content }, how)
  await book.refresh()
}
