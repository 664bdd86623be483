import { useEffect, useId, useState } from 'react'
import type { ImportReport, LocalStore } from '../../storage/ports.ts'
import type { ReviewStore } from '../../storage/review/ports.ts'
import { download } from '../../ui/download.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { isSeat, seat, setSeat } from '../../ui/seat.ts'
import styles from './Dialogs.module.css'
import { isoDay } from './days.ts'
import { RemarksTaken } from './RemarksTaken.tsx'
import { Report } from './Report.tsx'
import { type RemarksReport, repliesFile, takeRemarks } from './remarks.ts'
import { exportAll, importFile } from './transfer.ts'
import { WorkstationPart } from './WorkstationPart.tsx'

export interface DataDialogProps {
  readonly store: LocalStore
  /** Where remarks on what was worked here lie. */
  readonly review: Pick<ReviewStore, 'remarks' | 'takeRemarks'>
  readonly now: () => number
  /** Something was taken in. */
  readonly onImported: () => void
  readonly onSeat: () => void
  readonly onClose: () => void
}

type Outcome =
  | { readonly kind: 'exported'; readonly files: number }
  | { readonly kind: 'imported'; readonly file: string; readonly report: ImportReport }
  | { readonly kind: 'remarks'; readonly file: string; readonly report: RemarksReport }
  | { readonly kind: 'failed'; readonly detail: string }

/** What is kept on this machine, to take away and to bring in; and the seat's number. */
export function DataDialog(props: DataDialogProps) {
  const { store, review, now, onImported, onClose } = props
  const t = useT('start')
  const id = useId()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const run = (work: () => Promise<Outcome>) => {
    setBusy(true)
    void work()
      .catch((error: unknown): Outcome => {
        return { kind: 'failed', detail: error instanceof Error ? error.message : String(error) }
      })
      .then(setOutcome)
      .finally(() => setBusy(false))
  }
  const save = () =>
    run(async () => {
      const day = isoDay(now())
      const files = await exportAll(store, day)
      for (const { name, text } of files) download(name, text)
      const replies = await repliesFile(store, review, day)
      if (replies) download(replies.name, replies.text)
      return { kind: 'exported', files: files.length + (replies ? 1 : 0) }
    })
  const take = (file: File) =>
    run(async () => {
      const remarks = await takeRemarks(await file.text().catch(() => ''), store, review)
      if (remarks) return { kind: 'remarks', file: file.name, report: remarks }
      const report = await importFile(store, file)
      onImported()
      return { kind: 'imported', file: file.name, report }
    })
  return (
    <Dialog open onClose={onClose} title={t('data.title')}>
      <Health store={store} />
      <section className={styles.part}>
        <h3>{t('data.attempts')}</h3>
        <p className={styles.quiet}>{t('data.about')}</p>
        <div className={styles.buttons}>
          <Button disabled={busy} onClick={save}>
            <Icon name="export" />
            {t('data.export')}
          </Button>
          <label className={styles.file}>
            <Icon name="import" />
            {t('data.import')}
            <input
              type="file"
              accept=".json,application/json"
              disabled={busy}
              onChange={(event) => {
                const [file] = event.target.files ?? []
                if (file) take(file)
                event.target.value = ''
              }}
            />
          </label>
        </div>
        <div role="status">
          {outcome?.kind === 'exported' && <p>{t('data.exported', { count: outcome.files })}</p>}
          {outcome?.kind === 'failed' && <p>{t('data.failed', { detail: outcome.detail })}</p>}
          {outcome?.kind === 'imported' && <Report file={outcome.file} report={outcome.report} />}
          {outcome?.kind === 'remarks' && (
            <RemarksTaken file={outcome.file} report={outcome.report} />
          )}
        </div>
      </section>
      <WorkstationPart store={store} />
      <section className={styles.part}>
        <h3>
          <label htmlFor={`${id}seat`}>{t('data.seat')}</label>
        </h3>
        <input
          id={`${id}seat`}
          className={styles.seat}
          defaultValue={seat()}
          maxLength={4}
          autoComplete="off"
          onChange={(event) => {
            if (isSeat(event.target.value)) {
              setSeat(event.target.value)
              props.onSeat()
            }
          }}
        />
      </section>
    </Dialog>
  )
}

type Known = Awaited<ReturnType<LocalStore['health']>>

const MIB = 1024 * 1024
/** Less than this is too little for a day of training. */
const LOW_BYTES = 50 * MIB
const inMib = (bytes: number) => (bytes / MIB).toFixed(bytes < 100 * MIB ? 1 : 0)

/** How full the storage is, and whether the browser may throw it away. */
function Health({ store }: { readonly store: LocalStore }) {
  const t = useT('start')
  const [known, setKnown] = useState<Known | null>(null)
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    let current = true
    void store.health().then((health) => current && setKnown(health))
    return () => {
      current = false
    }
  }, [store])
  if (known === null) return null
  const { used, quota, persistent } = known
  const keep = () =>
    void store.persist().then(async (granted) => {
      setRefused(!granted)
      setKnown(await store.health())
    })
  return (
    <section className={styles.part}>
      <h3>{t('data.storage')}</h3>
      <p className={styles.quiet}>{t('data.here')}</p>
      {used !== null && quota !== null && (
        <p className={styles.quiet}>
          {t('data.used', { used: inMib(used), free: inMib(quota - used) })}
        </p>
      )}
      {used !== null && quota !== null && quota - used < LOW_BYTES && (
        <p className={styles.low}>
          <Icon name="warn" /> {t('data.low')}
        </p>
      )}
      {persistent ? (
        <p>
          <span className={styles.done}>
            <Icon name="check" /> {t('data.persistent')}
          </span>
        </p>
      ) : (
        <p className={styles.keep}>
          <span className={styles.quiet}>{t(refused ? 'data.refused' : 'data.notPersistent')}</span>
          {!refused && <Button onClick={keep}>{t('data.persist')}</Button>}
        </p>
      )}
    </section>
  )
}
