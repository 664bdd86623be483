import type { ReactNode, RefObject } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Kbd } from '../../ui/kit/Kbd.tsx'
import styles from './CallList.module.css'
import type { Filter } from './rows.ts'

export interface FilterOption {
  readonly value: Filter
  readonly count: number
}

export interface CallListProps {
  /** None in an exam: nothing to choose by. */
  readonly filters: readonly FilterOption[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
  /** Out of the search, to the chosen row. */
  readonly onLeaveSearch: () => void
  readonly children: ReactNode
}

/** The frame of the list: heading, filters, search; what is listed is inside. */
export function CallList(props: CallListProps) {
  const { filters, filter, onFilter, query, onQuery, searchRef, onLeaveSearch } = props
  const t = useT('start')
  return (
    <section className={styles.list} aria-labelledby="calls">
      <div className={styles.head}>
        <h2 id="calls">{t('list.title')}</h2>
        {filters.length > 0 && (
          <>
            <div className={styles.filters} role="radiogroup" aria-label={t('list.show')}>
              {filters.map(({ value, count }) => (
                <label key={value}>
                  <input
                    type="radio"
                    name="filter"
                    checked={value === filter}
                    onChange={() => onFilter(value)}
                  />
                  {t(`filter.${value}`)} {count}
                </label>
              ))}
            </div>
            <div className={styles.find}>
              <Icon name="search" />
              <input
                ref={searchRef}
                type="search"
                aria-label={t('list.search')}
                placeholder={t('list.search')}
                value={query}
                onChange={(event) => onQuery(event.target.value)}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return
                  if (event.key === 'Escape' && query !== '') onQuery('')
                  else if (event.key === 'Enter' || event.key === 'ArrowDown') onLeaveSearch()
                  else return
                  event.preventDefault()
                }}
              />
              <Kbd keys="/" decorative />
            </div>
          </>
        )}
      </div>
      {props.children}
    </section>
  )
}
