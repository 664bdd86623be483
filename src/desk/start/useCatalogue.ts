import { useEffect, useMemo, useState } from 'react'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import type { ContentFiles, Services } from '../../ui/services.ts'
import type { Catalogue } from './catalogue.ts'

/** The catalogue with what was published in this browser: of each call its newest version that was not withdrawn. */
export function withPublications(shipped: Catalogue, rows: readonly PublishedRow[]): Catalogue {
  const scenarios = new Map(shipped.scenarios.map((entry) => [entry.id, entry]))
  for (const { entry, withdrawnAt } of rows) {
    if (!entry || withdrawnAt !== null) continue
    const there = scenarios.get(entry.id)
    if (!there || entry.version > there.version) scenarios.set(entry.id, entry)
  }
  const sorted = [...scenarios.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return { ...shipped, scenarios: sorted }
}

/** Can an attempt at that very version go on here? It need not be in lists: a newer one may stand there instead. */
export async function isHere(
  shipped: Pick<Catalogue, 'scenarios'>,
  content: Pick<ContentFiles, 'pinned'>,
  { id, hash }: { readonly id: string; readonly hash: string },
): Promise<boolean> {
  if (shipped.scenarios.some((one) => one.id === id && one.hash === hash)) return true
  return ((await content.pinned?.(id, hash)) ?? null) !== null
}

/** What can be started here; the shipped calls until storage has answered, and if it doesn't. */
export function useCatalogue({ publications }: Services, shipped: Catalogue): Catalogue {
  const [rows, setRows] = useState<readonly PublishedRow[]>([])
  useEffect(() => {
    let current = true
    const read = () =>
      publications.publications().then(
        (all) => current && setRows(all),
        // the shipped calls can be worked all the same, and the bar tells of the storage
        () => undefined,
      )
    void read()
    const stop = publications.onPublished(() => void read())
    return () => {
      current = false
      stop()
    }
  }, [publications])
  return useMemo(
    () => (rows.length === 0 ? shipped : withPublications(shipped, rows)),
    [shipped, rows],
  )
}
