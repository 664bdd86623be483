import { type FormEvent, useState } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { say } from '../../ui/messages.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { scrollable } from '../proof/scrollable.ts'
import { whenOf } from '../when.ts'
import { useWorkroom } from '../workroom.ts'
import { Comparing } from './Comparing.tsx'
import { sameFiles } from './changes.ts'
import { tellNotKept, useVersions } from './useVersions.ts'
import styles from './Versions.module.css'
import type { Kept } from './versions.ts'

/** The draft's versions: to keep one, to see what has changed since, to go back. */
export function VersionsPanel() {
  const t = useT('studio')
  const lang = useLanguage()
  const { draft } = useWorkroom()
  const files = useDraftPart(draft, (state) => state.files)
  const { versions, kept } = useVersions()
  const [chosenKey, choose] = useState('')
  const chosen = kept?.find(({ key }) => key === chosenKey) ?? kept?.[0] ?? null
  const newest = kept?.[0]
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        <KeepForm isSame={newest !== undefined && sameFiles(newest.files, files)} />
        {kept === null ? (
          <p role="status" className={styles.none}>
            {t('versions.reading')}
          </p>
        ) : kept.length === 0 ? (
          <p className={styles.none}>{t('versions.none')}</p>
        ) : (
          <ul ref={scrollable} className={styles.list} aria-label={t('versions.list')}>
            {kept.map((one) => (
              <li key={one.key}>
                <button
                  type="button"
                  className={styles.row}
                  aria-current={one === chosen || undefined}
                  onClick={() => choose(one.key)}
                >
                  <span className={styles.title}>{titleOf(one, t)}</span>
                  <span className={styles.note}>{one.note}</span>
                  <span className={styles.at}>{whenOf(one.at, lang)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {chosen && kept && (
        <Comparing key={chosen.key} chosen={chosen} kept={kept} versions={versions} />
      )}
    </div>
  )
}

/** What a version is called in lists. */
export function titleOf({ why, number }: Kept, t: ReturnType<typeof useT<'studio'>>): string {
  return t(`versions.title.${why}`, { n: number })
}

function KeepForm({ isSame }: { readonly isSame: boolean }) {
  const t = useT('studio')
  const { versions } = useVersions()
  const [note, setNote] = useState('')
  const [isBusy, setBusy] = useState(false)
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      const number = await versions.keep('kept', note.trim())
      setNote('')
      say({ kind: 'done', text: t('versions.done', { n: number }) })
    } catch (error) {
      tellNotKept(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={styles.keep} onSubmit={(event) => void keep(event)}>
      <input
        aria-label={t('versions.noteLabel')}
        placeholder={isSame ? t('versions.sameAsNewest') : t('versions.noteLabel')}
        maxLength={200}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button type="submit" disabled={isBusy}>
        <Icon name="plus" /> {t('versions.keep')}
      </Button>
    </form>
  )
}
