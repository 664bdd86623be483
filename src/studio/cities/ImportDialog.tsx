import { useEffect, useState } from 'react'
import type { CityDiagnostic } from '../../core/city/finder.ts'
import type { Gathered } from '../../core/city/gather.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import type { Services } from '../../ui/services.ts'
import styles from './City.module.css'
import { CityDiagnostics } from './CityProblems.tsx'
import { gatherFiles, tellFailed } from './cities.ts'
import { createCity } from './travel.ts'

export interface ImportDialogProps {
  readonly services: Services
  readonly files: readonly File[]
  readonly onClose: () => void
  /** The city is kept, as this draft. */
  readonly onTaken: (draft: string) => void
}

/** What files from outside hold, before anything of it is kept: why they are refused, or what is to be looked over. */
export function ImportDialog({ services, files, onClose, onTaken }: ImportDialogProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const [found, setFound] = useState<Gathered | null>(null)
  const [about, setAbout] = useState<CityDiagnostic | null>(null)
  const names = files.map(({ name }) => name).join('、')
  useEffect(() => {
    let current = true
    gatherFiles(services, files).then(
      (gathered) => current && setFound(gathered),
      (error: unknown) => {
        if (!current) return
        tellFailed(error)
        onClose()
      },
    )
    return () => {
      current = false
    }
  }, [services, files, onClose])
  const take = () => {
    if (found?.ok) createCity(services, found.texts, 'import', names).then(onTaken, tellFailed)
  }
  return (
    <Dialog open wide onClose={onClose} title={t('cities.importTitle')}>
      <div className={styles.dialog}>
        <p role="status">
          {found === null
            ? t('cities.reading', { name: names })
            : !found.ok
              ? t('cities.refused')
              : found.diagnostics.length > 0
                ? t('cities.canTake')
                : t('cities.canTakeClean')}
        </p>
        {found && found.diagnostics.length > 0 && (
          <div className={styles.report}>
            <CityDiagnostics diagnostics={found.diagnostics} chosen={about} onPick={setAbout} />
          </div>
        )}
        {about && (
          <p className={styles.fact}>
            {about.message[lang]} <b>{t('cities.how')}</b> {about.fix[lang]}
          </p>
        )}
        <div className={styles.go}>
          {found?.ok && (
            <Button look="primary" onClick={take}>
              {t('cities.take', { name: found.name[lang] })}
            </Button>
          )}
          <Button onClick={onClose}>{found?.ok ? t('cities.cancel') : t('cities.close')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
