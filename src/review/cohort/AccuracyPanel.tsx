import { useMemo } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useReview } from '../book/useBook.ts'
import { Chart } from '../chart/Chart.tsx'
import { axis, type Look, tooltip } from '../chart/look.ts'
import { IntervalMark } from '../chart/Marks.tsx'
import { PlainTable } from '../chart/PlainTable.tsx'
import type { Accuracy } from '../figures/accuracy.ts'
import { type Week, weeks } from '../figures/cohort.ts'
import { monthDay, percent, percentRange, ratio, signed } from '../frame/format.ts'
import parts from '../frame/parts.module.css'
import { difference, isSmall } from '../statistics/proportion.ts'
import styles from './Cohort.module.css'

interface AccuracyProps {
  readonly sheets: readonly Sheet[]
  readonly now: Accuracy
  readonly before: Accuracy | null
  /** The period before. */
  readonly name: string | null
}

/** The first headline: how often the class was right, with its uncertainty, beside the last period, and week by week. */
export function AccuracyPanel({ sheets, now, before, name }: AccuracyProps) {
  const t = useT('review')
  const { ground, filter } = useReview().state
  const { readiness } = ground
  const rule = readiness.rules.find(({ kind }) => kind === 'class-accuracy')
  const target = rule?.kind === 'class-accuracy' ? rule.percent / 100 : null
  const { final, first } = now
  const change = before ? difference(final, before.final) : null
  const sure = change && (change.interval.low > 0 || change.interval.high < 0)
  return (
    <Panel
      className={styles.accuracy}
      title={t('cohort.accuracy')}
      aside={<span className={parts.note}>{t('cohort.byFinal')}</span>}
    >
      <p className={styles.headline}>
        <strong>{percent(final.share, 1)}</strong>%
        <span className={parts.note}>
          {ratio(final)} · {t('legend.interval')} {percentRange(final.interval)}
          {isSmall(final.n) && ` △ ${t('cohort.small')}`}
        </span>
      </p>
      {before && (
        <p className={styles.beside}>
          <IntervalMark
            value={before.final.share}
            interval={before.final.interval}
            from={0.4}
            to={1}
            tone="before"
            {...(target === null ? {} : { target })}
          />
          <span className={parts.note}>
            {t('cohort.before', { name: name ?? '', share: percent(before.final.share, 1) })}
            {change &&
              ` ${signed(change.by * 100)} (${signed(change.interval.low * 100)} … ${signed(change.interval.high * 100)})`}
            {change && (sure ? '' : ` · ${t('cohort.notSure')}`)}
          </span>
        </p>
      )}
      {!before && (
        <p className={parts.note}>
          {t(
            filter.term === null && filter.from === null ? 'cohort.pickPeriod' : 'cohort.noBefore',
          )}
        </p>
      )}
      <p className={parts.note}>
        {t('cohort.first', {
          share: percent(first.share, 1),
          mended: now.mended,
          spoiled: now.spoiled,
        })}
      </p>
      <div className={styles.trend}>
        <Trend sheets={sheets} target={target} />
      </div>
    </Panel>
  )
}

function Trend({
  sheets,
  target,
}: {
  readonly sheets: readonly Sheet[]
  readonly target: number | null
}) {
  const t = useT('review')
  const list = weeks(sheets)
  const option = useMemo(
    () => (colours: Look) => trendOption(list, target, t('cohort.week'), colours),
    [list, target, t],
  )
  return (
    <Chart
      label={t('cohort.trend')}
      option={option}
      table={
        <PlainTable
          caption={t('cohort.trend')}
          table={[
            [t('cohort.week'), t('cohort.accuracy'), t('legend.interval'), 'n'],
            ...list.map(({ from, accuracy }) => [
              monthDay(from),
              percent(accuracy.share, 1),
              percentRange(accuracy.interval),
              accuracy.n,
            ]),
          ]}
        />
      }
    />
  )
}

function trendOption(list: readonly Week[], target: number | null, name: string, colours: Look) {
  const at = (value: number | undefined): number | null =>
    value === undefined ? null : Math.round(value * 1000) / 10
  return {
    grid: { left: 30, right: 8, top: 6, bottom: 18 },
    tooltip: tooltip(colours),
    xAxis: {
      type: 'category',
      data: list.map(({ from }) => monthDay(from)),
      ...axis(colours),
      splitLine: { show: false },
    },
    yAxis: { type: 'value', min: 0, max: 100, interval: 50, ...axis(colours) },
    series: [
      {
        name: 'low',
        type: 'line',
        stack: 'band',
        silent: true,
        symbol: 'none',
        lineStyle: { opacity: 0 },
        data: list.map(({ accuracy }) => at(accuracy.interval?.low)),
      },
      {
        name: 'band',
        type: 'line',
        stack: 'band',
        silent: true,
        symbol: 'none',
        lineStyle: { opacity: 0 },
        areaStyle: { color: colours.calm, opacity: 0.16 },
        data: list.map(({ accuracy: { interval } }) =>
          interval ? at(interval.high - interval.low) : null,
        ),
      },
      {
        name,
        type: 'line',
        symbolSize: 5,
        lineStyle: { color: colours.calm, width: 2 },
        itemStyle: { color: colours.calm },
        data: list.map(({ accuracy }) => at(accuracy.share ?? undefined)),
        ...(target === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: colours.ink, type: 'dotted' },
                data: [{ yAxis: target * 100 }],
              },
            }),
      },
    ],
  }
}
