import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { say } from '../../ui/messages.ts'
import { isCity } from '../cities/own.ts'
import { useDraftPart } from '../draft/useDraft.ts'
import { useWorkroom } from '../workroom.ts'
import { DiskSection } from './DiskSection.tsx'
import { saveAll, saveCity, saveDrafts } from './exporting.ts'
import styles from './Keeping.module.css'
import { reasonOf } from './reason.ts'
import { dangerOf, useSpace } from './useSpace.ts'

/** Where the work is kept: in the browser, on the disk, as a file; and what can be done to make it safer. */
export function KeepingDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('studio')
  const { draft, services } = useWorkroom()
  const saving = useDraftPart(draft, (state) => state.saving)
  const { health, keep } = useSpace(services.space, true)
  const danger = health && dangerOf(health)
  const exportThis = async () => {
    try {
      await draft.written()
    } catch (error) {
      // what storage holds is exported all the same
      say({ kind: 'warn', text: t('keeping.exportedOlder', { why: reasonOf(error) }) })
    }
    const { info } = draft.state
    await (isCity(info) ? saveCity(services, info) : saveDrafts(services, [info]))
  }
  return (
    <Dialog open onClose={onClose} title={t('keeping.title')}>
      <div className={styles.dialog}>
        <section>
          <h3>{t('keeping.here')}</h3>
          {saving.state === 'failed' && (
            <p className={styles.trouble}>
              <Icon name="warn" /> {t('keeping.notSaved', { why: reasonOf(saving.error) })}
            </p>
          )}
          <p className={danger ? styles.trouble : undefined}>
            <Icon name={danger ? 'warn' : 'check'} />{' '}
            {danger ? t(`keeping.danger.${danger}`) : t('keeping.safe')}
          </p>
          <p className={styles.about}>
            {danger ? t(`keeping.todo.${danger}`) : t('keeping.safeAbout')}
            {health?.used != null && health.quota != null && (
              <>
                {' '}
                {t('keeping.used', {
                  used: amount(health.used),
                  free: amount(Math.max(0, health.quota - health.used)),
                })}
              </>
            )}
          </p>
          {danger === 'clearable' && (
            <div className={styles.go}>
              <Button onClick={keep}>{t('keeping.keep')}</Button>
            </div>
          )}
        </section>
        <DiskSection />
        <section>
          <h3>{t('keeping.asFile')}</h3>
          <p className={styles.about}>
            {isCity(draft.state.info) ? t('keeping.asFileCity') : t('keeping.asFileAbout')}
          </p>
          <div className={styles.go}>
            <Button onClick={() => void exportThis()}>
              <Icon name="export" /> {t('keeping.exportThis')}
            </Button>
            <Button onClick={() => void saveAll(services)}>
              <Icon name="export" /> {t('keeping.exportAll')}
            </Button>
          </div>
        </section>
      </div>
    </Dialog>
  )
}

/** `0.1 MB`, `10.7 GB`: bytes as people read them. */
function amount(bytes: number): string {
  const megabytes = bytes / 1_000_000
  return megabytes < 1000 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1000).toFixed(1)} GB`
}
