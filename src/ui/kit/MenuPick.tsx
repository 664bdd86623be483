import { Combobox } from '@base-ui/react/combobox'
import { useState } from 'react'
import { useLanguage } from '../i18n/i18n.ts'
import { type Searchable, useSearch } from '../search.ts'
import button from './Button.module.css'
import { Icon } from './Icon.tsx'
import styles from './MenuPick.module.css'
import { PickRows, type PickRowsProps } from './PickRows.tsx'
import search from './search.module.css'

export interface MenuPickProps<T extends Searchable> extends Omit<PickRowsProps<T>, 'className'> {
  /** What the button does: its accessible name, and the words on it while nothing is chosen. */
  readonly label: string
  readonly entries: readonly T[]
  readonly onPick: (entry: T) => void
  /** The words on the button instead: what is chosen now. */
  readonly now?: string | undefined
}

/** A button that opens a list, to be searched by Chinese, pinyin initials or English; Enter takes the first. */
export function MenuPick<T extends Searchable>(props: MenuPickProps<T>) {
  const { label, entries, onPick, now, note, isTicked } = props
  const language = useLanguage()
  const [query, setQuery] = useState('')
  const hits = useSearch(entries, query)
  return (
    <Combobox.Root<T>
      items={hits}
      filter={null}
      value={null}
      inputValue={query}
      onInputValueChange={(text, details) => {
        if (details.reason !== 'item-press') setQuery(text)
      }}
      onOpenChange={(open) => {
        if (!open) setQuery('')
      }}
      onValueChange={(entry) => {
        if (entry !== null) onPick(entry)
      }}
      itemToStringLabel={(entry) => entry[language]}
      autoHighlight
    >
      <Combobox.Trigger
        className={`${button.button} ${styles.trigger}`}
        aria-label={now === undefined ? label : `${label}: ${now}`}
        title={now === undefined ? undefined : label}
      >
        <span>{now ?? label}</span> <Icon name="down" size={10} />
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} collisionPadding={8} align="start">
          <Combobox.Popup className={styles.popup} aria-label={label}>
            <Combobox.InputGroup className={`${search.field} ${styles.search}`}>
              <Icon name="search" />
              <Combobox.Input className={search.input} aria-label={label} placeholder={label} />
            </Combobox.InputGroup>
            <PickRows<T> className={styles.list} note={note} isTicked={isTicked} />
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
