import { useT } from '../../../ui/i18n/i18n.ts'
import { useDesk, useDeskView } from '../deskContext.ts'
import { reworded, standing } from '../location.ts'
import styles from './record.module.css'
import { useDraft } from './useDraft.ts'

/** Where it is: by words here, by search or click on the map; with how sure that is. */
export function LocationRow() {
  const t = useT('desk')
  const { session, perform } = useDesk()
  const { location } = useDeskView().record
  const draft = useDraft(
    location?.text ?? '',
    (text, timeStamp) =>
      perform(
        { do: 'set', change: { field: 'location', value: reworded(location, text) } },
        timeStamp,
      ),
    true,
  )
  const how = standing(session)
  const note = {
    none: null,
    words: { text: t('record.wordsOnly'), tone: 'now' },
    marked: {
      text: session.header.mode === 'exam' ? t('record.onMap') : t('record.unverified'),
      tone: session.header.mode === 'exam' ? undefined : 'now',
    },
    'read-back': { text: t('record.verified'), tone: 'done' },
  }[how]
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor="record-location">
        {t('record.location')}
      </label>
      <div className={styles.field} data-need={how !== 'read-back' || undefined}>
        <input
          id="record-location"
          className={styles.text}
          maxLength={120}
          autoComplete="off"
          placeholder={t('record.locationHint')}
          title={draft.value}
          {...draft}
        />
        {note && <small data-tone={note.tone}>{note.text}</small>}
      </div>
    </div>
  )
}
