import { useEffect, useMemo } from 'react'
import type { DraftVersion } from '../../storage/drafts/ports.ts'
import { t } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'
import { useValue } from '../draft/value.ts'
import { reasonOf } from '../keeping/reason.ts'
import { type Studio, useStudio } from '../studio.ts'
import { type Kept, type Versions, versionsOf } from './versions.ts'

/** The versions of this studio's draft. */
export const versionsIn = ({ draft, services }: Studio): Versions =>
  versionsOf({
    draft,
    drafts: services.drafts,
    publications: services.publications,
    now: services.now,
  })

/** Keeps the draft as it stands before a file is taken into it. False if it can't be kept: that is told on the screen. */
export async function keepBefore(
  studio: Studio,
  why: DraftVersion['why'],
  note: string,
): Promise<boolean> {
  try {
    await versionsIn(studio).keep(why, note)
    return true
  } catch (error) {
    tellNotKept(error)
    return false
  }
}

export const tellNotKept = (error: unknown): void => {
  say({ kind: 'error', text: t('studio:versions.notKept', { why: reasonOf(error) }) })
}

/** The versions, and the list of them, kept up to date while it is shown; null until they are read. */
export function useVersions(): {
  readonly versions: Versions
  readonly kept: readonly Kept[] | null
} {
  const studio = useStudio()
  const versions = useMemo(() => versionsIn(studio), [studio])
  useEffect(() => versions.follow(tellNotKept), [versions])
  return { versions, kept: useValue(versions.kept) }
}
