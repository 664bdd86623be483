import type { Scale } from './scale.ts'
import type { Step } from './spans.ts'
import styles from './Timeline.module.css'
import type { LaneProps } from './TimelineLanes.tsx'
import { useDebrief } from './useDebrief.ts'

/** Trust and arousal of the caller, 0 to 100, as steps. */
export function MoodLane({ scale, lanes }: LaneProps) {
  const { digest, words } = useDebrief()
  const { t } = words
  const { trust, arousal, endedAt, end } = digest.timeline
  const stop = endedAt ?? end
  const y = (value: number) => lanes.mood + lanes.moodHeight - (value / 100) * lanes.moodHeight
  const first = { trust: valueAt(trust, scale.from), arousal: valueAt(arousal, scale.from) }
  const last = {
    trust: valueAt(trust, Math.min(stop, scale.to)),
    arousal: valueAt(arousal, Math.min(stop, scale.to)),
  }
  const right = Math.min(scale.right, scale.x(stop))
  const start = Math.max(scale.left, scale.x(0))
  const [trustY, arousalY] = apart(y(first.trust), y(first.arousal), lanes.mood, lanes.moodHeight)
  const [endTrustY, endArousalY] = apart(
    y(last.trust),
    y(last.arousal),
    lanes.mood,
    lanes.moodHeight,
  )
  return (
    <g>
      <path className={styles.half} d={`M${scale.left} ${y(50)}H${scale.right}`} />
      <path className={styles.arousal} d={path(arousal, scale, stop, y)} />
      <path className={styles.trust} d={path(trust, scale, stop, y)} />
      <text className={styles.tag} x={start - 6} y={arousalY + 4} textAnchor="end">
        {t('time.arousal')} {first.arousal}
      </text>
      <text className={styles.strongTag} x={start - 6} y={trustY + 4} textAnchor="end">
        {t('time.trust')} {first.trust}
      </text>
      <text className={styles.tag} x={right + 8} y={endArousalY + 4}>
        {t('time.arousal')} {last.arousal}
      </text>
      <text className={styles.strongTag} x={right + 8} y={endTrustY + 4}>
        {t('time.trust')} {last.trust}
      </text>
    </g>
  )
}

const LINE = 14

/** Two labels at these heights, moved apart so that both can be read. */
function apart(a: number, b: number, top: number, height: number): readonly [number, number] {
  const clamp = (y: number) => Math.min(top + height - 4, Math.max(top + 4, y))
  const gap = Math.abs(a - b)
  if (gap >= LINE) return [clamp(a), clamp(b)]
  const push = (LINE - gap) / 2
  const [high, low] = a <= b ? [a - push, b + push] : [b - push, a + push]
  const shift = Math.max(0, top + 4 - high) - Math.max(0, low - (top + height - 4))
  return a <= b ? [high + shift, low + shift] : [low + shift, high + shift]
}

function valueAt(steps: readonly Step[], time: number): number {
  return (steps.findLast(({ at }) => at <= Math.max(0, time)) ?? steps[0])?.value ?? 0
}

function path(
  steps: readonly Step[],
  scale: Scale,
  stop: number,
  y: (value: number) => number,
): string {
  const from = Math.max(0, scale.from)
  const to = Math.min(stop, scale.to)
  if (to <= from) return ''
  let d = `M${scale.x(from)} ${y(valueAt(steps, from))}`
  for (const { at, value } of steps) if (at > from && at <= to) d += `H${scale.x(at)}V${y(value)}`
  return `${d}H${scale.x(to)}`
}
