import { useState } from 'react'
import type { PublishedRow } from '../../storage/drafts/ports.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { say } from '../../ui/messages.ts'
import { useDraftState } from '../draft/useDraft.ts'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './Publish.module.css'
import { hindranceOf, nextVersion, publish } from './publish.ts'

export interface PublishDialogProps {
  readonly rows: readonly PublishedRow[]
  readonly onClose: () => void
}

/** A version is given to the desk: its number, what is new, and what was given before. */
export function PublishDialog({ rows, onClose }: PublishDialogProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const studio = useStudio()
  const { draft, findings, services, navigate, ground } = studio
  const state = useDraftState(draft)
  const found = useValue(findings)
  const newest = rows.find(({ withdrawnAt }) => withdrawnAt === null) ?? null
  const hindrance = hindranceOf(found, state, newest, ground.own)
  const isShipped = services.content.paths().includes(`${state.info.name}/scenario.yaml`)
  const least = nextVersion(found.lastScenario?.version ?? 1, rows, isShipped ? 1 : 0)
  const [version, setVersion] = useState(least)
  const [note, setNote] = useState('')
  const [isBusy, setBusy] = useState(false)
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
      const why = error instanceof Error ? error.message : String(error)
      say({ kind: 'error', text: t('publish.failed', { why }) })
    } finally {
      setBusy(false)
    }
  }
  const withdraw = ({ id, version: number }: PublishedRow) =>
    services.publications.withdraw(id, number, services.now()).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error)
      say({ kind: 'error', text: t('publish.failed', { why }) })
    })
  const day = (at: number) => new Date(at).toLocaleString(lang === 'zh' ? 'zh-CN' : 'en-GB')
  const isTooLow = version < least
  return (
    <Dialog open onClose={onClose} title={t('publish.title', { title: state.info.title[lang] })}>
      <div className={styles.dialog}>
        <p>{t('publish.about')}</p>
        <label className={styles.field}>
          <span>{t('publish.version')}</span>
          <input
            type="number"
            min={least}
            max={9999}
            value={version}
            onChange={({ target }) => setVersion(Number(target.value))}
          />
          {isTooLow && <small role="alert">{t('publish.tooLow', { n: least })}</small>}
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
        <p role="status" className={styles.state}>
          {hindrance === null
            ? t('publish.ready')
            : hindrance.kind === 'errors'
              ? t('publish.errors', { count: hindrance.count })
              : hindrance.kind === 'checking'
                ? t('publish.checking')
                : t('publish.same', { n: newest?.version ?? 0 })}
        </p>
        <div className={styles.go}>
          <Button
            look="primary"
            disabled={
              isBusy ||
              isTooLow ||
              version > 9999 ||
              hindrance?.kind === 'errors' ||
              hindrance?.kind === 'same'
            }
            onClick={() => void give()}
          >
            {isBusy ? t('publish.checking') : t('publish.give', { n: version })}
          </Button>
          <Button onClick={onClose}>{t('publish.cancel')}</Button>
        </div>
        {rows.length > 0 && (
          <table className={styles.table}>
            <caption>{t('publish.before')}</caption>
            <tbody>
              {rows.map((row) => (
                <tr key={row.version}>
                  <th scope="row">{row.version}</th>
                  <td>{day(row.at)}</td>
                  <td className={styles.note}>{row.note}</td>
                  <td>
                    <code title={row.hash}>{row.hash.slice(0, 8)}</code>
                  </td>
                  <td>
                    {row.withdrawnAt === null ? (
                      <Button onClick={() => void withdraw(row)}>{t('publish.withdraw')}</Button>
                    ) : (
                      t('publish.withdrawn')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Dialog>
  )
}
