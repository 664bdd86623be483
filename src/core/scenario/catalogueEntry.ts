import type { Text } from './primitives.ts'

/** What a code means, why it matters, and how to mend it. */
export interface CatalogueEntry {
  readonly severity: 'error' | 'warning'
  readonly title: Text
  readonly why: Text
  readonly fix: Text
}

type Pair = readonly [zh: string, en: string]

const make =
  (severity: CatalogueEntry['severity']) =>
  (title: Pair, why: Pair, fix: Pair): CatalogueEntry => ({
    severity,
    title: { zh: title[0], en: title[1] },
    why: { zh: why[0], en: why[1] },
    fix: { zh: fix[0], en: fix[1] },
  })

/** The scenario can't be published or used in an exam until this is mended. */
export const error = make('error')
/** Worth a look; the scenario can be used. */
export const warning = make('warning')
