import { useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Tag } from '../../ui/kit/Tag.tsx'
import { seat } from '../../ui/seat.ts'
import { useSimTime } from '../runtime/useView.ts'
import styles from './DeskHeader.module.css'
import { useChannel, useDesk, useDeskView } from './deskContext.ts'
import { clockTime } from './words.ts'

/** Left of the header: mode, seat, who sits there. */
export function HeaderStart() {
  const t = useT('desk')
  const { header } = useDesk()
  const { mode, trainee } = header
  return (
    <>
      <Tag tone={mode === 'exam' ? 'now' : 'plain'}>{t(`mode.${mode}`)}</Tag>
      <span className={styles.label}>
        {t('seat')} {seat()}
      </span>
      <span className={styles.trainee}>
        {trainee.name} · {trainee.badge}
      </span>
    </>
  )
}

/** Middle of the header: calls waiting, and the clock on the wall of the story. */
export function HeaderCenter() {
  const t = useT('desk')
  const { runner, facts } = useDesk()
  const { line } = useDeskView()
  const now = useSimTime(runner, 1000)
  const channel = useChannel()
  const waiting = line.state === 'ringing' ? 1 : 0
  return (
    <>
      <span className={styles.label}>{t(`by.${channel}.waiting`)}</span>
      <span className={waiting > 0 ? styles.now : styles.quiet}>{waiting}</span>
      <span className={styles.clock}>{clockTime(facts.at, now)}</span>
    </>
  )
}

/** Right of the header: what the mode allows. */
export function HeaderEnd() {
  const { acts, header } = useDesk()
  useDeskView()
  if (header.mode === 'exam') return null
  return (
    <>
      <ActionButton action={acts.leave} look="quiet" bare />
      <ActionButton action={acts.pause} />
    </>
  )
}
