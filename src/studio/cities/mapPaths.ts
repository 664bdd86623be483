import type { Feature, Sketch } from '../../core/city/sketch.ts'

/** The ground of a city as few SVG paths: one for each kind of what is only looked at. */
export interface GroundPath {
  readonly key: string
  /** What it is: `forest`, `river`, `main`, … */
  readonly kind: string
  readonly shape: 'line' | 'area'
  /** Metres wide, of a river. */
  readonly width: number
  readonly d: string
}

export interface Ground {
  readonly land: readonly GroundPath[]
  readonly water: readonly GroundPath[]
  readonly roads: readonly GroundPath[]
  readonly borders: string
}

/** Lowest first. */
const ROAD_ORDER = ['lane', 'street', 'main', 'trunk']

export function groundOf({ layers }: Pick<Sketch, 'layers'>): Ground {
  const known = layers.roads.map(({ kind }) => kind).filter((kind) => !ROAD_ORDER.includes(kind))
  const kinds = [...new Set(known), ...ROAD_ORDER]
  return {
    land: merged(layers.land, ({ kind, shape }) => `${kind} ${shape}`),
    water: merged(layers.water, (one) => `${one.kind} ${one.shape} ${widthOf(one)}`),
    roads: kinds.flatMap((kind) =>
      merged(
        layers.roads.filter((one) => one.kind === kind),
        () => kind,
      ),
    ),
    borders: layers.districts.map(pathOf).join(''),
  }
}

const widthOf = ({ properties }: Feature): number =>
  typeof properties.width === 'number' ? properties.width : 0

/** Neighbours in the file that are drawn alike, as one. */
function merged(features: readonly Feature[], like: (feature: Feature) => string): GroundPath[] {
  const paths: GroundPath[] = []
  let last = ''
  for (const feature of features) {
    const { shape, kind } = feature
    if (shape !== 'line' && shape !== 'area') continue
    const sign = like(feature)
    const before = paths.at(-1)
    if (before && sign === last)
      paths[paths.length - 1] = { ...before, d: before.d + pathOf(feature) }
    else
      paths.push({
        key: `${paths.length} ${sign}`,
        kind,
        shape,
        width: widthOf(feature),
        d: pathOf(feature),
      })
    last = sign
  }
  return paths
}

/** A feature's outline in metres. */
export function pathOf({ rings, shape }: Pick<Feature, 'rings' | 'shape'>): string {
  return rings
    .map((ring) => {
      const [first, ...rest] = ring
      if (!first) return ''
      const end = shape === 'area' ? 'z' : ''
      return `M${first.x} ${first.y}L${rest.map(({ x, y }) => `${x} ${y}`).join(' ')}${end}`
    })
    .join('')
}
