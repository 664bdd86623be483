import type { Atlas, Point, Route } from '../sim/atlas.ts'

/** A square town without bends: 36 km/h along x, then along y. For tests that don't need the real city. */
const places: Record<string, Point & { name: { zh: string; en: string } }> = {
  shop: { x: 2000, y: 1000, name: { zh: '福满家', en: 'Fumanjia' } },
  mill: { x: 3000, y: 2500, name: { zh: '磨坊', en: 'the mill' } },
}

export const gridAtlas: Atlas = {
  id: 'grid',
  units: [
    { id: 'north-1', kind: 'patrol', x: 1000, y: 1000, name: { zh: '北-1', en: 'North-1' } },
    { id: 'north-2', kind: 'patrol', x: 4000, y: 4000, name: { zh: '北-2', en: 'North-2' } },
    { id: 'fire-1', kind: 'fire', x: 0, y: 0, name: { zh: '消-1', en: 'Fire-1' } },
  ],
  partners: [
    {
      id: '119',
      name: { zh: '119', en: '119' },
      short: { zh: '119', en: '119' },
      ackMs: 6000,
      sends: 'fire',
    },
    { id: 'power', name: { zh: '供电', en: 'Power' }, short: { zh: '电', en: 'Pwr' }, ackMs: 8000 },
  ],
  place: (id) => (Object.hasOwn(places, id) ? places[id] : undefined),
  route: (from: Point, to: Point): Route => {
    const across = Math.abs(to.x - from.x)
    const down = Math.abs(to.y - from.y)
    return {
      points: [from, { x: to.x, y: from.y }, to],
      atMs: [0, across * 100, (across + down) * 100],
      metres: across + down,
      ms: (across + down) * 100,
    }
  },
}
