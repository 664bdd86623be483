import type { Language } from '../../core/scenario/primitives.ts'
import { classLabel } from '../../core/taxonomy/taxonomy.ts'
import type { Ground } from './ground.ts'

/** Names of everything that an item or a row speaks of, in one language. Unknown ids are shown as they are. */
export interface Names {
  readonly lang: Language
  /** A line of the caller, a reply, a report, by its stable id. */
  line(id: string): string
  /** `紧急求助 › 自杀 › 未成年人` */
  class(id: string): string
  /** The last step of the class alone. */
  classShort(id: string): string
  unit(id: string): string
  unitKind(id: string): string
  partner(id: string): string
  partnerShort(id: string): string
  fact(id: string): string
  act(id: string): string
  actHint(id: string): string
  owner(id: string): string
  field(id: string): string
  /** An option of a record field, or free text. */
  option(field: string, id: string): string
  place(id: string): string
  ending(id: string): string
}

/** Names from the attempt's own scenario, taxonomy and city. */
export function namesOf(
  { script, rolled, taxonomy, atlas }: Pick<Ground, 'script' | 'rolled' | 'taxonomy' | 'atlas'>,
  lang: Language,
): Names {
  const { scenario } = rolled
  const own = scenario.world.partners
  const person = (id: string) => (Object.hasOwn(own, id) ? own[id]?.name[lang] : undefined)
  const service = (id: string) => atlas.partners.find((partner) => partner.id === id)
  const kind = (id: string) => taxonomy.units.find((unit) => unit.id === id)?.name[lang]
  return {
    lang,
    line: (id) => script.texts.get(id)?.[lang] ?? id,
    class: (id) => classLabel(taxonomy, id, lang),
    classShort: (id) => taxonomy.byId.get(id)?.name[lang] ?? id,
    unit: (id) => atlas.units.find((unit) => unit.id === id)?.name[lang] ?? id,
    unitKind: (id) => kind(id) ?? id,
    partner: (id) => person(id) ?? service(id)?.name[lang] ?? kind(id) ?? id,
    partnerShort: (id) => person(id) ?? service(id)?.short[lang] ?? kind(id) ?? id,
    fact: (id) => scenario.facts[id]?.text[lang] ?? id,
    act: (id) => taxonomy.acts.find((act) => act.id === id)?.name[lang] ?? id,
    actHint: (id) => taxonomy.acts.find((act) => act.id === id)?.hint[lang] ?? '',
    owner: (id) => taxonomy.owners.find((owner) => owner.id === id)?.name[lang] ?? id,
    field: (id) => taxonomy.fields.find((field) => field.id === id)?.name[lang] ?? id,
    option: (field, id) =>
      taxonomy.fields.find((entry) => entry.id === field)?.options.find((o) => o.id === id)?.[
        lang
      ] ?? id,
    place: (id) => atlas.place(id)?.name[lang] ?? id,
    ending: (id) => scenario.endings[id]?.after[lang] ?? '',
  }
}
