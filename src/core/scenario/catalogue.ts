import type { CatalogueEntry } from './catalogueEntry.ts'
import { KEY } from './catalogueKey.ts'
import { NAMES } from './catalogueNames.ts'
import { WALK } from './catalogueWalk.ts'

/** Every diagnostic that the checker knows. `explain` shows these. */
export const CATALOGUE = { ...NAMES, ...WALK, ...KEY }

export type Code = keyof typeof CATALOGUE

/** The entry of a code; undefined for a code that doesn't exist. */
export function explained(code: string): CatalogueEntry | undefined {
  const table: Readonly<Record<string, CatalogueEntry>> = CATALOGUE
  return Object.hasOwn(table, code) ? table[code] : undefined
}
