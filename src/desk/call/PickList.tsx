import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useState } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Kbd } from '../../ui/kit/Kbd.tsx'
import search from '../../ui/kit/search.module.css'
import { type Searchable, useSearch } from '../../ui/search.ts'
import styles from './PickList.module.css'

export interface PickListProps<T extends Searchable> {
  /** Accessible name of field and list. */
  readonly label: string
  readonly entries: readonly T[]
  readonly onPick: (entry: T, timeStamp: number) => void
  /** Several can be chosen; this tells which are. */
  readonly isOn?: (entry: T) => boolean
  /** At an entry's right end. */
  readonly note?: (entry: T) => ReactNode
  /** Other words than those of the list may be taken. */
  readonly onFree?: (text: string, timeStamp: number) => void
  readonly limit?: number
  readonly inputRef?: Ref<HTMLInputElement>
  /** The shortcut printed in the field. */
  readonly hint?: string
}

/** A search field with its list below it: by Chinese, pinyin, its initials or English; Enter takes the marked one. */
export function PickList<T extends Searchable>(props: PickListProps<T>) {
  const { entries, limit = 60 } = props
  const [query, setQuery] = useState('')
  const hits = useSearch(entries, query).slice(0, limit)
  return <PickField {...props} query={query} onQuery={setQuery} hits={hits} />
}

export interface PickFieldProps<T extends Searchable> extends Omit<PickListProps<T>, 'entries'> {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly hits: readonly T[]
  /** Instead of the list while nothing is typed. */
  readonly atRest?: ReactNode
  /** The list lies over what is below, and only while something is typed. */
  readonly floating?: boolean
}

/** The same for searches that find their hits in another way. */
export function PickField<T extends Searchable>(props: PickFieldProps<T>) {
  const { query, hits, onQuery, onPick, onFree, isOn, floating } = props
  const t = useT('desk')
  const lang = useLanguage()
  const id = useId()
  const text = query.trim()
  // Enter takes only what was looked for or walked to, never the first by accident
  const [marked, setMarked] = useState<number | null>(null)
  const active = marked === null ? (text === '' ? -1 : 0) : Math.min(marked, hits.length - 1)
  const free = onFree !== undefined && text !== '' && !hits.some((hit) => hit[lang] === text)
  const resting = text === '' && (floating || props.atRest !== undefined)
  const option = (index: number) => `${id}-${index}`

  useEffect(() => {
    document.getElementById(option(active))?.scrollIntoView({ block: 'nearest' })
  })

  const ask = (next: string) => {
    setMarked(null)
    onQuery(next)
  }
  const take = (entry: T | undefined, timeStamp: number) => {
    if (entry) onPick(entry, timeStamp)
    else if (free) onFree(text, timeStamp)
    else return
    ask('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      if (resting || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      take(hits[active], event.timeStamp)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = active < 0 && step < 0 ? 0 : active
      if (hits.length > 0) setMarked((from + step + hits.length) % hits.length)
    } else if (event.key === 'Escape' && floating) {
      ask('')
      event.currentTarget.blur()
    }
  }

  return (
    <div className={styles.pick}>
      <div className={`${search.field} ${styles.field}`}>
        <Icon name="search" />
        <input
          ref={props.inputRef}
          className={search.input}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={props.label}
          aria-expanded={!resting}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(!resting && active >= 0 ? { 'aria-activedescendant': option(active) } : {})}
          placeholder={props.label}
          value={query}
          onChange={(event) => ask(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {props.hint !== undefined && <Kbd keys={props.hint} decorative />}
      </div>
      {resting && props.atRest}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        {...(isOn ? { 'aria-multiselectable': true } : {})}
        className={`${styles.list} ${floating ? styles.floating : ''}`}
        hidden={resting}
      >
        {hits.map((hit, index) => (
          <Option
            key={hit.id}
            id={option(index)}
            active={index === active}
            on={isOn?.(hit) ?? false}
            many={isOn !== undefined}
            onTake={(timeStamp) => take(hit, timeStamp)}
          >
            <span>{hit[lang]}</span>
            {props.note && <small>{props.note(hit)}</small>}
          </Option>
        ))}
        {free && (
          <Option
            id={`${id}-free`}
            active={hits.length === 0}
            on={false}
            many={false}
            onTake={(timeStamp) => take(undefined, timeStamp)}
          >
            <span>{t('record.addFree', { text })}</span>
          </Option>
        )}
      </div>
      {!resting && hits.length === 0 && !free && (
        <p className={styles.none} role="status">
          {t('common:noResults')}
        </p>
      )}
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly active: boolean
  readonly on: boolean
  readonly many: boolean
  readonly onTake: (timeStamp: number) => void
  readonly children: ReactNode
}

function Option({ id, active, on, many, onTake, children }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={many ? on : active}
      data-active={active || undefined}
      className={styles.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onTake(event.timeStamp)}
      onKeyDown={(event) => event.key === 'Enter' && onTake(event.timeStamp)}
    >
      {many && <span className={styles.check}>{on && <Icon name="check" size={12} />}</span>}
      {children}
    </div>
  )
}
