import { CLASS_TARGET_PERCENT } from '../../core/scoring/summarise.ts'
import type { Trainee } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Panel } from '../../ui/kit/Panel.tsx'
import styles from './Cards.module.css'
import { minutesSeconds } from './days.ts'
import type { Figures } from './history.ts'

export interface ProfileCardProps {
  readonly trainee: Trainee
  readonly figures: Figures
  /** Target for the first dispatch to a risk to life, ms; null if the rubric can't be read. */
  readonly dispatchTarget: number | null
  readonly onChange: () => void
}

/** Who trains, and how it goes against the targets. */
export function ProfileCard({ trainee, figures, dispatchTarget, onChange }: ProfileCardProps) {
  const t = useT('start')
  const { count, over, classPercent, firstDispatchMs, underTriage } = figures
  return (
    <Panel
      title={trainee.name}
      beside={<span className={styles.dim}>{trainee.badge}</span>}
      aside={<Button onClick={onChange}>{t('people.change')}</Button>}
    >
      <p className={styles.label}>
        {count === 0 ? t('profile.none') : t('profile.count', { count })}
      </p>
      <dl className={styles.figures}>
        <div>
          <dt>{t('profile.class', { over: over === 0 ? 10 : over })}</dt>
          <dd>
            <b>{classPercent === null ? '—' : `${classPercent}%`}</b>{' '}
            <small>{t('profile.target', { target: `${CLASS_TARGET_PERCENT}%` })}</small>
          </dd>
        </div>
        <div>
          <dt>{t('profile.dispatch')}</dt>
          <dd>
            <b>{firstDispatchMs === null ? '—' : minutesSeconds(firstDispatchMs)}</b>{' '}
            {dispatchTarget !== null && (
              <small>{t('profile.target', { target: minutesSeconds(dispatchTarget) })}</small>
            )}
          </dd>
        </div>
      </dl>
      {over === 0 ? (
        <p className={styles.empty}>{t(count === 0 ? 'profile.empty' : 'profile.onlyCoached')}</p>
      ) : (
        <p className={styles.pair}>
          <span>{t('profile.triage', { over })}</span>
          <span>
            {underTriage === null ? (
              '—'
            ) : (
              <>
                <b className={underTriage > 0 ? styles.late : undefined}>
                  {t('profile.times', { count: underTriage })}
                </b>
                <span className={styles.dim}>{t('profile.must')}</span>
              </>
            )}
          </span>
        </p>
      )}
    </Panel>
  )
}
