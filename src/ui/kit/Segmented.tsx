import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import styles from './Segmented.module.css'

export interface Segment<V extends string> {
  readonly value: V
  readonly label: ReactNode
  /** Colour when chosen; grave for L1 only. */
  readonly tone?: 'plain' | 'grave'
  readonly disabled?: boolean
}

export interface SegmentedProps<V extends string> {
  /** Accessible name of the group. */
  readonly label: string
  readonly options: readonly Segment<V>[]
  /** The chosen value; null when nothing is chosen yet. */
  readonly value: V | null
  readonly onChange: (value: V, timeStamp: number) => void
  /** All segments equally wide over the whole width. */
  readonly fill?: boolean
  readonly disabled?: boolean
}

/** One of a few: a radio group drawn as a row of segments. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  return (
    <RadioGroup<V | null>
      aria-label={props.label}
      value={props.value}
      disabled={props.disabled ?? false}
      onValueChange={(value, details) => {
        if (value !== null) props.onChange(value, details.event.timeStamp)
      }}
      className={[styles.group, props.fill && styles.fill].filter(Boolean).join(' ')}
    >
      {props.options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          data-tone={option.tone}
          className={styles.item}
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
