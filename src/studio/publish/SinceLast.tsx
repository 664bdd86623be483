import { useEffect, useMemo, useState } from 'react'
import type { Files } from '../../core/files/files.ts'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { shippedFiles, shippedIds } from '../shipped.ts'
import { useStudio } from '../studio.ts'
import { DifferenceView } from '../versions/DifferenceView.tsx'
import { useDifference } from '../versions/useDifference.ts'
import { draftFiles } from '../versions/versions.ts'
import styles from './Publish.module.css'
import type { Candidate } from './useCandidate.ts'

export interface SinceLastProps {
  readonly id: string
  readonly newest: PublishedRow | null
  readonly candidate: Candidate | null
}

/** What is new beside what recruits have now: the version published last, else the call that came with the program. */
export function SinceLast({ id, newest, candidate }: SinceLastProps) {
  const t = useT('studio')
  const { services } = useStudio()
  const { content } = services
  const isShipped = useMemo(() => shippedIds(content).includes(id), [content, id])
  const [shipped, setShipped] = useState<Files | null>(null)
  useEffect(() => {
    if (newest || !isShipped) return
    let current = true
    shippedFiles(content, id).then(
      (files) => current && setShipped(files),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [content, id, isShipped, newest])
  const published = useMemo(() => newest && draftFiles(newest), [newest])
  const difference = useDifference(published ?? shipped, candidate?.files ?? null)
  if (!newest && !isShipped) return <p className={styles.state}>{t('publish.first')}</p>
  return (
    <section className={styles.since}>
      <h3>
        {newest ? t('publish.sinceVersion', { n: newest.version }) : t('publish.sinceShipped')}
      </h3>
      {difference ? (
        <DifferenceView difference={difference} />
      ) : (
        <p className={styles.state}>{t('versions.comparing')}</p>
      )}
    </section>
  )
}
