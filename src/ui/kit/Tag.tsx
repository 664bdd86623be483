import type { ReactNode } from 'react'
import styles from './Tag.module.css'

/** What a colour means; never the only sign, the words say it too. */
export type Tone = 'plain' | 'now' | 'grave' | 'done' | 'calm'

/** A short label with a frame: mode, content notice, result. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  const names = [styles.tag, tone !== 'plain' && styles[tone]]
  return <span className={names.filter(Boolean).join(' ')}>{children}</span>
}
