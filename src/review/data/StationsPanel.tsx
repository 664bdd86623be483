import { useId, useState } from 'react'
import { sha256Bytes } from '../../core/scenario/hash.ts'
import { fromBase64Url } from '../../core/sim/base64url.ts'
import { fingerprint } from '../../core/sim/fingerprint.ts'
import { stationFile } from '../../core/sim/seal.ts'
import type { Station } from '../../storage/review/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useReview } from '../book/useBook.ts'
import styles from './Data.module.css'
import { enrol } from './enrol.ts'
import { useWork } from './useWork.ts'
import { WorkBar } from './WorkBar.tsx'

const MAX_BYTES = 10_000

/** Whose seals are trusted: each workstation is enrolled once, by the file that it hands out. */
export function StationsPanel() {
  const t = useT('review')
  const review = useReview()
  const { book, services, state } = review
  const { stations, rows } = state.pages
  const [wrong, setWrong] = useState<string | null>(null)
  const work = useWork()
  const field = useId()
  /** Null if the file is none. */
  const read = async (file: File): Promise<Station | null> => {
    const refuse = (why: string): null => {
      setWrong(why)
      return null
    }
    const found = file.size > MAX_BYTES ? null : stationFile.safeParse(parsed(await file.text()))
    if (!found?.success) return refuse(t('data.stationNone', { file: file.name }))
    const { id, key, name } = found.data
    if (sha256Bytes(fromBase64Url(key)) !== id)
      return refuse(t('data.stationForged', { file: file.name }))
    return { id, key, name, enrolledAt: services.now() }
  }
  const take = (files: readonly File[]): void => {
    setWrong(null)
    work.run(async (how) => {
      const all = await Promise.all(files.map(read))
      await enrol(
        review,
        all.filter((one) => one !== null),
        how,
      )
    })
  }
  const dismiss = async ({ id, name }: Station): Promise<void> => {
    await services.review.dismiss(id)
    await book.say({ kind: 'dismiss', station: id, name })
    await book.refresh()
  }
  return (
    <Panel title={t('data.stations')}>
      <p className={styles.note}>{t('data.stationsAbout')}</p>
      {stations.length > 0 && (
        <ul className={styles.rows}>
          {stations.map((station) => (
            <li key={station.id}>
              <strong>{station.name}</strong> <code>{fingerprint(station.id)}</code>
              <span className={styles.note}>
                {t('data.stationCount', {
                  n: rows.filter((row) => row.station === station.id).length,
                })}
              </span>
              <Button look="quiet" onClick={() => void dismiss(station)}>
                {t('data.dismiss')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {wrong !== null && (
        <p role="alert" className={styles.error}>
          {wrong}
        </p>
      )}
      <label htmlFor={field} className={styles.pick}>
        {t('data.enrol')}
      </label>
      <input
        id={field}
        className={styles.file}
        type="file"
        accept=".json,application/json"
        multiple
        disabled={work.busy}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          take(files)
        }}
      />
      <WorkBar work={work} />
    </Panel>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
