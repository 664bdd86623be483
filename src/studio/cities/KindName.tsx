import { LANDMARK_KINDS, ROAD_CLASSES, STATION_KINDS } from '../../core/city/schema.ts'
import type { Feature } from '../../core/city/sketch.ts'
import { useT } from '../../ui/i18n/i18n.ts'

/** What a feature is, in words; as its file has it where that is no kind of ours. */
export function KindName({ feature: { kind } }: { readonly feature: Feature }) {
  const t = useT('studio')
  const known = [...LANDMARK_KINDS, ...STATION_KINDS].find((one) => one === kind)
  const road = ROAD_CLASSES.find((one) => one === kind)
  return <>{known ? t(`cities.kinds.${known}`) : road ? t(`cities.classes.${road}`) : kind}</>
}
