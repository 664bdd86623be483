import type { Text } from '../../core/scenario/primitives.ts'
import type { RobotsReport, WalkReport } from '../../core/scenario/proof/report.ts'
import type { Route } from '../../core/scenario/proof/route.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import styles from './Proof.module.css'
import { clock } from './routes.ts'
import { WayButton } from './WayButton.tsx'
import type { ShowWay } from './way.ts'

export interface LengthTableProps {
  readonly walk: WalkReport
  readonly robots: RobotsReport | null
  readonly onShow: ShowWay
}

const SHORTEST: Text = { zh: '最短的通话', en: 'the shortest call' }
const LONGEST: Text = { zh: '最长的通话', en: 'the longest call' }

/** How long the call can be. */
export function LengthTable({ walk, robots, onShow }: LengthTableProps) {
  const t = useT('studio')
  const best = robots?.best
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('proof.length')}</th>
            <th scope="col">{t('proof.earliest')}</th>
            <th scope="col">{t('proof.steps')}</th>
            <th scope="col">{t('proof.outcome')}</th>
            <th scope="col">{t('proof.shown')}</th>
          </tr>
        </thead>
        <tbody>
          <Call name={t('proof.shortest')} what={SHORTEST} route={walk.shortest} onShow={onShow} />
          {best && (
            <tr>
              <th scope="row">{t('proof.bestCall')}</th>
              <td>{clock(best.ms)}</td>
              <td>{best.steps.length}</td>
              <td>{best.ending !== null && t('proof.toEnding', { ending: best.ending })}</td>
              <td />
            </tr>
          )}
          <Call name={t('proof.longest')} what={LONGEST} route={walk.longest} onShow={onShow} />
        </tbody>
      </table>
      <p className={styles.note}>{t('proof.longestMeans')}</p>
    </>
  )
}

interface CallProps {
  readonly name: string
  readonly what: Text
  readonly route: Route | null
  readonly onShow: ShowWay
}

function Call({ name, what, route, onShow }: CallProps) {
  const t = useT('studio')
  if (!route) return null
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{clock(route.ms)}</td>
      <td>{route.steps.length}</td>
      <td>{route.ending !== null && t('proof.toEnding', { ending: route.ending })}</td>
      <td>
        <WayButton what={what} route={route} onShow={onShow} />
      </td>
    </tr>
  )
}
