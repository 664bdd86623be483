import { Combobox } from '@base-ui/react/combobox'
import { useLanguage, useT } from '../i18n/i18n.ts'
import type { Searchable } from '../search.ts'
import { Icon } from './Icon.tsx'
import popup from './popup.module.css'

export interface PickRowsProps<T extends Searchable> {
  readonly className?: string | undefined
  /** Small text at the right of an entry: district, code. */
  readonly note?: ((entry: T) => string) | undefined
  /** Entries that are chosen already: they are marked. */
  readonly isTicked?: ((entry: T) => boolean) | undefined
}

/** What a search has found, as rows to pick from. */
export function PickRows<T extends Searchable>({ className, note, isTicked }: PickRowsProps<T>) {
  const t = useT('common')
  const language = useLanguage()
  return (
    <>
      <Combobox.Empty className={popup.empty}>{t('noResults')}</Combobox.Empty>
      <Combobox.List className={className}>
        {(entry: T) => (
          <Combobox.Item key={entry.id} value={entry} className={popup.item}>
            <span>
              {isTicked?.(entry) && <Icon name="check" />} {entry[language]}
            </span>
            {note && <small>{note(entry)}</small>}
          </Combobox.Item>
        )}
      </Combobox.List>
    </>
  )
}
