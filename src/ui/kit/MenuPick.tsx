import { Combobox } from '@base-ui/react/combobox'
import { useState } from 'react'
import { useLanguage, useT } from '../i18n/i18n.ts'
import { type Searchable, useSearch } from '../search.ts'
import button from './Button.module.css'
import { Icon } from './Icon.tsx'
import styles from './MenuPick.module.css'
import popup from './popup.module.css'

export interface MenuPickProps<T extends Searchable> {
  /** What the button does: its accessible name, and the words on it while nothing is chosen. */
  readonly label: string
  readonly entries: readonly T[]
  readonly onPick: (entry: T) => void
  /** The words on the button instead: what is chosen now. */
  readonly now?: string | undefined
  /** Small text at the right of an entry. */
  readonly note?: (entry: T) => string
  /** Entries that are chosen already: they are marked. */
  readonly isTicked?: (entry: T) => boolean
}

/** A button that opens a list, to be searched by Chinese, pinyin initials or English; Enter takes the first. */
export function MenuPick<T extends Searchable>(props: MenuPickProps<T>) {
  const { label, entries, onPick, now, note, isTicked } = props
  const t = useT('common')
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
            <Combobox.InputGroup className={styles.search}>
              <Icon name="search" />
              <Combobox.Input className={styles.input} aria-label={label} placeholder={label} />
            </Combobox.InputGroup>
            <Combobox.Empty className={popup.empty}>{t('noResults')}</Combobox.Empty>
            <Combobox.List className={styles.list}>
              {(entry: T) => (
                <Combobox.Item key={entry.id} value={entry} className={popup.item}>
                  <span>
                    {isTicked?.(entry) && <Icon name="check" />} {entry[language]}
                  </span>
                  {note && <small>{note(entry)}</small>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
