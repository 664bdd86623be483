import type { PartnerView } from '../../core/sim/view.ts'
import type { Searchable } from '../../ui/search.ts'

export interface PartnerEntry extends Searchable {
  readonly partner: PartnerView
}

/** Partners as a search finds them: by full and short name and by number. */
export function partnerEntries(partners: readonly PartnerView[]): readonly PartnerEntry[] {
  return partners.map((partner) => ({
    id: partner.id,
    zh: partner.name.zh,
    en: partner.name.en,
    also: [partner.short.zh, partner.short.en, partner.id],
    partner,
  }))
}

/** What a desk calls first, in the order of their keys; a centre's other partners follow in the city's order. */
const FIRST = ['119', '120', 'duty-lead', '12345']

/** Which partners stand on the panel: people of the story, those in use, then the usual ones. */
export function shownPartners(
  partners: readonly PartnerView[],
  room: number,
): readonly PartnerView[] {
  const rank = (partner: PartnerView): number => {
    const usual = FIRST.indexOf(partner.id)
    if (usual >= 0) return usual
    if (partner.person) return 10
    return partner.status === 'none' ? 30 : 20
  }
  const order = new Map(partners.map((partner, index) => [partner, index]))
  const place = (partner: PartnerView) => order.get(partner) ?? 0
  return [...partners].sort((a, b) => rank(a) - rank(b) || place(a) - place(b)).slice(0, room)
}
