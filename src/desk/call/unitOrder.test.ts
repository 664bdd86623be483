import { describe, expect, it } from 'vitest'
import type { UnitView } from '../../core/sim/view.ts'
import { sentUnits, unitRows } from './unitOrder.ts'

const unit = (id: string, change: Partial<UnitView> = {}): UnitView => ({
  id,
  kind: 'patrol',
  name: { zh: id, en: id },
  note: null,
  status: 'free',
  sentAt: null,
  acknowledgedAt: null,
  eta: null,
  etaIfSent: 100_000,
  overdue: false,
  by: null,
  leg: null,
  at: { x: 0, y: 0 },
  ...change,
})

const units = [
  unit('far', { etaIfSent: 400_000 }),
  unit('near', { etaIfSent: 60_000 }),
  unit('fire', { kind: 'fire', etaIfSent: 80_000 }),
  unit('late', { status: 'sent', sentAt: 9000, overdue: true }),
  unit('first', { status: 'moving', sentAt: 2000 }),
]
const ids = (list: readonly UnitView[]) => list.map(({ id }) => id)

describe('the list of units', () => {
  it('has those out first, the late one before all, then the free ones by drive time', () => {
    expect(ids(unitRows(units, null))).toEqual(['late', 'first', 'near', 'fire', 'far'])
  })

  it('narrows the free ones to a kind; those out stay', () => {
    expect(ids(unitRows(units, 'fire'))).toEqual(['late', 'first', 'fire'])
    expect(ids(sentUnits(units))).toEqual(['late', 'first'])
  })

  it('keeps the order of the city while no drive time is known', () => {
    const blind = units.map((one) => ({ ...one, etaIfSent: null }))
    expect(ids(unitRows(blind, 'patrol'))).toEqual(['late', 'first', 'far', 'near'])
  })
})
