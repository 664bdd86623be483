import { useMemo, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { useSheets } from '../book/useBook.ts'
import { offLevel, type Triage, type TriageRow } from '../figures/triage.ts'
import { percent } from '../frame/format.ts'
import { levelText } from '../frame/level.ts'
import { type Behind, choiceMoment, MomentsDialog } from '../frame/MomentsDialog.tsx'
import parts from '../frame/parts.module.css'
import { isSmall, type Share } from '../statistics/proportion.ts'
import type { Column } from '../table/columns.ts'
import styles from './Cohort.module.css'

export function useTriageColumns(): readonly Column<TriageRow>[] {
  const t = useT('review')
  return useMemo(
    () => [
      { id: 'priority', head: t('cohort.level'), value: ({ priority }) => priority },
      { id: 'n', head: 'n', value: ({ n }) => n },
      { id: 'under2', head: t('cohort.under2'), value: ({ under2 }) => under2 },
      { id: 'under1', head: t('cohort.under1'), value: ({ under1 }) => under1 },
      { id: 'exact', head: t('cohort.exact'), value: ({ exact }) => exact.hits },
      { id: 'over1', head: t('cohort.over1'), value: ({ over1 }) => over1 },
      { id: 'over2', head: t('cohort.over2'), value: ({ over2 }) => over2 },
    ],
    [t],
  )
}

/** Under-triage at the left, over-triage at the right: never one figure. */
export function TriagePanel({
  triage,
  before,
}: {
  readonly triage: Triage
  readonly before: Triage | null
}) {
  const t = useT('review')
  const [open, setOpen] = useState(false)
  const figures = useBehind(triage)
  const most = Math.max(
    0.01,
    ...triage.rows.flatMap(({ under, over }) => [under.share ?? 0, over.share ?? 0]),
  )
  const summary = (now: Share, then: Share | undefined): string =>
    `${now.hits} · ${percent(now.share, 1)}%${then ? ` (${percent(then.share, 1)}%)` : ''}`
  return (
    <Panel
      className={styles.triage}
      title={t('cohort.triage')}
      beside={
        <span className={parts.note}>
          {t('cohort.under')} {summary(triage.under, before?.under)} · {t('cohort.over')}{' '}
          {summary(triage.over, before?.over)}
        </span>
      }
      aside={
        figures.length > 0 && (
          <button type="button" className={parts.opens} onClick={() => setOpen(true)}>
            {t('moments.open')}
          </button>
        )
      }
    >
      <table className={styles.plain}>
        <thead>
          <tr>
            <th className={styles.head} scope="col">
              {t('cohort.level')}
            </th>
            <th className={styles.head} scope="col" data-align="right">
              n
            </th>
            <th className={styles.head} scope="col" data-align="right">
              ← {t('cohort.under')}
            </th>
            <td />
            <th className={styles.head} scope="col" data-align="right">
              {t('cohort.exact')}
            </th>
            <td />
            <th className={styles.head} scope="col">
              {t('cohort.over')} →
            </th>
          </tr>
        </thead>
        <tbody>
          {triage.rows
            .filter(({ n }) => n > 0)
            .map(({ priority, n, exact, under, over, under2, over2 }) => (
              <tr key={priority}>
                <th scope="row">{t(`priority.${priority}`)}</th>
                <td data-align="right" className={styles.quiet}>
                  {isSmall(n) && '△ '}
                  {n}
                </td>
                <td
                  data-align="right"
                  className={priority === 'L1' && under.hits > 0 ? styles.grave : undefined}
                >
                  {under.hits === 0 ? '' : `${under.hits} · ${percent(under.share, 1)}%`}
                </td>
                <td data-align="right">
                  <Bar
                    part={under}
                    far={under2}
                    most={most}
                    side="under"
                    grave={priority === 'L1'}
                  />
                </td>
                <td data-align="right">{percent(exact.share)}%</td>
                <td>
                  <Bar part={over} far={over2} most={most} side="over" />
                </td>
                <td>{over.hits === 0 ? '' : `${over.hits} · ${percent(over.share, 1)}%`}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className={parts.note}>{t('cohort.darker')}</p>
      {open && (
        <MomentsDialog
          title={t('cohort.triage')}
          figures={figures}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  )
}

/** Each level's calls that were off, newest first; what is worst comes first. */
function useBehind({ rows }: Triage): readonly Behind[] {
  const t = useT('review')
  const sheets = useSheets()
  return (['under', 'over'] as const).flatMap((side) =>
    rows.flatMap((row): Behind[] => {
      const { priority } = row
      if (row[side].hits === 0) return []
      const moments = () =>
        offLevel(sheets, priority, side)
          .toReversed()
          .map((sheet) => ({
            ...choiceMoment(sheet),
            note: `${levelText(priority, t)} → ${levelText(sheet.choice.priority, t)}`,
          }))
      const label = `${t(`priority.${priority}`)} ${t(`cohort.${side}`)} ${row[side].hits}`
      return [{ id: `${priority} ${side}`, label, moments }]
    }),
  )
}

/** Px: beside them there is room for counts of five digits. */
const BAR = 44

interface BarProps {
  readonly part: Share
  /** Of it, off by two levels or more. */
  readonly far: number
  readonly most: number
  readonly side: 'under' | 'over'
  readonly grave?: boolean
}

function Bar({ part, far, most, side, grave }: BarProps) {
  const width = ((part.share ?? 0) / most) * (BAR - 2)
  const dark = part.hits === 0 ? 0 : (width * far) / part.hits
  return (
    <svg
      width={BAR}
      height={12}
      aria-hidden="true"
      className={styles.bar}
      data-grave={grave || undefined}
    >
      <rect x={side === 'under' ? BAR - width : 0} width={width} height={12} opacity={0.45} />
      <rect x={side === 'under' ? BAR - width : width - dark} width={dark} height={12} />
    </svg>
  )
}
