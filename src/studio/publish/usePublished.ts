import { useEffect, useState } from 'react'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import { useStudio } from '../studio.ts'

/** What was published under an id, newest first; kept up to date. */
export function usePublished(id: string): readonly PublishedRow[] {
  const { services } = useStudio()
  const { publications } = services
  const [rows, setRows] = useState<readonly PublishedRow[]>([])
  useEffect(() => {
    let current = true
    const read = () =>
      publications.publications().then(
        (all) => current && setRows(all.filter((one) => one.kind === 'scenario' && one.id === id)),
        () => undefined,
      )
    void read()
    const stop = publications.onPublished(() => void read())
    return () => {
      current = false
      stop()
    }
  }, [publications, id])
  return rows
}
