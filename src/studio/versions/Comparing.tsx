import { useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { say } from '../../ui/messages.ts'
import { unlock } from '../draft/tracking.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useWorkroom } from '../workroom.ts'
import { sameFiles } from './changes.ts'
import { DifferenceView } from './DifferenceView.tsx'
import { useDifference } from './useDifference.ts'
import { tellNotKept } from './useVersions.ts'
import styles from './Versions.module.css'
import { titleOf } from './VersionsPanel.tsx'
import { isLocked, type Kept, type Versions } from './versions.ts'

export interface ComparingProps {
  readonly chosen: Kept
  readonly kept: readonly Kept[]
  readonly versions: Versions
}

const NOW = 'now'

/** A version beside the draft as it stands, or beside another version; and the way back to it. */
export function Comparing({ chosen, kept, versions }: ComparingProps) {
  const t = useT('studio')
  const { draft, goTo } = useWorkroom()
  const files = useDraftPart(draft, (state) => state.files)
  const [otherKey, setOther] = useState(NOW)
  const other = kept.find(({ key }) => key === otherKey)
  // the older of the two stands first
  const isBefore = !other || other.at >= chosen.at
  const against = other?.files ?? files
  const difference = useDifference(
    isBefore ? chosen.files : against,
    isBefore ? against : chosen.files,
  )
  const locked = isLocked(files)
  const restore = async () => {
    try {
      await versions.restore(chosen)
      say({ kind: 'done', text: t('versions.restored', { what: titleOf(chosen, t) }) })
    } catch (error) {
      tellNotKept(error)
    }
  }
  return (
    <section className={styles.comparing} aria-label={t('versions.compare')}>
      <DifferenceView
        difference={difference}
        lead={
          <>
            <b className={styles.whole}>{titleOf(chosen, t)}</b>
            <span aria-hidden="true">{isBefore ? '→' : '←'}</span>
            <select
              className={styles.pick}
              aria-label={t('versions.against')}
              value={other ? otherKey : NOW}
              onChange={({ target }) => setOther(target.value)}
            >
              <option value={NOW}>{t('versions.now')}</option>
              {kept
                .filter((one) => one !== chosen)
                .map((one) => (
                  <option key={one.key} value={one.key}>
                    {titleOf(one, t)}
                    {one.note && ` · ${one.note.slice(0, 24)}`}
                  </option>
                ))}
            </select>
          </>
        }
        tail={
          <span className={styles.restore}>
            {locked && <span className={styles.locked}>{t('versions.locked')}</span>}
            <Button
              disabled={!locked && sameFiles(chosen.files, files)}
              title={locked ? undefined : t('versions.restoreHint')}
              onClick={() => (locked ? unlock(draft) : void restore())}
            >
              <Icon name={locked ? 'lock' : 'undo'} />{' '}
              {t(locked ? 'languages.unlock' : 'versions.restore')}
            </Button>
          </span>
        }
        {...(other || !goTo ? {} : { onGo: goTo })}
      />
    </section>
  )
}
