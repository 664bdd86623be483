import { useMemo } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames } from '../book/useBook.ts'
import { IntervalMark } from '../chart/Marks.tsx'
import { dimensionFigures } from '../figures/trainee.ts'
import { number } from '../frame/format.ts'
import parts from '../frame/parts.module.css'
import styles from './Trainee.module.css'

interface DimensionsProps {
  readonly own: readonly Sheet[]
  readonly group: readonly Sheet[]
}

/** The seven dimensions beside the group. */
export function DimensionsPanel({ own, group }: DimensionsProps) {
  const t = useT('review')
  const names = useNames()
  const figures = useMemo(() => dimensionFigures(own, group), [own, group])
  const total = figures.reduce((sum, { own: mine }) => sum + (mine.mean ?? 0), 0)
  return (
    <Panel
      className={styles.dimensions}
      title={t('trainee.dimensions')}
      aside={
        <span className={parts.note}>{t('trainee.totalNote', { total: number(total, 1) })}</span>
      }
    >
      <table className={styles.plain}>
        <thead>
          <tr>
            <th className={styles.columnHead} scope="col">
              {t('trainee.dimension')}
            </th>
            <th className={styles.columnHead} scope="col">
              {t('trainee.besideGroup')}
            </th>
            <th className={styles.columnHead} scope="col">
              {t('trainee.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ index, max, own: mine, group: theirs, below }) => (
            <tr key={index}>
              <th className={styles.rowHead} scope="row">
                D{index + 1} {names.dim(index)}
              </th>
              <td>
                <IntervalMark
                  value={mine.mean === null ? null : mine.mean / max}
                  interval={
                    mine.interval && {
                      low: mine.interval.low / max,
                      high: mine.interval.high / max,
                    }
                  }
                  from={0}
                  to={1}
                  width={90}
                  tone={below ? 'short' : 'plain'}
                  {...(theirs === null ? {} : { target: theirs / max })}
                />
              </td>
              <td>
                {number(mine.mean, 1)}/{max}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={parts.note}>{t('trainee.belowNote')}</p>
    </Panel>
  )
}
