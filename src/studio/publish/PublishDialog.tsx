import { useState } from 'react'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { say } from '../../ui/messages.ts'
import { useDraftState } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { reasonOf } from '../keeping/reason.ts'
import { shippedIds } from '../shipped.ts'
import { useStudio } from '../studio.ts'
import { Before } from './Before.tsx'
import { Hindered } from './Hindered.tsx'
import styles from './Publish.module.css'
import { hindranceOf, MAX_VERSION, nextVersion, publish } from './publish.ts'
import { SinceLast } from './SinceLast.tsx'
import { useCandidate } from './useCandidate.ts'

export interface PublishDialogProps {
  readonly rows: readonly PublishedRow[]
  readonly onClose: () => void
}

/** A version is given to the desk: its number and hash, what is new, what keeps it, and what was given before. */
export function PublishDialog({ rows, onClose }: PublishDialogProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const studio = useStudio()
  const { draft, findings, services, navigate, ground } = studio
  const state = useDraftState(draft)
  const found = useValue(findings)
  const { name, title } = state.info
  const newest = rows.find(({ withdrawnAt }) => withdrawnAt === null) ?? null
  const hindrance = hindranceOf(found, state, newest, ground.own)
  const isShipped = shippedIds(services.content).includes(name)
  const least = nextVersion(found.lastScenario?.version ?? 1, rows, isShipped ? 1 : 0)
  const [chosen, setVersion] = useState<number | null>(null)
  const version = chosen ?? least
  const [note, setNote] = useState('')
  const [isBusy, setBusy] = useState(false)
  const candidate = useCandidate(version)
  const isTooLow = !Number.isInteger(version) || version < least
  const give = async () => {
    setBusy(true)
    try {
      const done = await publish(studio, version, note.trim())
      if (done.ok) {
        say({
          kind: 'done',
          text: t('publish.done', { n: done.row.version }),
          action: { label: t('publish.toDesk'), perform: () => navigate('/') },
        })
        onClose()
      } else say({ kind: 'warn', text: done.why[lang] })
    } catch (error) {
      say({ kind: 'error', text: t('publish.failed', { why: reasonOf(error) }) })
    } finally {
      setBusy(false)
    }
  }
  const preview = async () => {
    try {
      // the desk reads what is stored
      await draft.written()
      navigate(`/preview/${draft.id}`)
    } catch (error) {
      say({ kind: 'error', text: t('publish.noPreview', { why: reasonOf(error) }) })
    }
  }
  return (
    <Dialog open wide onClose={onClose} title={t('publish.title', { title: title[lang] })}>
      <div className={styles.dialog}>
        <p className={styles.state}>{t('publish.about')}</p>
        <div className={styles.fields}>
          <label className={styles.field}>
            <span>{t('publish.version')}</span>
            <input
              type="number"
              min={least}
              max={MAX_VERSION}
              value={version}
              onChange={({ target }) => setVersion(Number(target.value))}
            />
          </label>
          <label className={styles.field}>
            <span>{t('publish.note')}</span>
            <textarea
              rows={2}
              maxLength={500}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </label>
          {isTooLow && <small role="alert">{t('publish.tooLow', { n: least })}</small>}
          <p className={styles.hash}>
            {t('publish.hash')} <code>{candidate?.hash ?? '—'}</code>
          </p>
        </div>
        <Hindered hindrance={hindrance} same={newest?.version ?? 0} onGo={onClose} />
        <div className={styles.go}>
          <Button
            look="primary"
            disabled={
              isBusy ||
              isTooLow ||
              version > MAX_VERSION ||
              hindrance?.kind === 'errors' ||
              hindrance?.kind === 'same'
            }
            onClick={() => void give()}
          >
            {isBusy ? t('publish.checking') : t('publish.give', { n: version })}
          </Button>
          <Button title={t('publish.previewHint')} onClick={() => void preview()}>
            <Icon name="play" /> {t('publish.preview')}
          </Button>
          <Button onClick={onClose}>{t('publish.cancel')}</Button>
        </div>
        <SinceLast id={name} newest={newest} candidate={candidate} />
        {rows.length > 0 && <Before rows={rows} />}
      </div>
    </Dialog>
  )
}
