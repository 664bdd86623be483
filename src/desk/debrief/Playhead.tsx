import { clock } from './format.ts'
import styles from './Timeline.module.css'
import type { LaneProps } from './TimelineLanes.tsx'
import { usePlayerValue } from './usePlayer.ts'

/** The moment shown, over the lanes; renders with every picture while playing. */
export function Playhead({ scale, lanes }: LaneProps) {
  const time = usePlayerValue((state) => state.time)
  if (time < scale.from || time > scale.to) return null
  const x = scale.x(time)
  return (
    <g className={styles.playhead}>
      <path d={`M${x} ${lanes.axis - 2}V${lanes.mood + lanes.moodHeight + 2}`} />
      <rect x={x - 21} y={0} width={42} height={16} rx={3} />
      <text x={x} y={12}>
        {clock(time)}
      </text>
    </g>
  )
}
