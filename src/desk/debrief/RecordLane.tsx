import { signed } from './format.ts'
import { sumsByDim } from './marks.ts'
import type { Row } from './rows.ts'
import { fitted, textWidth } from './scale.ts'
import styles from './Timeline.module.css'
import type { LaneProps } from './TimelineLanes.tsx'
import { useDebrief } from './useDebrief.ts'
import { rowText } from './words.ts'

const SIZE = 12
/** Drawn as the span itself. */
const CHOICE: readonly string[] = ['class', 'priority', 'owner']

/** The class as it stood, as spans; everything else that was recorded, as dots, the place with its name. */
export function RecordLane({ scale, lanes }: LaneProps) {
  const { digest, words, ground } = useDebrief()
  const y = lanes.record
  const rowOf = (n: number): Row | undefined => digest.rows.find((row) => row.n === n)
  const spans = digest.timeline.classes.filter(({ from, to }) => to > scale.from && from < scale.to)
  const sets = digest.rows.filter(
    ({ at, content, refused }) =>
      content.kind === 'set' &&
      refused === null &&
      !CHOICE.includes(content.change.field) &&
      at >= scale.from &&
      at <= scale.to,
  )
  let taken = 0
  const labels = sets
    .filter(({ content }) => content.kind === 'set' && content.change.field === 'location')
    .map((row) => {
      const x = scale.x(row.at) + 8
      const next = spans.find(({ from }) => from > row.at)
      const end = next ? Math.min(scale.right, scale.x(next.from)) : scale.right
      const text = fitted(rowText(row, words, ground), Math.min(220, end - x - 4), SIZE)
      const free = x > taken && text !== ''
      if (free) taken = x + textWidth(text, SIZE) + 12
      return { row, x, text: free ? text : '' }
    })
  const named = spans.map((span) => {
    const x = Math.max(scale.left, scale.x(span.from))
    const width = Math.max(4, Math.min(scale.right, scale.x(span.to)) - x - 2)
    const row = rowOf(span.n)
    const delta = row ? (sumsByDim(row.marks)[0]?.delta ?? 0) : 0
    const mark = delta < 0 ? ` ${signed(delta)}` : ''
    const next = labels.find((label) => label.text !== '' && label.x > x)
    const room = Math.min(width, (next?.x ?? Infinity) - 14 - x) - 12
    const name = words.names.class(span.class)
    const short = words.names.classShort(span.class)
    const text = fitted(
      textWidth(name + mark, SIZE) > room ? short + mark : name + mark,
      room,
      SIZE,
    )
    return { span, x, width, bad: delta < 0, name: name + mark, text }
  })
  return (
    <g>
      {named.map(({ span, x, width, bad, name }) => (
        <g key={span.n} data-n={span.n} data-at={span.from} className={styles.hit}>
          <title>{name}</title>
          <rect
            className={bad ? styles.wrongClass : styles.class}
            x={x}
            y={y + 1.5}
            width={width}
            height={17}
            rx={3}
          />
        </g>
      ))}
      {sets.map((row) => {
        const isPlace = row.content.kind === 'set' && row.content.change.field === 'location'
        const bad = row.marks.some(({ delta }) => delta < 0)
        return (
          <g key={row.n} data-n={row.n} data-at={row.at} className={styles.hit}>
            <title>{rowText(row, words, ground)}</title>
            <circle
              className={bad ? styles.badDot : styles.dot}
              cx={scale.x(row.at)}
              cy={y + 10}
              r={isPlace ? 3.5 : 2}
            />
          </g>
        )
      })}
      <g className={styles.words}>
        {named.map(({ span, x, bad, text }) => (
          <text
            key={span.n}
            className={bad ? styles.lostOnSpan : styles.strongOnSpan}
            x={x + 7}
            y={y + 14.5}
          >
            {text}
          </text>
        ))}
        {labels.map(({ row, x, text }) => (
          <text key={row.n} className={styles.onSpan} x={x} y={y + 14.5}>
            {text}
          </text>
        ))}
      </g>
    </g>
  )
}
