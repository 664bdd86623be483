import { useMemo } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useReview } from '../book/useBook.ts'
import { IntervalMark } from '../chart/Marks.tsx'
import { AIM_KAPPA, CARELESS_KAPPA, marksOf, raterFigures } from '../figures/raters.ts'
import { roundsOf } from '../figures/rounds.ts'
import { number, signed } from '../frame/format.ts'
import type { Cell } from '../table/columns.ts'
import styles from './Quality.module.css'

/** Marks of open rounds are left out: they are blind. */
function useRaters() {
  const { remarks } = useReview().state.pages
  return useMemo(() => {
    const open = new Set(roundsOf(remarks).flatMap((round) => (round.open ? [round.id] : [])))
    return raterFigures(marksOf(remarks).filter(({ round }) => round === null || !open.has(round)))
  }, [remarks])
}

export function useRaterTable(): () => readonly (readonly Cell[])[] {
  const t = useT('review')
  const { raters } = useRaters()
  return () => [
    [
      t('quality.rater'),
      t('nav.attempt'),
      'κ',
      t('quality.low'),
      t('quality.high'),
      t('quality.severity'),
    ],
    ...raters.map(({ rater, attempts, agreement, severity }) => [
      rater,
      attempts,
      agreement.kappa,
      agreement.interval?.low ?? null,
      agreement.interval?.high ?? null,
      severity,
    ]),
  ]
}

/** How well raters agree, each with the others, and over all behaviour by behaviour. */
export function RatersPanel() {
  const t = useT('review')
  const { raters, overall, behaviours } = useRaters()
  return (
    <Panel
      className={styles.raters}
      tabIndex={0}
      title={`${t('cohort.kappa')} ${number(overall.kappa)}`}
      beside={
        <span className={styles.note}>
          {overall.interval
            ? `${number(overall.interval.low)} – ${number(overall.interval.high)} · n ${overall.n}`
            : t('cohort.noMarks')}
          {' · '}
          {t('quality.kappaNote', { aim: AIM_KAPPA, least: CARELESS_KAPPA })}
        </span>
      }
    >
      <table className={styles.plain}>
        <thead>
          <tr>
            <th scope="col">{t('quality.rater')}</th>
            <th scope="col">{t('nav.attempt')}</th>
            <th scope="col">κ</th>
            <th scope="col">{t('legend.interval')}</th>
            <th scope="col">{t('quality.severity')}</th>
            <th scope="col">{t('scenario.flags')}</th>
          </tr>
        </thead>
        <tbody>
          {raters.map(({ rater, attempts, agreement, severity, careless }) => (
            <tr key={rater}>
              <th scope="row">{rater}</th>
              <td>{attempts}</td>
              <td>{number(agreement.kappa)}</td>
              <td>
                <IntervalMark
                  value={agreement.kappa}
                  interval={agreement.interval}
                  from={-0.2}
                  to={1}
                  target={AIM_KAPPA}
                  tone={careless ? 'short' : 'plain'}
                />
              </td>
              <td>{signed(severity, 2)}</td>
              <td>{careless && <span className={styles.late}>⚑ {t('quality.careless')}</span>}</td>
            </tr>
          ))}
          {behaviours.map(({ id, agreement }) => (
            <tr key={id} className={styles.quiet}>
              <th scope="row">{t(`attempt.behaviour.${id}`)}</th>
              <td>{agreement.n}</td>
              <td>{number(agreement.kappa)}</td>
              <td>
                <IntervalMark
                  value={agreement.kappa}
                  interval={agreement.interval}
                  from={-0.2}
                  to={1}
                  target={AIM_KAPPA}
                  tone="before"
                />
              </td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
