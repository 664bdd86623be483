import { clock, signed } from './format.ts'
import { sumsByDim } from './marks.ts'
import { fitted, textWidth } from './scale.ts'
import type { PartnerMark, UnitTrack } from './spans.ts'
import styles from './Timeline.module.css'
import type { LaneProps } from './TimelineLanes.tsx'
import { useDebrief } from './useDebrief.ts'
import { rowText } from './words.ts'

const SIZE = 12

/** Units on their way, one row each, and partners told; what was earned or lost stands beside them. */
export function DispatchLane({ scale, lanes }: LaneProps) {
  const { digest } = useDebrief()
  const units = digest.timeline.units.filter(
    ({ sentAt, until }) => until >= scale.from && sentAt <= scale.to,
  )
  const tops = units.map(
    (_, index) => lanes.dispatch + Math.min(index, lanes.unitRows - 1) * lanes.row,
  )
  return (
    <g>
      {units.map((track, index) => (
        <UnitRow
          key={track.n}
          track={track}
          y={tops[index] ?? lanes.dispatch}
          named={index < lanes.unitRows}
          scale={scale}
        />
      ))}
      <PartnerRow scale={scale} lanes={lanes} />
    </g>
  )
}

interface UnitRowProps {
  readonly track: UnitTrack
  readonly y: number
  /** Has it a row of its own, with room for words? */
  readonly named: boolean
  readonly scale: LaneProps['scale']
}

function UnitRow({ track, y, named, scale }: UnitRowProps) {
  const { digest, words } = useDebrief()
  const { t, names } = words
  const clampX = (time: number) => Math.min(scale.right, Math.max(scale.left, scale.x(time)))
  const last = track.arrivals[track.arrivals.length - 1]
  const from = clampX(track.sentAt)
  const to = clampX(last?.at ?? track.until)
  const order = digest.rows.find(
    ({ content, at, refused }) =>
      content.kind === 'order' &&
      content.what === 'send' &&
      content.unit === track.unit &&
      at === track.sentAt &&
      refused === null,
  )
  const delta = order ? (sumsByDim(order.marks)[0]?.delta ?? 0) : 0
  const signing =
    track.signedAt === null
      ? t('time.unsigned')
      : t('time.signed', { time: Math.round((track.signedAt - track.sentAt) / 1000) })
  const sender = track.by === null ? '' : `${names.partnerShort(track.by)} → `
  const label = `${sender}${names.unit(track.unit)} · ${signing}${delta === 0 ? '' : ` ${signed(delta)}`}`
  const width = textWidth(label, SIZE)
  const before = from - 8 - width >= scale.left - 84
  const middle = y + MIDDLE
  const arrival = last
    ? `${clock(last.at)} ${t(last.right ? 'time.arrived' : 'time.arrivedWrong')}`
    : ''
  const look = delta < 0 ? styles.lost : undefined
  const n = order?.n ?? track.n
  return (
    <g>
      <g data-n={n} data-at={track.sentAt} className={styles.hit}>
        <title>{label}</title>
        <path className={styles.track} d={`M${from} ${middle}H${to}`} />
        {scale.x(track.sentAt) >= scale.left && (
          <circle className={styles.sent} cx={from} cy={middle} r={3.5} />
        )}
        {track.signedAt !== null && track.signedAt >= scale.from && track.signedAt <= scale.to && (
          <circle className={styles.signed} cx={clampX(track.signedAt)} cy={middle} r={3.2} />
        )}
        {named && before && (
          <text className={look ?? styles.label} x={from - 8} y={middle + 4} textAnchor="end">
            {label}
          </text>
        )}
        {named && !before && (
          <text className={`${styles.haloed} ${look ?? ''}`} x={from + 9} y={middle + 4}>
            {fitted(label, Math.max(40, to - from - 18), SIZE)}
          </text>
        )}
      </g>
      {track.arrivals.map(({ at, right }) =>
        at >= scale.from && at <= scale.to ? (
          <circle
            key={at}
            className={right ? styles.there : styles.wrongPlace}
            cx={scale.x(at)}
            cy={middle}
            r={4.5}
          >
            <title>{`${clock(at)} ${names.unit(track.unit)}`}</title>
          </circle>
        ) : null,
      )}
      {named && last && last.at <= scale.to && last.at >= scale.from && (
        <text
          className={last.right ? styles.done : styles.lost}
          x={scale.x(last.at) + 9}
          y={middle + 4}
        >
          {fitted(arrival, scale.right + 64 - scale.x(last.at) - 9, SIZE)}
        </text>
      )}
    </g>
  )
}

/** Middle of a row of the lane, px below its top. */
const MIDDLE = 7

interface Placed {
  readonly mark: PartnerMark
  readonly x: number
  readonly row: number
  readonly text: string
  readonly delta: number
  readonly left: boolean
}

function PartnerRow({ scale, lanes }: LaneProps) {
  const { digest, words, ground } = useDebrief()
  const top = lanes.dispatch + lanes.unitRows * lanes.row
  const ends: number[] = Array.from({ length: lanes.partnerRows }, () => scale.left - 90)
  const visible = digest.timeline.partners.filter(({ at }) => at >= scale.from && at <= scale.to)
  const placed = visible.map((mark, index): Placed => {
    const order = digest.rows.find(({ n }) => n === mark.n)
    const delta = order ? (sumsByDim(order.marks)[0]?.delta ?? 0) : 0
    const words0 = order ? rowText(order, words, ground) : words.names.partner(mark.partner)
    const text = delta === 0 ? words0 : `${words0} ${signed(delta)}`
    const x = scale.x(mark.at)
    const width = textWidth(text, SIZE)
    const next = visible[index + 1]
    const nextX = next ? scale.x(next.at) : scale.right + 60
    const row = ends.findIndex((end) => x - 6 > end)
    const free = ends[row]
    if (row < 0 || free === undefined) return { mark, x, row: 0, text: '', delta, left: false }
    if (x - 10 - width > free) {
      ends[row] = x + 8
      return { mark, x, row, text, delta, left: true }
    }
    // the last of the rows must leave the next diamond free
    const room = (lanes.partnerRows > 1 && row === 0 ? scale.right + 60 : nextX - 8) - x - 10
    const short = `${words.names.partnerShort(mark.partner)}${delta === 0 ? '' : ` ${signed(delta)}`}`
    const cut = width <= room ? text : textWidth(short, SIZE) <= room ? short : ''
    ends[row] = x + 10 + textWidth(cut, SIZE)
    return { mark, x, row, text: cut, delta, left: false }
  })
  return (
    <g>
      {placed.map(({ mark, x, row, text, delta, left }) => {
        const y = top + row * lanes.row + MIDDLE
        return (
          <g key={mark.n} data-n={mark.n} data-at={mark.at} className={styles.hit}>
            <title>{words.names.partner(mark.partner)}</title>
            <path
              className={delta < 0 ? styles.badDot : styles.diamond}
              d={`M${x - 4} ${y}l4 -4.5 4 4.5 -4 4.5z`}
            />
            {text !== '' && (
              <text
                className={delta < 0 ? styles.lost : styles.label}
                x={left ? x - 9 : x + 9}
                y={y + 4}
                textAnchor={left ? 'end' : 'start'}
              >
                {text}
              </text>
            )}
          </g>
        )
      })}
    </g>
  )
}
