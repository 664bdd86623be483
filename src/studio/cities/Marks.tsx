import type { PointerEvent } from 'react'
import { textIn } from '../../core/city/json.ts'
import { unitsOf } from '../../core/city/nameChecks.ts'
import type { Point } from '../../core/city/point.ts'
import type { Feature } from '../../core/city/sketch.ts'
import type { Grip } from './Handle.tsx'
import styles from './Map.module.css'
import type { Wanted } from './mapView.ts'
import type { Mark, UnitMark } from './marks.ts'

export interface MarksProps {
  readonly marks: readonly Mark[]
  readonly labels: readonly Wanted[]
  readonly units: readonly UnitMark[]
  readonly chosen: Feature | null
  /** Pixels that the chosen mark is being dragged by. */
  readonly shift: Point | null
  readonly onDown: (event: PointerEvent, grip: Grip) => void
}

/** Places as dots, stations as squares, units beside them; a fault is marked by a sign, not by colour alone. */
export function Marks({ marks, labels, units, chosen, shift, onDown }: MarksProps) {
  const byKey = new Map(marks.map((mark) => [mark.key, mark]))
  const shown = (mark: Mark): Point =>
    shift && mark.feature === chosen ? { x: mark.at.x + shift.x, y: mark.at.y + shift.y } : mark.at
  const own = marks.find(({ feature }) => feature === chosen)
  return (
    <>
      {units.map((one) => !one.isChosen && <UnitDot key={one.key} mark={one} onDown={onDown} />)}
      {marks.map((mark) =>
        mark === own ? null : <Dot key={mark.key} mark={mark} at={mark.at} onDown={onDown} />,
      )}
      {labels.map(({ key, text }) => {
        const mark = byKey.get(key)
        const at = mark && shown(mark)
        return (
          at && (
            <text
              key={key}
              x={at.x + (mark === own ? 14 : 9)}
              y={at.y + 4}
              className={styles.label}
              data-rank={mark.rank}
            >
              {text}
              {mark.units > 0 && <tspan className={styles.count}> ▲{mark.units}</tspan>}
            </text>
          )
        )
      })}
      {own && <Dot mark={own} at={shown(own)} isChosen onDown={onDown} />}
      {units.map(
        (one) =>
          one.isChosen && (
            <UnitDot
              key={one.key}
              mark={shift ? { ...one, at: { x: one.at.x + shift.x, y: one.at.y + shift.y } } : one}
              onDown={onDown}
            />
          ),
      )}
    </>
  )
}

interface UnitDotProps extends Pick<MarksProps, 'onDown'> {
  readonly mark: UnitMark
}

/** A unit, where it waits. */
function UnitDot({ mark, onDown }: UnitDotProps) {
  const { at, name, station, unit, isChosen } = mark
  return (
    <g
      className={styles.mark}
      data-unit={textIn(unitsOf(station)[unit], 'id')}
      transform={`translate(${at.x} ${at.y})`}
      onPointerDown={(event) => onDown(event, { feature: station, unit })}
    >
      <title>{name}</title>
      <circle r={11} className={styles.reach} />
      {isChosen && <circle r={11} className={styles.ring} />}
      <path className={styles.unit} d="M0 -5l5 9h-10z" />
      {isChosen && (
        <text x={14} y={4} className={styles.label} data-rank={1}>
          {name}
        </text>
      )}
    </g>
  )
}

interface DotProps extends Pick<MarksProps, 'onDown'> {
  readonly mark: Mark
  readonly at: Point
  readonly isChosen?: boolean
}

function Dot({ mark, at, isChosen = false, onDown }: DotProps) {
  const { feature, rank, fault } = mark
  const size = rank === 1 ? 5 : rank === 2 ? 4 : 3
  return (
    <g
      className={styles.mark}
      data-layer={feature.layer}
      data-id={feature.id}
      transform={`translate(${at.x} ${at.y})`}
      onPointerDown={(event) => onDown(event, { feature, unit: null })}
    >
      <circle r={11} className={styles.reach} />
      {isChosen && <circle r={10} className={styles.ring} />}
      {feature.layer === 'stations' ? (
        <rect x={-5} y={-5} width={10} height={10} rx={2} className={styles.dot} />
      ) : (
        <circle r={size} className={styles.dot} />
      )}
      {fault && (
        <>
          <path d="M0 -17l6 10h-12z" className={styles.fault} />
          <path d="M0 -13v3M0 -8.6v.2" className={styles.bang} />
        </>
      )}
    </g>
  )
}
