import {
  LAND_KINDS,
  LANDMARK_KINDS,
  ROAD_CLASSES,
  STATION_KINDS,
  WATER_KINDS,
} from '../../core/city/schema.ts'
import type { Feature } from '../../core/city/sketch.ts'
import type { Layer } from '../../core/city/texts.ts'
import { useT } from '../../ui/i18n/i18n.ts'

/** What features of a layer may be. */
export const KINDS_OF: Readonly<Record<Layer, readonly string[]>> = {
  landmarks: LANDMARK_KINDS,
  stations: STATION_KINDS,
  roads: ROAD_CLASSES,
  water: WATER_KINDS,
  land: LAND_KINDS,
  districts: [],
}

/** What a feature is, in words; as its file has it where that is no kind of ours. */
export function KindName({
  feature: { layer, kind },
}: {
  readonly feature: Pick<Feature, 'layer' | 'kind'>
}) {
  const t = useT('studio')
  const among = <T extends string>(list: readonly T[]) => list.find((one) => one === kind)
  const place = among([...LANDMARK_KINDS, ...STATION_KINDS])
  const road = among(ROAD_CLASSES)
  const water = among(WATER_KINDS)
  const land = among(LAND_KINDS)
  if (layer === 'roads' && road) return <>{t(`cities.classes.${road}`)}</>
  if (layer === 'water' && water) return <>{t(`cities.waters.${water}`)}</>
  if (layer === 'land' && land) return <>{t(`cities.lands.${land}`)}</>
  return <>{place && layer !== 'land' ? t(`cities.kinds.${place}`) : kind}</>
}
