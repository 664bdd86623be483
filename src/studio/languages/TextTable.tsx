import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import type { TranslationFault } from '../../core/scenario/texts/proposal.ts'
import { otherLanguage, type TextEntry } from '../../core/scenario/texts/texts.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { useValue } from '../draft/value.ts'
import { useStudio } from '../studio.ts'
import { TextRow } from './TextRow.tsx'
import styles from './TextTable.module.css'
import type { Texts } from './texts.ts'
import { isBelow } from './words.ts'

/** What the shortcuts do in the table. */
export interface TableHand {
  /** The text that the caret is in. */
  readonly here: () => TextEntry | null
  /** Moves the caret to the next text that fits, from where it stands. */
  readonly move: (by: 1 | -1, fits: (entry: TextEntry) => boolean) => void
}

export interface TextTableProps {
  readonly texts: Texts
  readonly rows: readonly TextEntry[]
  /** What is wrong with these words as a text's translation. */
  readonly faultOf: (entry: TextEntry, words: string) => TranslationFault | null
  readonly hand: RefObject<TableHand | null>
  readonly onWords: (entry: TextEntry, words: string) => void
  readonly onStill: (entry: TextEntry) => void
}

/** Graph and source follow the caret once it rests in a text for so long, ms: it may only be passing through. */
const FOLLOW_MS = 250
/** Height that a row is taken to have before it is seen, px. */
const ROW_PX = 58

/** All texts, source and translation side by side; only the rows in sight are drawn. */
export function TextTable({ texts, rows, faultOf, hand, onWords, onStill }: TextTableProps) {
  const t = useT('studio')
  const { selection } = useStudio()
  const chosen = useValue(selection)
  const { target, statusOf } = texts
  const scroller = useRef<HTMLDivElement>(null)
  const here = useRef(-1)
  const [call, setCall] = useState({ id: '', n: 0 })
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  })
  const following = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(following.current), [])
  const onHere = useCallback(
    (entry: TextEntry, index: number, isAtOnce: boolean) => {
      here.current = index
      clearTimeout(following.current)
      const choose = () => selection.set({ path: entry.path, by: 'table' })
      if (isAtOnce) choose()
      else following.current = setTimeout(choose, FOLLOW_MS)
    },
    [selection],
  )
  useImperativeHandle(hand, () => {
    const isInside = () => scroller.current?.contains(document.activeElement) ?? false
    return {
      here: () => (isInside() ? (rows[here.current] ?? null) : null),
      move: (by, fits) => {
        const from = here.current
        for (let index = from + by; index >= 0 && index < rows.length; index += by) {
          const entry = rows[index]
          if (!entry || !fits(entry)) continue
          virtual.scrollToIndex(index)
          setCall(({ n }) => ({ id: entry.id, n: n + 1 }))
          return
        }
      },
    }
  }, [rows, virtual])
  // what is chosen elsewhere comes into sight, without taking the caret there
  useEffect(() => {
    if (chosen === null || chosen.by === 'table' || chosen.path.length === 0) return
    const index = rows.findIndex(({ path }) => isBelow(path, chosen.path))
    if (index >= 0) {
      here.current = index - 1
      virtual.scrollToIndex(index, { align: 'start' })
    }
  }, [chosen, rows, virtual])
  const source = otherLanguage(target)
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        className={styles.table}
        aria-label={t('languages.table')}
        aria-rowcount={rows.length + 1}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('languages.state')}</th>
            <th scope="col">{t('languages.place')}</th>
            <th scope="col">{t('languages.source', { lang: t(`languages.langs.${source}`) })}</th>
            <th scope="col">{t('languages.words', { lang: t(`languages.langs.${target}`) })}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Unseen height={before} />}
          {items.map(({ index, key }) => {
            const entry = rows[index]
            return (
              entry && (
                <TextRow
                  key={key}
                  measure={virtual.measureElement}
                  entry={entry}
                  target={target}
                  status={statusOf(entry)}
                  faultOf={faultOf}
                  index={index}
                  call={call.id === entry.id ? call.n : 0}
                  onWords={onWords}
                  onStill={onStill}
                  onHere={onHere}
                />
              )
            )
          })}
          {after > 0 && <Unseen height={after} />}
        </tbody>
      </table>
      {rows.length === 0 && (
        <p className={styles.none} role="status">
          {t(texts.entries.length === 0 ? 'languages.noTexts' : 'languages.none')}
        </p>
      )}
    </div>
  )
}

/** The room of rows that are out of sight. */
function Unseen({ height }: { readonly height: number }) {
  return (
    <tr>
      <td colSpan={4} style={{ height, padding: 0 }} />
    </tr>
  )
}
