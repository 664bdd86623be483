import type { RefObject } from 'react'
import type { StoredAttempt } from '../../storage/ports.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { BrokenFiles } from './BrokenFiles.tsx'
import listStyles from './CallList.module.css'
import { CallList } from './CallList.tsx'
import { CallTable, type TableGroup } from './CallTable.tsx'
import type { Catalogue } from './catalogue.ts'
import { isoDay } from './days.ts'
import { HistoryTable } from './HistoryTable.tsx'
import type { Filter } from './rows.ts'
import type { BoardState } from './useBoard.ts'

/** How many of the latest attempts stand below the calls, where there is room. */
const RECENT = 6

export interface BoardListProps {
  readonly board: BoardState
  readonly catalogue: Catalogue
  readonly attempts: readonly StoredAttempt[]
  readonly now: number
  readonly navigate: (to: string) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly rowRef: RefObject<HTMLButtonElement | null>
  readonly onBegin: () => void
}

/** The calls to choose from, or the attempts made; in an exam the sealed calls of today. */
export function BoardList(props: BoardListProps) {
  const { board, catalogue, attempts, now, navigate, rowRef, onBegin } = props
  const t = useT('start')
  const { mode, groups, shown, sealed, filter, query } = board
  const isExam = mode === 'exam'
  const count = (filter: Filter): number => {
    if (filter === 'history') return attempts.filter(({ status }) => status !== 'open').length
    return groups
      .filter(({ id }) => filter === 'all' || id === filter)
      .reduce((sum, { rows }) => sum + rows.length, 0)
  }
  const filters = (['all', 'due', 'new', 'history'] as const).map((value) => ({
    value,
    count: count(value),
  }))
  const tableGroups: readonly TableGroup[] = isExam
    ? [{ id: 'exam', rows: sealed, note: t('group.examNote', { day: isoDay(now) }) }]
    : shown
  const history = { attempts, catalogue, navigate }
  const after = isExam ? null : (
    <>
      <BrokenFiles files={catalogue.broken} />
      {filter === 'all' && query === '' && count('history') > 0 && (
        <section className={listStyles.recent} aria-labelledby="recent">
          <h3 id="recent">{t('history.recent')}</h3>
          <HistoryTable {...history} limit={RECENT} />
        </section>
      )}
    </>
  )
  return (
    <CallList
      filters={isExam ? [] : filters}
      filter={filter}
      onFilter={board.setFilter}
      query={query}
      onQuery={board.setQuery}
      searchRef={props.searchRef}
      onLeaveSearch={() => rowRef.current?.focus()}
    >
      {!isExam && filter === 'history' ? (
        <div className={listStyles.scroll}>
          <HistoryTable {...history} />
        </div>
      ) : tableGroups.length === 0 ? (
        <div className={listStyles.scroll}>
          <p className={listStyles.nothing}>{t(query === '' ? 'list.none' : 'list.noHits')}</p>
          {after}
        </div>
      ) : (
        <CallTable
          groups={tableGroups}
          sealed={isExam}
          chosen={board.chosen?.entry.id ?? null}
          folded={board.folded}
          now={now}
          chosenRef={rowRef}
          onChoose={board.choose}
          onBegin={onBegin}
          onFold={board.fold}
          after={after}
        />
      )}
    </CallList>
  )
}
