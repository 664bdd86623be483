import { useEffect, useId, useState } from 'react'
import { fingerprint } from '../../core/sim/fingerprint.ts'
import type { LocalStore } from '../../storage/ports.ts'
import { download } from '../../ui/download.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { seat } from '../../ui/seat.ts'
import styles from './Dialogs.module.css'
import { MAX_STATION_NAME, stationFile } from './transfer.ts'

/** The key that seals what ends on this machine, for a manager to enrol; or why nothing is sealed. */
export function WorkstationPart({ store }: { readonly store: Pick<LocalStore, 'workstation'> }) {
  const t = useT('start')
  const id = useId()
  const [name, setName] = useState(seat)
  const [known, setKnown] = useState<Awaited<ReturnType<LocalStore['workstation']>> | null>(null)
  useEffect(() => {
    let current = true
    void store.workstation().then((workstation) => current && setKnown(workstation))
    return () => {
      current = false
    }
  }, [store])
  return (
    <section className={styles.part}>
      <h3>{t('data.seal.title')}</h3>
      {known?.ok === false && (
        <p className={styles.low}>
          <Icon name="warn" /> {t(`data.seal.why.${known.why}`)}
        </p>
      )}
      {known?.ok === true && (
        <>
          <p className={styles.quiet}>{t('data.seal.about')}</p>
          <p>
            {t('data.seal.fingerprint')}{' '}
            <code className={styles.fingerprint}>{fingerprint(known.id)}</code>
          </p>
          <form
            className={styles.buttons}
            onSubmit={(event) => {
              event.preventDefault()
              const file = stationFile(known, name)
              download(file.name, file.text)
            }}
          >
            <label htmlFor={`${id}name`} className={styles.label}>
              {t('data.seal.name')}
            </label>
            <input
              id={`${id}name`}
              className={styles.name}
              value={name}
              maxLength={MAX_STATION_NAME}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setName(event.target.value)}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              <Icon name="export" />
              {t('data.seal.export')}
            </Button>
          </form>
        </>
      )}
    </section>
  )
}
