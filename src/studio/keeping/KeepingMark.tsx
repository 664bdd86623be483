import { lazy, Suspense, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Icon } from '../../ui/kit/Icon.tsx'
import type { DiskState } from '../disk/diskCopy.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { SavedMark } from '../workbench/SavedMark.tsx'
import { useWorkroom } from '../workroom.ts'
import styles from './Keeping.module.css'
import { dangerOf, useSpace } from './useSpace.ts'

const KeepingDialog = lazy(() =>
  import('./KeepingDialog.tsx').then((part) => ({ default: part.KeepingDialog })),
)

/** In the header: whether the draft is safe, here and on the disk; a click says where, and what can be done. */
export function KeepingMark() {
  const t = useT('studio')
  const { draft, disk, services } = useWorkroom()
  const saving = useDraftPart(draft, (state) => state.saving)
  const onDisk = useValue(disk.state)
  const { health } = useSpace(services.space)
  const [open, setOpen] = useState(false)
  const danger = health && dangerOf(health)
  // a copy on the disk outlives whatever the browser clears
  const isSafe = !danger || onDisk.kind === 'written' || onDisk.kind === 'writing'
  const isTrouble = saving.state === 'failed' || isDiskTrouble(onDisk) || !isSafe
  return (
    <>
      <button
        type="button"
        className={styles.mark}
        data-trouble={isTrouble || undefined}
        title={t('keeping.title')}
        onClick={() => setOpen(true)}
      >
        <SavedMark draft={draft} now={services.now} />
        {onDisk.kind !== 'off' && onDisk.kind !== 'absent' && (
          <span className={isDiskTrouble(onDisk) ? styles.trouble : undefined}>
            · {t(`keeping.mark.${onDisk.kind}`)}
          </span>
        )}
        {!isSafe && danger && (
          <span className={styles.trouble}>
            · <Icon name="warn" /> {t(`keeping.short.${danger}`)}
          </span>
        )}
      </button>
      {open && (
        <Suspense>
          <KeepingDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const isDiskTrouble = ({ kind }: DiskState): boolean =>
  kind === 'asks' || kind === 'differs' || kind === 'failed'
