import { useMemo, useSyncExternalStore } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { MapView } from '../map/MapView.tsx'
import type { MapModel } from '../map/model.ts'
import { useDesk } from './deskContext.ts'
import { locationAt } from './location.ts'
import styles from './MapPane.module.css'
import { Notices } from './Notices.tsx'
import { PlaceSearch } from './PlaceSearch.tsx'

const REDUCED = '(prefers-reduced-motion: reduce)'

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(REDUCED)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(REDUCED).matches,
  )
}

/** The city with what the system shows, the trainee's mark and the units; a click marks the place. */
export function MapPane() {
  const t = useT('desk')
  const lang = useLanguage()
  const { city, session, runner, ui, perform } = useDesk()
  const reducedMotion = useReducedMotion()
  const model = useMemo<MapModel>(() => {
    const { map } = ui.api
    return {
      city,
      read: () => {
        const { line, record, units } = session.view()
        const { sector, pin } = line
        const { location } = record
        const place =
          location?.place === undefined ? undefined : session.atlas.place(location.place)
        return {
          now: runner.now(),
          sector,
          pin,
          traineePin:
            location?.x !== undefined && location.y !== undefined
              ? { x: location.x, y: location.y }
              : (place ?? null),
          units,
          highlight: map.highlight,
          focus: map.focus,
        }
      },
    }
  }, [city, session, runner, ui.api])
  return (
    <Panel aria-label={t('map.label')} className={styles.map}>
      <MapView
        model={model}
        lang={lang}
        theme="night"
        reducedMotion={reducedMotion}
        onPick={({ x, y }) =>
          perform(
            { do: 'set', change: { field: 'location', value: locationAt(city, x, y, lang) } },
            performance.now(),
          )
        }
      />
      <Notices />
      <div className={styles.search}>
        <PlaceSearch />
      </div>
    </Panel>
  )
}
