import { useMemo } from 'react'
import { truePlace } from '../../core/sim/truth.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { MapView } from '../map/MapView.tsx'
import type { MapModel } from '../map/model.ts'
import styles from './MapReplay.module.css'
import { mapReplay, momentAt } from './mapMoments.ts'
import { useDebrief } from './useDebrief.ts'
import { usePlayer } from './usePlayer.ts'

/** The map as it stood at the moment shown, and, unlike then, where it really was. */
export function MapReplay() {
  const t = useT('debrief')
  const { ground, words, lang } = useDebrief()
  const player = usePlayer()
  const truth = useMemo(() => placeOf(ground.rolled.scenario.facts), [ground])
  const model = useMemo((): MapModel => {
    const replay = mapReplay(ground)
    const highlight = truth === null ? [] : [truth]
    const focus = truePlace(ground.rolled, ground.atlas)?.point ?? null
    return {
      city: ground.city,
      read: () => {
        const now = player.state.time
        const { units, traineePin } = momentAt(replay, now)
        const { sector, pin } = replay
        return { now, sector, pin, traineePin, units, highlight, focus }
      },
    }
  }, [ground, player, truth])
  return (
    <div className={styles.box}>
      <MapView
        model={model}
        onPick={() => undefined}
        theme="night"
        reducedMotion={matchMedia('(prefers-reduced-motion: reduce)').matches}
        lang={lang}
      />
      <p className={styles.truth}>
        {truth === null ? t('map.noTruth') : t('map.truth', { place: words.names.place(truth) })}
      </p>
    </div>
  )
}

/** The id of the true place, for the map to point out. */
function placeOf(
  facts: Readonly<Record<string, { readonly record: string; readonly is: unknown }>>,
): string | null {
  for (const fact of Object.values(facts)) {
    if (fact.record !== 'location') continue
    const id: unknown = Array.isArray(fact.is) ? fact.is[0] : fact.is
    if (typeof id === 'string') return id
  }
  return null
}
