import { useEffect, useMemo } from 'react'
import type { DraftVersion } from '../../storage/drafts/ports.ts'
import { t } from '../../ui/i18n/i18n.ts'
import { say } from '../../ui/messages.ts'
import { useValue } from '../draft/value.ts'
import { reasonOf } from '../keeping/reason.ts'
import { useWorkroom, type Workroom } from '../workroom.ts'
import { type Kept, type Versions, versionsOf } from './versions.ts'

/** The versions of an open draft. */
export const versionsIn = ({ draft, services }: Workroom): Versions =>
  versionsOf({
    draft,
    drafts: services.drafts,
    publications: services.publications,
    now: services.now,
  })

/** Keeps the draft as it stands before a file is taken into it. False if it can't be kept: that is told on the screen. */
export async function keepBefore(
  room: Workroom,
  why: DraftVersion['why'],
  note: string,
): Promise<boolean> {
  try {
    await versionsIn(room).keep(why, note)
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
  const room = useWorkroom()
  const versions = useMemo(() => versionsIn(room), [room])
  useEffect(() => versions.follow(tellNotKept), [versions])
  return { versions, kept: useValue(versions.kept) }
}
