import type { Point } from '../../core/city/point.ts'
import styles from './Map.module.css'

export interface DrawnProps {
  /** Pixels. */
  readonly points: readonly Point[]
  readonly isArea: boolean
}

/** A shape as far as it is drawn. */
export function Drawn({ points, isArea }: DrawnProps) {
  const line = points.map(({ x, y }) => `${x} ${y}`).join('L')
  const keyed = points.map((p, n) => ({ ...p, key: `${n}` }))
  return (
    <>
      {points.length > 1 && (
        <path
          d={`M${line}${isArea ? 'z' : ''}`}
          className={styles.drawn}
          data-area={isArea || undefined}
        />
      )}
      {keyed.map(({ key, x, y }) => (
        <circle key={key} cx={x} cy={y} r={4.5} className={styles.corner} />
      ))}
    </>
  )
}
