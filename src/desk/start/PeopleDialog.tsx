import type { Trainee } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Dialog } from '../../ui/kit/Dialog.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import type { ProfileFields } from './profile.ts'
import styles from './Welcome.module.css'

export interface PeopleDialogProps {
  readonly trainees: readonly Trainee[]
  readonly current: Trainee
  readonly onPick: (trainee: Trainee) => void
  readonly onEnrol: (fields: ProfileFields) => Promise<void>
  readonly onClose: () => void
}

/** Who trains now: one of those who did here, or somebody new. */
export function PeopleDialog(props: PeopleDialogProps) {
  const { trainees, current, onPick, onEnrol, onClose } = props
  const t = useT('start')
  return (
    <Dialog open onClose={onClose} title={t('people.title')}>
      <ul className={styles.people}>
        {trainees.map((trainee) => {
          const isCurrent = trainee.id === current.id
          return (
            <li key={trainee.id}>
              <Button
                className={styles.person}
                aria-current={isCurrent ? 'true' : undefined}
                onClick={() => onPick(trainee)}
              >
                <strong>{trainee.name}</strong>
                <span>
                  {isCurrent && `${t('people.now')} · `}
                  {trainee.badge}
                </span>
              </Button>
            </li>
          )
        })}
      </ul>
      <h3 className={styles.sub}>{t('people.add')}</h3>
      <ProfileForm onEnrol={onEnrol} label={t('people.enter')} />
    </Dialog>
  )
}
