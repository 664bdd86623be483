import type { Point } from '../../core/sim/atlas.ts'
import { Session } from '../../core/sim/session.ts'
import type { LineView } from '../../core/sim/view.ts'
import type { MapUnit } from '../map/model.ts'
import type { Ground } from './ground.ts'

/** The map as the trainee saw it, at any moment: taken from one replay, at the moments at which it changed. */

export interface MapMoment {
  readonly at: number
  readonly units: readonly MapUnit[]
  readonly traineePin: Point | null
}

export interface MapReplay {
  readonly sector: LineView['sector']
  readonly pin: LineView['pin']
  readonly moments: readonly MapMoment[]
}

/** A unit that has not signed in by then is shown as overdue, ms after sending (see the simulation's units). */
const OVERDUE_SHOWN_MS = 30_001

/** Replays the attempt once and keeps what the map needs. */
export function mapReplay(
  parts: Pick<Ground, 'header' | 'journal' | 'script' | 'rolled' | 'atlas'>,
): MapReplay {
  const { journal, atlas } = parts
  const times = new Set<number>([0])
  for (const entry of journal) {
    if (entry.origin === 'script' && entry.happening.what === 'unit') {
      times.add(entry.at)
      if (entry.happening.status === 'sent') times.add(entry.at + OVERDUE_SHOWN_MS)
    } else if (entry.origin === 'trainee' && entry.command.do === 'set') {
      if (entry.command.change.field === 'location') times.add(entry.at)
    }
  }
  const session = new Session(parts)
  const { sector, pin } = session.view().line
  const moments: MapMoment[] = []
  let next = 0
  for (const at of [...times].sort((a, b) => a - b)) {
    for (; next < journal.length; next += 1) {
      const entry = journal[next]
      if (!entry || entry.at > at) break
      if (entry.origin === 'trainee') session.dispatch(entry.command, entry.at)
      else if (entry.origin === 'observed') session.observe(entry.observation, entry.at)
      else session.advanceTo(entry.at)
    }
    session.advanceTo(at)
    const { units, record } = session.view()
    const { location } = record
    const place = location?.place === undefined ? undefined : atlas.place(location.place)
    const marked =
      location?.x !== undefined && location.y !== undefined
        ? { x: location.x, y: location.y }
        : place
          ? { x: place.x, y: place.y }
          : null
    const before = moments[moments.length - 1]?.traineePin ?? null
    const same =
      before !== null && marked !== null && before.x === marked.x && before.y === marked.y
    moments.push({ at, units, traineePin: same ? before : marked })
  }
  return { sector, pin, moments }
}

/** What the map showed at a moment. */
export function momentAt(replay: MapReplay, at: number): MapMoment {
  const found = replay.moments.findLast((moment) => moment.at <= at) ?? replay.moments[0]
  return found ?? { at: 0, units: [], traineePin: null }
}
