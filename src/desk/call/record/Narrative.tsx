import { useT } from '../../../ui/i18n/i18n.ts'
import { useDesk, useDeskView } from '../deskContext.ts'
import styles from './record.module.css'
import { useDraft } from './useDraft.ts'

/** What happened, in words. */
export function Narrative() {
  const t = useT('desk')
  const { ui, perform } = useDesk()
  const { narrative } = useDeskView().record
  const draft = useDraft(
    narrative ?? '',
    (text, timeStamp) =>
      perform(
        { do: 'set', change: { field: 'narrative', value: text === '' ? null : text } },
        timeStamp,
      ),
    false,
  )
  return (
    <div className={styles.row} style={{ alignItems: 'stretch' }}>
      <label className={styles.label} htmlFor="record-narrative" style={{ paddingTop: 5 }}>
        {t('record.narrative')}
      </label>
      <textarea
        id="record-narrative"
        ref={ui.api.narrative}
        className={styles.narrative}
        maxLength={2000}
        placeholder={t('record.narrativeHint')}
        aria-keyshortcuts="N"
        {...draft}
      />
    </div>
  )
}
