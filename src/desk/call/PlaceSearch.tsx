import { useEffect, useMemo, useState } from 'react'
import { type Found, searchPlaces } from '../../core/city/search.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import type { Searchable } from '../../ui/search.ts'
import { useDesk } from './deskContext.ts'
import { locationOf } from './location.ts'
import { PickField } from './PickList.tsx'
import { useInitials } from './useInitials.ts'

interface PlaceEntry extends Searchable {
  readonly found: Found
}

const MOST_HITS = 8

/** Finds a place by name, initials or number; the hits light up on the map, Enter writes the first into the record. */
export function PlaceSearch() {
  const t = useT('desk')
  const lang = useLanguage()
  const { city, ui, perform } = useDesk()
  const [query, setQuery] = useState('')
  const initials = useInitials(query !== '')
  const hits = useMemo<readonly PlaceEntry[]>(
    () =>
      searchPlaces(city, query, MOST_HITS, initials).map((found) => ({
        id: `${found.kind}/${found.id}`,
        zh: found.name.zh,
        en: found.name.en,
        found,
      })),
    [city, query, initials],
  )
  useEffect(() => {
    ui.api.map.highlight = hits.flatMap(({ found }) => (found.kind === 'road' ? [] : [found.id]))
  }, [hits, ui.api])
  return (
    <PickField
      floating
      label={t('map.search')}
      query={query}
      onQuery={setQuery}
      hits={hits}
      onPick={({ found }, timeStamp) => {
        ui.api.map.focus = { x: found.x, y: found.y }
        perform(
          { do: 'set', change: { field: 'location', value: locationOf(found, lang) } },
          timeStamp,
        )
        ui.api.place.current?.blur()
      }}
      note={({ found }) =>
        [found.district?.[lang], found.kind === 'road' ? t('map.road') : found.road?.[lang]]
          .filter(Boolean)
          .join(' ')
      }
      inputRef={ui.api.place}
      hint="M"
    />
  )
}
