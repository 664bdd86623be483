import type { RobotId } from '../../core/robots/robots.ts'
import type { RobotsReport } from '../../core/scenario/proof/report.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import styles from './Proof.module.css'

/** What habits score: the best path must be rewarded, careless ones must not. */
export function RobotsTable({ robots }: { readonly robots: RobotsReport | null }) {
  const t = useT('studio')
  const { findings } = useStudio()
  const { report } = useValue(findings)
  if (!robots)
    return (
      <p className={styles.note} role="status">
        {t(report?.last ? 'proof.noRobots' : 'proof.playing')}
      </p>
    )
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('proof.robot')}</th>
          <th scope="col">{t('proof.mean')}</th>
          <th scope="col">{t('proof.range')}</th>
          <th scope="col">{t('proof.passes')}</th>
          <th scope="col">{t('proof.redLines')}</th>
          <th scope="col">{t('proof.bar')}</th>
        </tr>
      </thead>
      <tbody>
        {robots.rows.map(({ robot, runs, score, passes, redLineRate }) => {
          const isWrong = wrong(robot, score.min, score.mean, passes, redLineRate)
          return (
            <tr key={robot}>
              <th scope="row">{t(`proof.robotNames.${robot}`)}</th>
              <td className={isWrong ? styles.bad : undefined}>{score.mean.toFixed(1)}</td>
              <td>
                {score.min}–{score.max}
              </td>
              <td>{t('proof.ofRuns', { n: passes, runs })}</td>
              <td>{Math.round(redLineRate * 100)}%</td>
              <td className={isWrong ? styles.bad : styles.quiet}>{t(`proof.${must(robot)}`)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const must = (robot: RobotId): 'mustPass' | 'compare' | 'mustFail' =>
  robot === 'best' ? 'mustPass' : robot === 'careful' ? 'compare' : 'mustFail'

/** The bars that the checker holds it to (core/scenario/trials.ts). */
function wrong(robot: RobotId, min: number, mean: number, passes: number, red: number): boolean {
  if (robot === 'best') return min < 95 || red > 0
  return robot !== 'careful' && (passes > 0 || mean >= 60)
}
