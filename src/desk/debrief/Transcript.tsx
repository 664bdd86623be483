import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useT } from '../../ui/i18n/i18n.ts'
import { Panel } from '../../ui/kit/Panel.tsx'
import { Segmented } from '../../ui/kit/Segmented.tsx'
import { usePrinting } from '../../ui/usePrinting.ts'
import { rowAt } from './digest.ts'
import type { Row } from './rows.ts'
import styles from './Transcript.module.css'
import { TranscriptRow } from './TranscriptRow.tsx'
import { useDebrief } from './useDebrief.ts'
import { usePlayerValue } from './usePlayer.ts'

const FILTERS = ['all', 'withPoints', 'record', 'dispatch'] as const
type Filter = (typeof FILTERS)[number]

const fits: Readonly<Record<Filter, (row: Row) => boolean>> = {
  all: () => true,
  withPoints: (row) => row.crossed.length > 0 || row.marks.some(({ delta }) => delta !== 0),
  record: ({ lane }) => lane === 'record',
  dispatch: ({ lane }) => lane === 'dispatch',
}

/** On paper: what the trainee said, and whatever earned or cost points. */
const onPaper = (row: Row): boolean => row.content.kind === 'said' || fits.withPoints(row)

/** Everything that was said and done, as a table; it follows the time, and a row leads to its moment. */
export function Transcript() {
  const t = useT('debrief')
  const { digest } = useDebrief()
  const [filter, setFilter] = useState<Filter>('all')
  const printing = usePrinting()
  const rows = useMemo(
    () => digest.rows.filter(printing ? onPaper : fits[filter]),
    [digest, filter, printing],
  )
  const index = usePlayerValue(({ time, chosen }) => {
    const picked = rows.findIndex((row) => row.n === chosen && row.at === time)
    return picked >= 0 ? picked : rowAt(rows, time)
  })
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = list.current
    const row = box?.querySelectorAll('tbody tr')[index]
    if (!box || !(row instanceof HTMLElement)) return
    const head = 22
    const top = row.offsetTop - head
    const bottom = row.offsetTop + row.offsetHeight
    if (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight)
      box.scrollTop = top - (box.clientHeight - head) / 3
  }, [index])
  return (
    <Panel
      className={styles.panel}
      title={t('talk.title')}
      aside={
        <div className={styles.filter}>
          <Segmented
            label={t('talk.filter')}
            value={filter}
            onChange={setFilter}
            options={FILTERS.map((value) => ({
              value,
              label: `${t(`talk.${value}`)} ${digest.rows.filter(fits[value]).length}`,
            }))}
          />
        </div>
      }
    >
      <div ref={list} className={styles.list}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('talk.at')}</th>
              <th scope="col">{t('talk.content')}</th>
              <th scope="col">{t('talk.act')}</th>
              <th scope="col">{t('talk.points')}</th>
              <th scope="col">{t('talk.trust')}</th>
            </tr>
          </thead>
          <Body rows={rows} index={index} />
        </table>
        {rows.length === 0 && <p className={styles.none}>{t('talk.none')}</p>}
      </div>
    </Panel>
  )
}

const Body = memo(function Body({ rows, index }: { rows: readonly Row[]; index: number }) {
  return (
    <tbody>
      {rows.map((row, at) => (
        <TranscriptRow key={`${row.n}/${at.toString()}`} row={row} current={at === index} />
      ))}
    </tbody>
  )
})
