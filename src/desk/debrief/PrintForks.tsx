import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import styles from './Compare.module.css'
import { ForkTable } from './ForkTable.tsx'
import { clock } from './format.ts'
import { useDebrief } from './useDebrief.ts'

/** As many forks as fit on paper beside everything else. */
const MOST = 3

/** On paper: the forks at which the best path would have gained the most trust, in the order of the call. */
export function PrintForks() {
  const t = useT('debrief')
  const { digest, ground, lang } = useDebrief()
  const chosen = digest.forks
    .map((fork) => {
      const compared = digest.compared(fork)
      return { fork, compared, gain: compared.best.trust[1] - compared.own.trust[1] }
    })
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, MOST)
    .toSorted((a, b) => a.fork.at - b.fork.at)
  return (
    <Panel className={styles.paper} title={t('compare.title')}>
      {chosen.length === 0 && <p>{t('compare.same')}</p>}
      {chosen.map(({ fork, compared }) => (
        <div key={fork.n} className={styles.onPaper}>
          <p className={styles.which}>
            {t('compare.at', {
              time: clock(fork.at),
              n: digest.forks.indexOf(fork) + 1,
              count: digest.forks.length,
            })}
          </p>
          <ForkTable fork={fork} compared={compared} />
        </div>
      ))}
      <p className={styles.why}>
        <span className={styles.whyName}>{t('compare.keyNote')}</span>
        <span>{ground.rolled.scenario.key.best[lang]}</span>
      </p>
    </Panel>
  )
}
