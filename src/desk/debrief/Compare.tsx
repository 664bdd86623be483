import { useT } from '../../ui/i18n/i18n.ts'
import { ActionButton } from '../../ui/kit/ActionButton.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import styles from './Compare.module.css'
import { ForkTable } from './ForkTable.tsx'
import type { Fork } from './forks.ts'
import { clock } from './format.ts'
import { useDebrief } from './useDebrief.ts'
import type { DebriefActions } from './useDebriefActions.ts'
import { usePlayerValue } from './usePlayer.ts'

/** The fork at or before a moment; before the first, the first. -1 if there is none. */
function forkAt(forks: readonly Fork[], time: number): number {
  const index = forks.findLastIndex(({ at }) => at <= time)
  return index < 0 && forks.length > 0 ? 0 : index
}

/** The heading's right end: which fork, and the way to the others. */
export function CompareTools({
  actions,
}: {
  actions: Pick<DebriefActions, 'previousFork' | 'nextFork'>
}) {
  const t = useT('debrief')
  const { digest } = useDebrief()
  const { forks } = digest
  const index = usePlayerValue(({ time }) => forkAt(forks, time))
  const fork = forks[index]
  if (!fork) return null
  return (
    <>
      <span className={styles.which}>
        {t('compare.at', { time: clock(fork.at), n: index + 1, count: forks.length })}
      </span>
      <span className={styles.pair}>
        <ActionButton action={actions.previousFork} bare>
          <Icon name="back" />
        </ActionButton>
        <ActionButton action={actions.nextFork} bare>
          <Icon name="next" />
        </ActionButton>
      </span>
    </>
  )
}

/** One's own way and the best one from the same spot; the best one was really run. */
export function Compare() {
  const t = useT('debrief')
  const { digest, ground, lang } = useDebrief()
  const { forks } = digest
  const index = usePlayerValue(({ time }) => forkAt(forks, time))
  const fork = forks[index]
  const keyNote = ground.rolled.scenario.key.best[lang]
  if (!fork) {
    const spoke = digest.rows.some(({ content }) => content.kind === 'said')
    return (
      <div className={styles.body}>
        <p className={styles.same}>
          {spoke && <Icon name="check" />} {t(spoke ? 'compare.same' : 'compare.noTalk')}
        </p>
        <p className={styles.why}>
          <span className={styles.whyName}>{t('compare.keyNote')}</span>
          <span>{keyNote}</span>
        </p>
      </div>
    )
  }
  return (
    <div className={styles.body}>
      <ForkTable fork={fork} compared={digest.compared(fork)} />
      <p className={styles.why}>
        <span className={styles.whyName}>{t('compare.keyNote')}</span>
        <span>{keyNote}</span>
      </p>
    </div>
  )
}
