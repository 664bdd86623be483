import type { Interval } from '../statistics/proportion.ts'
import styles from './Marks.module.css'

/** Small marks inside table rows. They are pictures of figures that stand beside them, and are silent to readers. */

interface IntervalMarkProps {
  readonly value: number | null
  readonly interval: Interval | null
  /** The scale's ends. */
  readonly from: number
  readonly to: number
  readonly target?: number
  readonly tone?: 'plain' | 'short' | 'before'
  readonly width?: number
}

/** A point with its 95 % interval on a line. */
export function IntervalMark(props: IntervalMarkProps) {
  const { value, interval, from, to, target, tone = 'plain', width = 110 } = props
  const x = (at: number): number =>
    5 + ((Math.max(from, Math.min(to, at)) - from) / (to - from)) * (width - 10)
  return (
    <svg className={styles.mark} data-tone={tone} width={width} height={16} aria-hidden="true">
      {target !== undefined && (
        <line className={styles.target} x1={x(target)} x2={x(target)} y1={0} y2={16} />
      )}
      {interval && (
        <line className={styles.span} x1={x(interval.low)} x2={x(interval.high)} y1={8} y2={8} />
      )}
      {value !== null && <circle className={styles.dot} cx={x(value)} cy={8} r={4} />}
    </svg>
  )
}

interface StageMarkProps {
  /** Shares of the target: 1 is the target. */
  readonly median: number | null
  readonly p90: number | null
  readonly before: number | null
  readonly width?: number
}

/** The median as a dot, a line to the 90th percentile, last period's median as a ring; the target stands in the middle. */
export function StageMark({ median, p90, before, width = 140 }: StageMarkProps) {
  const x = (ratio: number): number => 5 + (Math.min(2.2, ratio) / 2.2) * (width - 10)
  const late = p90 !== null && p90 > 1
  return (
    <svg className={styles.mark} width={width} height={16} aria-hidden="true">
      <line className={styles.target} x1={x(1)} x2={x(1)} y1={0} y2={16} />
      <line className={styles.twice} x1={x(2)} x2={x(2)} y1={0} y2={16} />
      {median !== null && p90 !== null && (
        <line
          className={late ? styles.late : styles.span}
          x1={x(median)}
          x2={x(p90)}
          y1={8}
          y2={8}
        />
      )}
      {before !== null && <circle className={styles.ring} cx={x(before)} cy={8} r={3.5} />}
      {median !== null && <circle className={styles.dot} cx={x(median)} cy={8} r={4} />}
    </svg>
  )
}

/** A small curve from 0 to 1, with the target as a dotted line. */
export function Sparkline({
  values,
  target,
  width = 64,
}: {
  readonly values: readonly number[]
  readonly target: number
  readonly width?: number
}) {
  const y = (value: number): number => 15 - value * 13
  const x = (i: number): number =>
    values.length < 2 ? width : 2 + (i / (values.length - 1)) * (width - 6)
  const last = values[values.length - 1]
  return (
    <svg className={styles.mark} width={width} height={18} aria-hidden="true">
      <line className={styles.target} x1={0} x2={width} y1={y(target)} y2={y(target)} />
      <polyline
        className={styles.curve}
        points={values.map((value, i) => `${x(i)},${y(value)}`).join(' ')}
      />
      {last !== undefined && (
        <circle className={styles.dot} cx={x(values.length - 1)} cy={y(last)} r={2} />
      )}
    </svg>
  )
}

/** The last attempts as bars, those that crossed a red line tall and red. */
export function Streak({
  crossed,
  width = 64,
}: {
  readonly crossed: readonly boolean[]
  readonly width?: number
}) {
  const step = width / 10
  return (
    <svg className={styles.mark} width={width} height={16} aria-hidden="true">
      {crossed.slice(-10).map((red, i) => (
        <rect
          key={String(i)}
          className={red ? styles.crossed : styles.clean}
          x={i * step}
          y={red ? 1 : 4}
          width={step - 2}
          height={red ? 14 : 8}
        />
      ))}
    </svg>
  )
}
