import { signed } from './format.ts'
import { sumsByDim } from './marks.ts'
import type { Row } from './rows.ts'
import styles from './Timeline.module.css'
import type { LaneProps } from './TimelineLanes.tsx'
import { useDebrief } from './useDebrief.ts'
import { rowText } from './words.ts'

/** The shortest bar that can still be seen and hit, px. */
const LEAST_PX = 4

/** Who spoke when: the caller above, the trainee with points below. */
export function TalkLanes({ scale, lanes }: LaneProps) {
  const { digest, words, ground } = useDebrief()
  const visible = digest.rows.filter(
    ({ at, content }) =>
      (content.kind === 'caller' || content.kind === 'said') &&
      at + content.ms >= scale.from &&
      at <= scale.to,
  )
  return (
    <g>
      {digest.timeline.away
        .filter(({ from, to }) => to >= scale.from && from <= scale.to)
        .map(({ from, to }) => (
          <rect
            key={from}
            className={styles.away}
            x={Math.max(scale.left, scale.x(from))}
            y={lanes.caller}
            width={Math.max(
              0,
              Math.min(scale.right, scale.x(to)) - Math.max(scale.left, scale.x(from)),
            )}
            height={17}
          />
        ))}
      {visible.map((row) => {
        const text = rowText(row, words, ground)
        return row.content.kind === 'caller' ? (
          <CallerBar key={`c${row.n}`} row={row} text={text} scale={scale} lanes={lanes} />
        ) : (
          <TraineeBar key={`t${row.n}`} row={row} text={text} scale={scale} lanes={lanes} />
        )
      })}
    </g>
  )
}

type BarProps = LaneProps & { readonly row: Row; readonly text: string }

function CallerBar({ row, text, scale, lanes }: BarProps) {
  const { content } = row
  if (content.kind !== 'caller') return null
  const end = content.cutAt ?? row.at + content.ms
  const x = Math.max(scale.left, scale.x(row.at))
  const width = Math.max(LEAST_PX, Math.min(scale.right, scale.x(end)) - x)
  const look = content.silence ? styles.waiting : styles.caller
  return (
    <g data-n={row.n} data-at={row.at} className={styles.hit}>
      <title>{text}</title>
      <rect className={look} x={x} y={lanes.caller + 3} width={width} height={10} rx={2} />
      {content.cutAt !== null && (
        <path className={styles.cut} d={`M${x + width + 1.5} ${lanes.caller + 1}v14`} />
      )}
      {row.facts.length > 0 && (
        <circle className={styles.fact} cx={x + 5} cy={lanes.caller + 8} r={2} />
      )}
    </g>
  )
}

function TraineeBar({ row, text, scale, lanes }: BarProps) {
  const { content } = row
  if (content.kind !== 'said') return null
  const x = Math.max(scale.left, scale.x(row.at))
  const width = Math.max(LEAST_PX, Math.min(scale.right, scale.x(row.at + content.ms)) - x)
  const delta = sumsByDim(row.marks)[0]?.delta ?? 0
  const bad = delta < 0 || content.quality === 'forbidden'
  const look =
    row.crossed.length > 0
      ? styles.grave
      : bad
        ? styles.bad
        : content.quality === 'supportive'
          ? styles.good
          : styles.plain
  return (
    <g data-n={row.n} data-at={row.at} className={styles.hit}>
      <title>{text}</title>
      <rect className={look} x={x} y={lanes.trainee + 14} width={width} height={9} rx={2} />
      {delta !== 0 && (
        <text
          className={delta < 0 ? styles.loss : styles.gain}
          x={x + Math.min(width, 22) / 2}
          y={lanes.trainee + 11}
        >
          {signed(delta)}
        </text>
      )}
    </g>
  )
}
