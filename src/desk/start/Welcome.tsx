import type { Trainee } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import type { ProfileFields } from './profile.ts'
import styles from './Welcome.module.css'

export interface WelcomeProps {
  /** Profiles that are here already; none on the first visit. */
  readonly trainees: readonly Trainee[]
  readonly onEnrol: (fields: ProfileFields) => Promise<void>
  readonly onPick: (trainee: Trainee) => void
}

/** The first visit: who you are, what this is, where it stays, whom to ring. Nothing else. */
export function Welcome({ trainees, onEnrol, onPick }: WelcomeProps) {
  const t = useT('start')
  const isFirst = trainees.length === 0
  return (
    <div className={styles.page}>
      <div className={styles.welcome}>
        <h1>
          {t(isFirst ? 'welcome.title' : 'welcome.who')}
          {isFirst && <small>{t('welcome.sub')}</small>}
        </h1>
        {isFirst ? (
          <p className={styles.lead}>{t('welcome.lead')}</p>
        ) : (
          <ul className={styles.people}>
            {trainees.map((trainee) => (
              <li key={trainee.id}>
                <Button className={styles.person} onClick={() => onPick(trainee)}>
                  <strong>{trainee.name}</strong>
                  <span>{trainee.badge}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
        {!isFirst && <h2 className={styles.sub}>{t('people.add')}</h2>}
        <ProfileForm onEnrol={onEnrol} label={t('welcome.enter')} />
        <dl className={styles.facts}>
          <dt>{t('welcome.hereTitle')}</dt>
          <dd>{t('welcome.here')}</dd>
          <dt>{t('welcome.graveTitle')}</dt>
          <dd>{t('welcome.grave')}</dd>
          <dt>{t('welcome.helpTitle')}</dt>
          <dd>{t('welcome.help')}</dd>
        </dl>
      </div>
    </div>
  )
}
