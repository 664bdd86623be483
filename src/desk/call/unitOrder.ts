import type { UnitView } from '../../core/sim/view.ts'
import type { UnitKind } from '../../core/taxonomy/vocabulary.ts'

/** Which kinds of unit the list shows; null: all. */
export type KindFilter = UnitKind | null

/** Units out, those that need a chase first, then by when they were sent. */
export function sentUnits(units: readonly UnitView[]): readonly UnitView[] {
  return units
    .filter(({ status }) => status !== 'free')
    .sort((a, b) => Number(b.overdue) - Number(a.overdue) || (a.sentAt ?? 0) - (b.sentAt ?? 0))
}

/** The list at the desk: units out first, then the free ones by drive time. Those that are out stand in every filter. */
export function unitRows(units: readonly UnitView[], kind: KindFilter): readonly UnitView[] {
  const free = units
    .filter((unit) => unit.status === 'free' && (kind === null || unit.kind === kind))
    .sort((a, b) => (a.etaIfSent ?? Number.MAX_VALUE) - (b.etaIfSent ?? Number.MAX_VALUE))
  return [...sentUnits(units), ...free]
}
