import { memo } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { DispatchLane } from './DispatchLane.tsx'
import { clock } from './format.ts'
import type { Lanes } from './lanes.ts'
import { MoodLane } from './MoodLane.tsx'
import { RecordLane } from './RecordLane.tsx'
import { type Scale, ticks } from './scale.ts'
import { TalkLanes } from './TalkLanes.tsx'
import styles from './Timeline.module.css'
import { useDebrief } from './useDebrief.ts'

export interface LaneProps {
  readonly scale: Scale
  readonly lanes: Lanes
}

/** Everything in the timeline that stands still while it plays. */
export const TimelineLanes = memo(function TimelineLanes({
  scale,
  lanes,
  width,
}: LaneProps & { width: number }) {
  const t = useT('debrief')
  const { digest, ground } = useDebrief()
  const { end, endedAt } = digest.timeline
  // what was taken over from the attempt that this one is a retry of
  const taken = ground.header.from && ground.journal[ground.header.from.n]?.at
  const bottom = lanes.mood + lanes.moodHeight
  const names = [
    [t('time.lanes.caller'), lanes.caller + 13],
    [t('time.lanes.trainee'), lanes.trainee + 19],
    [t('time.lanes.record'), lanes.record + 15],
    [t('time.lanes.dispatch'), lanes.dispatch + 14],
    [t('time.lanes.mood'), lanes.mood + lanes.moodHeight / 2 + 5],
  ] as const
  const endX = endedAt === null ? null : scale.x(endedAt)
  const marks = ticks(scale, end).filter(
    (time) => endX === null || Math.abs(scale.x(time) - endX) > 70,
  )
  return (
    <g>
      {taken !== undefined && taken > scale.from && (
        <rect
          className={styles.taken}
          x={Math.max(scale.left, scale.x(0))}
          y={lanes.axis}
          width={Math.max(
            0,
            Math.min(scale.right, scale.x(taken)) - Math.max(scale.left, scale.x(0)),
          )}
          height={bottom - lanes.axis}
        >
          <title>{t('from', { time: clock(taken) })}</title>
        </rect>
      )}
      {marks.map((time) => (
        <g key={time}>
          <path className={styles.grid} d={`M${scale.x(time)} ${lanes.axis}V${bottom}`} />
          <text className={styles.tick} x={scale.x(time)} y={12}>
            {clock(time)}
          </text>
        </g>
      ))}
      {[lanes.caller, lanes.trainee, lanes.record, lanes.dispatch, lanes.mood].map((y) => (
        <path key={y} className={styles.rule} d={`M0 ${y - 1.5}H${width}`} />
      ))}
      {names.map(([name, y]) => (
        <text key={name} className={styles.laneName} x={0} y={y}>
          {name}
        </text>
      ))}
      {endX !== null && endX >= scale.left && endX <= scale.right + 4 && (
        <g>
          <path className={styles.over} d={`M${endX} ${lanes.axis}V${bottom}`} />
          <text className={styles.tick} x={endX} y={12}>
            {clock(endedAt ?? 0)} {t('time.ended')}
          </text>
        </g>
      )}
      <Crossings scale={scale} lanes={lanes} />
      <TalkLanes scale={scale} lanes={lanes} />
      <RecordLane scale={scale} lanes={lanes} />
      <DispatchLane scale={scale} lanes={lanes} />
      <MoodLane scale={scale} lanes={lanes} />
    </g>
  )
})

/** A red triangle on the axis wherever a red line was crossed. */
function Crossings({ scale, lanes }: LaneProps) {
  const { ground, digest, lang } = useDebrief()
  const crossings = (ground.card?.redLines ?? []).map((crossing) => ({
    ...crossing,
    at: Math.min(crossing.at, digest.timeline.end),
  }))
  return crossings
    .filter(({ at }) => at >= scale.from && at <= scale.to)
    .map((crossing) => {
      const x = scale.x(crossing.at)
      const y = lanes.axis + 2
      return (
        <g
          key={`${crossing.kind}/${crossing.at}`}
          data-n={crossing.evidence[0] ?? 0}
          data-at={crossing.at}
          className={styles.hit}
        >
          <title>{`${crossing.line} ${crossing.text[lang]}`}</title>
          <path className={styles.grave} d={`M${x - 5} ${y - 8}h10l-5 8z`} />
        </g>
      )
    })
}
