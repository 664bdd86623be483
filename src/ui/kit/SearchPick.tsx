import { Combobox } from '@base-ui/react/combobox'
import { type Ref, useState } from 'react'
import { useLanguage } from '../i18n/i18n.ts'
import { type Searchable, useSearch } from '../search.ts'
import { Icon } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { PickRows, type PickRowsProps } from './PickRows.tsx'
import popup from './popup.module.css'
import styles from './SearchPick.module.css'
import search from './search.module.css'

export interface SearchPickProps<T extends Searchable> extends Pick<PickRowsProps<T>, 'note'> {
  /** Accessible name, and the placeholder if none is given. */
  readonly label: string
  readonly entries: readonly T[]
  readonly onPick: (entry: T, timeStamp: number) => void
  readonly placeholder?: string
  /** The shortcut that focuses the field, printed in it. */
  readonly hint?: string
  /** What the user typed, as they type: the map can show the hits. */
  readonly onQuery?: (query: string) => void
  readonly inputRef?: Ref<HTMLInputElement>
  /** Most hits to list. */
  readonly limit?: number
}

/** Find one of many by Chinese, pinyin initials or English; Enter takes the first. */
export function SearchPick<T extends Searchable>(props: SearchPickProps<T>) {
  const { entries, onPick, onQuery, limit = 12 } = props
  const language = useLanguage()
  const [query, setQuery] = useState('')
  const hits = useSearch(entries, query).slice(0, limit)
  const ask = (text: string) => {
    setQuery(text)
    onQuery?.(text)
  }
  return (
    <Combobox.Root<T>
      items={hits}
      filter={null}
      value={null}
      inputValue={query}
      onInputValueChange={(text, details) => {
        if (details.reason !== 'item-press') ask(text)
      }}
      onValueChange={(entry, details) => {
        if (entry === null) return
        onPick(entry, details.event.timeStamp)
        ask('')
      }}
      itemToStringLabel={(entry) => entry[language]}
      autoHighlight
    >
      <Combobox.InputGroup className={`${search.field} ${styles.field}`}>
        <Icon name="search" />
        <Combobox.Input
          ref={props.inputRef}
          className={search.input}
          aria-label={props.label}
          placeholder={props.placeholder ?? props.label}
        />
        {props.hint !== undefined && <Kbd keys={props.hint} decorative />}
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} collisionPadding={8}>
          <Combobox.Popup className={popup.list}>
            <PickRows<T> note={props.note} />
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
