import { useMemo } from 'react'
import type { Sheet } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useNames, useReview } from '../book/useBook.ts'
import { classFigures } from '../figures/trainee.ts'
import { monthDay, percent } from '../frame/format.ts'
import { momentPath } from '../frame/MomentLink.tsx'
import parts from '../frame/parts.module.css'
import styles from './Trainee.module.css'

const SHAPES = { right: '■', mended: '◪', wrong: '✕' } as const
/** As many as the row has room for; the newest. */
const SHOWN = 8

interface ClassesProps {
  readonly own: readonly Sheet[]
  readonly group: readonly Sheet[]
}

/** Class by class, one mark for each attempt, in order. */
export function ClassesPanel({ own, group }: ClassesProps) {
  const t = useT('review')
  const names = useNames()
  const { navigate } = useReview()
  const figures = useMemo(() => classFigures(own, group), [own, group])
  return (
    <Panel
      className={`${parts.framed} ${styles.classes}`}
      title={t('trainee.classes')}
      beside={<span className={parts.cut}>{t('trainee.classesNote')}</span>}
    >
      <div className={styles.scroll}>
        <table className={styles.plain}>
          <thead>
            <tr>
              <th className={styles.columnHead} scope="col">
                {t('trainee.rightClass')}
              </th>
              <th className={styles.columnHead} scope="col">
                {t('trainee.each')}
              </th>
              <th className={styles.columnHead} scope="col">
                {t('cohort.right')}
              </th>
              <th className={styles.columnHead} scope="col">
                {t('trainee.group')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ class: id, results, right, group: theirs }) => (
              <tr key={id}>
                <th className={styles.rowHead} scope="row">
                  {id} {names.classOf(id)}
                </th>
                <td>
                  {results.slice(-SHOWN).map(({ sheet, result }) => (
                    <button
                      key={sheet.attempt}
                      type="button"
                      className={styles.dot}
                      data-result={result}
                      aria-label={t('trainee.result', {
                        day: monthDay(sheet.at),
                        scenario: names.scenario(sheet.scenario),
                        result: t(`trainee.results.${result}`),
                      })}
                      title={`${monthDay(sheet.at)} ${names.scenario(sheet.scenario)}`}
                      onClick={() =>
                        navigate(momentPath(sheet.attempt, sheet.choice.atMs, sheet.choice.n))
                      }
                    >
                      {SHAPES[result]}
                    </button>
                  ))}
                </td>
                <td className={right < results.length * 0.85 ? styles.short : undefined}>
                  {right}/{results.length}
                </td>
                <td className={parts.note}>{percent(theirs)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
