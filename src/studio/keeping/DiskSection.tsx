import { useState } from 'react'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { say } from '../../ui/messages.ts'
import { useValue } from '../draft/value.ts'
import { useWorkroom } from '../workroom.ts'
import styles from './Keeping.module.css'
import { reasonOf } from './reason.ts'
import { takeFromDisk } from './takeIn.ts'

/** The copy on the disk: where it goes, how it stands, and what it needs. */
export function DiskSection() {
  const t = useT('studio')
  const lang = useLanguage()
  const room = useWorkroom()
  const { disk } = room
  const state = useValue(disk.state)
  const [isBusy, setBusy] = useState(false)
  const doing = (work: () => Promise<unknown>) => () => {
    setBusy(true)
    work()
      .catch((error: unknown) =>
        say({ kind: 'error', text: t('keeping.diskFailed', { why: reasonOf(error) }) }),
      )
      .finally(() => setBusy(false))
  }
  const take = async () => {
    const why = await takeFromDisk(room)
    if (why) say({ kind: 'warn', text: t('keeping.notTaken', { why: why[lang] }) })
  }
  const button = (label: string, work: () => Promise<unknown>, isFirst = false) => (
    <Button look={isFirst ? 'primary' : 'plain'} disabled={isBusy} onClick={doing(work)}>
      {label}
    </Button>
  )
  const isTrouble = state.kind === 'asks' || state.kind === 'differs' || state.kind === 'failed'
  return (
    <section>
      <h3>{t('keeping.onDisk')}</h3>
      <p role="status" className={isTrouble ? styles.trouble : undefined}>
        {isTrouble && <Icon name="warn" />}
        {state.kind === 'written' && <Icon name="check" />}{' '}
        {t(`keeping.disk.${state.kind}`, { ...state })}
      </p>
      <p className={styles.about}>{t(`keeping.diskAbout.${state.kind}`)}</p>
      <div className={styles.go}>
        {state.kind === 'off' && button(t('keeping.choose'), () => disk.choose(), true)}
        {state.kind === 'asks' && button(t('keeping.allow'), () => disk.allow(), true)}
        {state.kind === 'differs' && (
          <>
            {button(t('keeping.takeTheirs'), take)}
            {button(t('keeping.keepOurs'), () => disk.overwrite())}
          </>
        )}
        {state.kind === 'failed' && button(t('keeping.again'), () => disk.retry(), true)}
        {state.kind !== 'off' && state.kind !== 'absent' && (
          <>
            {button(t('keeping.chooseOther'), () => disk.choose())}
            {button(t('keeping.stop'), () => disk.forget())}
          </>
        )}
      </div>
    </section>
  )
}
