import { districtAt } from '../../core/city/place.ts'
import type { View } from '../../core/sim/view.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { useDesk } from './deskContext.ts'

/** What the system shows of the caller's place, in one line: `手机 · 青铜区基站扇区 ±900 米`. */
export function useWhereFrom({ line: { sector, pin } }: View): string {
  const t = useT('desk')
  const lang = useLanguage()
  const { city, facts } = useDesk()
  const at = pin ?? sector
  const district = (at && districtAt(city, at)?.[lang]) ?? city.name[lang]
  const where = pin
    ? t(`by.${facts.channel}.line.pin`, { district })
    : sector
      ? t('line.sector', { district, metres: sector.radius })
      : t(`by.${facts.channel}.line.noPlace`)
  return `${t(`line.channel.${facts.channel}`)} · ${where}`
}
