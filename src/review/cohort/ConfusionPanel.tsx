import { useState } from 'react'
import { topClass } from '../../core/review/sheet.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import type { Translate } from '../../ui/i18n/keys.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { type Names, useNames, useSheets } from '../book/useBook.ts'
import type { Confusion } from '../figures/accuracy.ts'
import { brief, percent } from '../frame/format.ts'
import { choiceMoment, MomentsDialog } from '../frame/MomentsDialog.tsx'
import parts from '../frame/parts.module.css'
import { isSmall } from '../statistics/proportion.ts'
import type { Cell } from '../table/columns.ts'
import styles from './Cohort.module.css'

export function confusionTable(
  { classes, rows }: Confusion,
  names: Names,
  t: Translate<'review'>,
): readonly (readonly Cell[])[] {
  const label = (id: string): string => `${id} ${names.classOf(id)}`
  return [
    [t('cohort.rightChosen'), 'n', ...classes.map(label), t('cohort.unclassed'), t('cohort.right')],
    ...rows.map(({ right, n, cells, none, hits }) => [
      label(right),
      n,
      ...cells,
      none,
      hits.share === null ? null : Math.round(hits.share * 1000) / 10,
    ]),
  ]
}

/** Class × class: what was right, what it was taken for. Only what is wrong is coloured. */
export function ConfusionPanel({ confusion }: { readonly confusion: Confusion }) {
  const t = useT('review')
  const names = useNames()
  const { classes, rows, pairs } = confusion
  const [open, setOpen] = useState<{ right: string; chosen: string | null } | null>(null)
  const most = Math.max(1, ...pairs.map(({ n }) => n))
  const unclassed = rows.some(({ none }) => none > 0)
  return (
    <Panel
      className={styles.confusion}
      title={t('cohort.confusion')}
      beside={
        <span className={parts.cut}>
          {pairs.length > 0 &&
            t('cohort.mostConfused', {
              pairs: pairs
                .slice(0, 2)
                .map(({ right, chosen }) => `${names.classOf(right)}→${names.classOf(chosen)}`)
                .join(t('missing.and')),
            })}
        </span>
      }
    >
      <div className={styles.scroll}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('cohort.rightChosen')}</th>
              <th scope="col">n</th>
              <th scope="col">{t('cohort.rightShare')}</th>
              {classes.map((id) => (
                <th key={id} scope="col" title={`${id} ${names.classOf(id)}`}>
                  {names.lang === 'zh' ? <span>{names.short(id)}</span> : id}
                </th>
              ))}
              {unclassed && (
                <th scope="col" title={t('cohort.unclassed')}>
                  {t('cohort.none')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ right, n, cells, none, hits }) => (
              <tr key={right}>
                <th scope="row" title={`${right} ${names.classOf(right)}`}>
                  {names.lang === 'zh' ? names.classOf(right) : `${right} ${names.classOf(right)}`}
                </th>
                <td className={styles.quiet}>
                  {isSmall(n) && <span title={t('cohort.small')}>△</span>}
                  {n}
                </td>
                <td className={styles.quiet}>{percent(hits.share)}</td>
                {[...cells, ...(unclassed ? [none] : [])].map((count, i) => {
                  const chosen = classes[i] ?? null
                  const isRight = chosen === right
                  return (
                    <td
                      key={chosen ?? 'none'}
                      data-right={isRight || undefined}
                      style={
                        isRight || count === 0
                          ? undefined
                          : {
                              background: `rgb(154 91 0 / ${0.12 + (0.4 * Math.min(count, most)) / most})`,
                            }
                      }
                    >
                      {count === 0 ? (
                        ''
                      ) : (
                        <button
                          type="button"
                          title={String(count)}
                          onClick={() => setOpen({ right, chosen })}
                          aria-label={t('cohort.cell', {
                            n: count,
                            right: names.classOf(right),
                            chosen: chosen === null ? t('cohort.unclassed') : names.classOf(chosen),
                          })}
                        >
                          {brief(count)}
                        </button>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open && <CellDialog {...open} onClose={() => setOpen(null)} />}
    </Panel>
  )
}

/** The attempts behind one cell, newest first. */
function CellDialog({
  right,
  chosen,
  onClose,
}: {
  readonly right: string
  readonly chosen: string | null
  readonly onClose: () => void
}) {
  const t = useT('review')
  const names = useNames()
  const sheets = useSheets().filter(
    ({ choice }) =>
      topClass(choice.right) === right &&
      (choice.final === null ? null : topClass(choice.final)) === chosen,
  )
  return (
    <MomentsDialog
      title={`${names.classOf(right)} → ${chosen === null ? t('cohort.unclassed') : names.classOf(chosen)} · ${sheets.length}`}
      figures={[{ id: '', label: '', moments: () => sheets.toReversed().map(choiceMoment) }]}
      onClose={onClose}
    />
  )
}
