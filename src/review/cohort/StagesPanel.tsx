import { useMemo, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useSheets } from '../book/useBook.ts'
import { StageMark } from '../chart/Marks.tsx'
import { missedTarget, type StageFigure } from '../figures/stages.ts'
import { percent, seconds, signed } from '../frame/format.ts'
import { type Behind, MomentsDialog } from '../frame/MomentsDialog.tsx'
import parts from '../frame/parts.module.css'
import { isSmall } from '../statistics/proportion.ts'
import type { Column } from '../table/columns.ts'
import styles from './Cohort.module.css'

export function useStageColumns(
  before: readonly StageFigure[] | null,
): readonly Column<StageFigure>[] {
  const t = useT('review')
  return useMemo(() => {
    const change = (row: StageFigure): number | null => {
      const then = before?.find(({ stage }) => stage === row.stage)?.times.median ?? null
      return row.times.median === null || then === null ? null : row.times.median - then
    }
    const inSeconds = (ms: number | null): number | null =>
      ms === null ? null : Math.round(ms / 100) / 10
    return [
      { id: 'stage', head: t('cohort.stage'), value: ({ stage }) => t(`stage.${stage}`) },
      { id: 'median', head: t('cohort.median'), value: ({ times }) => inSeconds(times.median) },
      { id: 'change', head: t('cohort.change'), value: (row) => inSeconds(change(row)) },
      { id: 'p90', head: 'P90', value: ({ times }) => inSeconds(times.p90) },
      { id: 'target', head: t('legend.target'), value: ({ target }) => inSeconds(target) },
      {
        id: 'met',
        head: t('cohort.met'),
        value: ({ met }) => (met.share === null ? null : Math.round(met.share * 1000) / 10),
      },
      { id: 'n', head: 'n', value: ({ times }) => times.n },
      { id: 'missed', head: t('cohort.missed'), value: ({ missed }) => missed },
      { id: 'invalid', head: t('cohort.invalid'), value: ({ invalid }) => invalid },
    ]
  }, [t, before])
}

interface StagesProps {
  readonly figures: readonly StageFigure[]
  readonly before: readonly StageFigure[] | null
}

/** The second headline: each stage's times against their own targets. */
export function StagesPanel({ figures, before }: StagesProps) {
  const t = useT('review')
  const [open, setOpen] = useState(false)
  const behind = useBehind(figures)
  const shown = figures.filter(({ times, missed }) => times.n + missed > 0)
  const error = Math.max(0, ...figures.map((figure) => figure.error ?? 0))
  return (
    <Panel
      className={styles.stages}
      title={t('cohort.times')}
      beside={<span className={parts.cut}>{t('cohort.timesNote')}</span>}
      aside={
        <>
          <span className={parts.note}>{t('cohort.error', { s: (error / 1000).toFixed(2) })}</span>
          {behind.length > 0 && (
            <button type="button" className={parts.opens} onClick={() => setOpen(true)}>
              {t('moments.late')}
            </button>
          )}
        </>
      }
    >
      <div className={styles.fit}>
        <table className={styles.plain}>
          <thead>
            <tr>
              <th className={styles.head} scope="col">
                {t('cohort.stage')}
              </th>
              <th className={styles.head} scope="col">
                {t('cohort.against')}
              </th>
              <th className={styles.head} scope="col" data-align="right">
                {t('cohort.median')}
              </th>
              <th className={styles.head} scope="col" data-align="right">
                {t('cohort.change')}
              </th>
              <th className={styles.head} scope="col" data-align="right">
                P90
              </th>
              <th className={styles.head} scope="col" data-align="right">
                {t('legend.target')}
              </th>
              <th className={styles.head} scope="col" data-align="right">
                {t('cohort.met')}
              </th>
              <th className={styles.head} scope="col" data-align="right">
                n
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const then = before?.find(({ stage }) => stage === row.stage) ?? null
              const { times, ratios, target, met, missed, invalid } = row
              const grave = row.stage === 'dispatch-L1'
              const change =
                times.median === null || then?.times.median == null
                  ? null
                  : (times.median - then.times.median) / 1000
              return (
                <tr
                  key={row.stage}
                  data-strong={grave || undefined}
                  title={[
                    t('cohort.medianRange', {
                      low: seconds(times.interval?.low ?? null),
                      high: seconds(times.interval?.high ?? null),
                    }),
                    t('cohort.missedInvalid', { missed, invalid }),
                  ].join('\n')}
                >
                  <th scope="row">{t(`stage.${row.stage}`)}</th>
                  <td>
                    <StageMark
                      median={ratios.median}
                      p90={ratios.p90}
                      before={then?.ratios.median ?? null}
                    />
                  </td>
                  <td data-align="right">{seconds(times.median)}</td>
                  <td data-align="right" className={styles.quiet}>
                    {signed(change, change !== null && Math.abs(change) >= 10 ? 0 : 1)}
                  </td>
                  <td data-align="right">{seconds(times.p90)}</td>
                  <td data-align="right" className={styles.quiet}>
                    {target === null ? t('cohort.various') : seconds(target)}
                  </td>
                  <td data-align="right" data-short={(met.share ?? 1) < 0.7 || undefined}>
                    {percent(met.share)}%
                  </td>
                  <td data-align="right" className={styles.quiet}>
                    {isSmall(times.n) && '△ '}
                    {times.n}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {open && (
        <MomentsDialog title={t('cohort.times')} figures={behind} onClose={() => setOpen(false)} />
      )}
    </Panel>
  )
}

/** Each stage's calls that missed the target. */
function useBehind(figures: readonly StageFigure[]): readonly Behind[] {
  const t = useT('review')
  const sheets = useSheets()
  return figures.flatMap(({ stage, met }): Behind[] => {
    const late = met.n - met.hits
    if (late === 0) return []
    const moments = () =>
      missedTarget(sheets, stage).map(({ sheet, time: { ms, target, n } }) => ({
        sheet,
        atMs: null,
        n,
        note:
          ms === null
            ? t('cohort.missed')
            : t('moments.took', { s: seconds(ms), target: seconds(target) }),
      }))
    return [
      { id: stage, label: t('moments.lateAt', { stage: t(`stage.${stage}`), n: late }), moments },
    ]
  })
}
