import { memo, useMemo } from 'react'
import type { Sketch } from '../../core/city/sketch.ts'
import styles from './Map.module.css'
import { groundOf } from './mapPaths.ts'
import type { Camera, Size } from './mapView.ts'

/** Pixels wide at least, and metres wide. */
const ROADS: Readonly<Record<string, readonly [pixels: number, metres: number]>> = {
  trunk: [2.6, 26],
  main: [2, 20],
  street: [1.2, 12],
  lane: [0.7, 6],
}

export interface GroundProps {
  readonly layers: Sketch['layers']
  readonly camera: Camera
  readonly view: Size
}

/** Land, water and roads, under everything that can be chosen. */
export function Ground({ layers, camera, view }: GroundProps) {
  const { x, y, scale } = camera
  const at = `translate(${view.width / 2 - x * scale} ${view.height / 2 - y * scale}) scale(${scale})`
  return (
    <g transform={at}>
      <Shapes layers={layers} scale={scale} />
    </g>
  )
}

/** Drawn again only when the ground changes or the scale does: panning moves it as a whole. */
const Shapes = memo(function Shapes({
  layers,
  scale,
}: {
  readonly layers: Sketch['layers']
  readonly scale: number
}) {
  const { land, water, roads, districts } = layers
  // places come and go without the ground changing
  const ground = useMemo(
    () => groundOf({ layers: { land, water, roads, districts, landmarks: [], stations: [] } }),
    [land, water, roads, districts],
  )
  const road = (kind: string): number => {
    const [pixels, metres] = ROADS[kind] ?? [1.2, 12]
    return Math.max(pixels / scale, metres)
  }
  return (
    <>
      {ground.land.map(({ key, kind, shape, d }) => (
        <path
          key={key}
          d={d}
          className={shape === 'line' ? styles.rail : styles.land}
          data-kind={kind}
          vectorEffect={shape === 'line' ? 'non-scaling-stroke' : undefined}
        />
      ))}
      {ground.water.map(({ key, shape, width, d }) =>
        shape === 'line' ? (
          <path
            key={key}
            d={d}
            className={styles.river}
            strokeWidth={Math.max(width, 1.5 / scale)}
          />
        ) : (
          <path key={key} d={d} className={styles.water} />
        ),
      )}
      <path d={ground.borders} className={styles.border} vectorEffect="non-scaling-stroke" />
      {ground.roads.map(({ key, kind, d }) => (
        <path key={key} d={d} className={styles.casing} strokeWidth={road(kind) + 1.6 / scale} />
      ))}
      {ground.roads.map(({ key, kind, d }) => (
        <path key={key} d={d} className={styles.road} data-kind={kind} strokeWidth={road(kind)} />
      ))}
    </>
  )
})
