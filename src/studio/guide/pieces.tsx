import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../ui/kit/Icon.tsx'
import styles from './Drawings.module.css'

/** The pieces that the guide's drawings are made of: the studio's own things, small. */

/** A drawing. The words beside it say the same, so that nobody needs to see it. */
export function Stage({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.stage} aria-hidden="true">
      {children}
    </div>
  )
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

export function Column({ children }: { readonly children: ReactNode }) {
  return <div className={styles.column}>{children}</div>
}

export interface CardProps {
  readonly name?: string
  readonly icon?: IconName
  readonly children: ReactNode
  readonly tone?: 'now' | 'wrong' | 'new'
}

/** A node of the graph. */
export function Card({ name, icon, children, tone }: CardProps) {
  return (
    <div className={styles.card} data-tone={tone}>
      {name !== undefined && (
        <b>
          {icon && <Icon name={icon} size={10} />} {name}
        </b>
      )}
      <span>{children}</span>
    </div>
  )
}

/** A field of a form; the one that is being written has the caret. */
export function Box({
  label,
  children,
  isNow,
}: {
  readonly label: string
  readonly children: ReactNode
  readonly isNow?: boolean
}) {
  return (
    <div className={styles.field}>
      <small>{label}</small>
      <span data-now={isNow || undefined}>{children}</span>
    </div>
  )
}

export function Chip({
  children,
  tone,
}: {
  readonly children: ReactNode
  readonly tone?: 'calm' | 'now' | 'done' | 'wrong'
}) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {children}
    </span>
  )
}

/** What somebody says: theirs at the left, ours at the right. */
export function Say({ children, mine }: { readonly children: ReactNode; readonly mine?: boolean }) {
  return (
    <span className={styles.say} data-mine={mine || undefined}>
      {children}
    </span>
  )
}

export function Arrow() {
  return (
    <svg className={styles.arrow} viewBox="0 0 28 10" width="28" height="10" aria-hidden="true">
      <path d="M1 5h24M21 1.5L25.5 5 21 8.5" />
    </svg>
  )
}

/** A mood that moves from one level to another, in percent. */
export function Mood({
  name,
  from,
  to,
}: {
  readonly name: string
  readonly from: number
  readonly to: number
}) {
  const rises = to > from
  return (
    <div className={styles.mood}>
      <small>{name}</small>
      <i>
        <b style={{ width: `${Math.min(from, to)}%` }} />
        <em
          data-rises={rises || undefined}
          style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }}
        />
      </i>
      <small>
        {rises ? '+' : '−'}
        {Math.abs(to - from)}
      </small>
    </div>
  )
}

/** A line of a list: what it says, and a short word at its end. */
export function Line({
  icon,
  tone,
  end,
  children,
}: {
  readonly icon?: IconName
  readonly tone?: 'done' | 'wrong' | 'now'
  readonly end?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className={styles.line} data-tone={tone}>
      {icon && <Icon name={icon} size={12} />}
      <span>{children}</span>
      {end !== undefined && <small>{end}</small>}
    </div>
  )
}
