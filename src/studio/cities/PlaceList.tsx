import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { textIn } from '../../core/city/json.ts'
import type { Feature } from '../../core/city/sketch.ts'
import { CITY_PATHS, type Layer } from '../../core/city/texts.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { useSearch } from '../../ui/search.ts'
import styles from './City.module.css'
import { chosenOf, useCityDesk } from './desk.ts'
import { KindName } from './KindName.tsx'
import { faultsOf } from './marks.ts'

type Shown = Layer

/** So many are listed; the rest are found by searching. */
const MOST = 120

interface Entry {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly also: readonly string[]
  readonly feature: Feature
}

function entryOf(feature: Feature): Entry {
  const { name, id, properties, index } = feature
  const { aliases } = properties
  const others = Array.isArray(aliases) ? aliases.filter((one) => typeof one === 'string') : []
  const number = textIn(properties, 'number')
  return {
    id: `${index}`,
    zh: name.zh,
    en: name.en,
    also: [...others, id, ...(number === '' ? [] : [number])],
    feature,
  }
}

/** The names of the city beside its map: searched by Chinese, pinyin or English. */
export function PlaceList() {
  const t = useT('studio')
  const lang = useLanguage()
  const { sketch, chosen, choose, checked } = useCityDesk()
  const [shown, setShown] = useState<Shown>('landmarks')
  const [query, setQuery] = useState('')
  const features = sketch.layers[shown]
  const entries = useMemo(() => features.map(entryOf), [features])
  const asked = useDeferredValue(query)
  const hits = useSearch(entries, asked)
  /** Enter was pressed before the search was done: its first hit is chosen when it is there. */
  const [awaited, setAwaited] = useState<string | null>(null)
  const [first] = hits
  useEffect(() => {
    if (awaited === null || awaited !== asked || !first) return
    setAwaited(null)
    choose(chosenOf(first.feature), true)
  }, [awaited, asked, first, choose])
  const faults = useMemo(() => faultsOf(checked.diagnostics), [checked])
  return (
    <div className={styles.list}>
      <label className={styles.search}>
        <Icon name="search" />
        <input
          type="search"
          value={query}
          placeholder={t('cities.search')}
          aria-label={t('cities.search')}
          onChange={({ target }) => {
            setAwaited(null)
            setQuery(target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') setAwaited(query)
          }}
        />
      </label>
      <Segmented
        label={t('cities.layer')}
        value={shown}
        onChange={setShown}
        fill
        options={[
          { value: 'landmarks', label: t('cities.places') },
          { value: 'stations', label: t('cities.stations') },
          { value: 'roads', label: t('cities.roads') },
          { value: 'districts', label: t('cities.districts') },
          { value: 'water', label: t('cities.water') },
          { value: 'land', label: t('cities.land') },
        ]}
      />
      {hits.length === 0 ? (
        <p className={styles.nothing} role="status">
          {t('cities.noMatch')}
        </p>
      ) : (
        <ul aria-label={t('cities.list')}>
          {hits.slice(0, MOST).map(({ id, feature }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.entry}
                aria-current={feature === chosen || undefined}
                onClick={() => choose(chosenOf(feature), true)}
              >
                <span className={styles.entryName}>
                  {feature.name[lang] || feature.name.zh || feature.name.en || feature.id || (
                    <KindName feature={feature} />
                  )}
                </span>
                {faults.has(`${CITY_PATHS[shown]} ${feature.index}`) && (
                  <span className={styles.bad}>
                    <Icon name="warn" />
                    <VisuallyHidden>{t('cities.problems')}</VisuallyHidden>
                  </span>
                )}
                <small>
                  <KindName feature={feature} />
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {hits.length > MOST && (
        <p className={styles.nothing}>{t('cities.more', { n: hits.length - MOST })}</p>
      )}
    </div>
  )
}
