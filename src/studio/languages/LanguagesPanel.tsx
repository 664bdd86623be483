import { useCallback, useMemo, useRef } from 'react'
import { knownNames, translationFault } from '../../core/scenario/texts/proposal.ts'
import { otherLanguage, type TextEntry } from '../../core/scenario/texts/texts.ts'
import { useActions } from '../../ui/actions.ts'
import { useStudio } from '../studio.ts'
import { stillRight, translate } from './acts.ts'
import styles from './Languages.module.css'
import { type TableHand, TextTable } from './TextTable.tsx'
import { Toolbar } from './Toolbar.tsx'
import { tableActions } from './tableActions.ts'
import { useTexts } from './texts.ts'
import { useShown } from './useShown.ts'

/** The scenario's texts in both languages: what is missing, what has changed, to be typed over or sent to a translator. */
export function LanguagesPanel() {
  const studio = useStudio()
  const texts = useTexts()
  const shown = useShown(texts)
  const hand = useRef<TableHand | null>(null)
  const source = texts.track.source
  const known = useMemo(() => knownNames(texts.entries, source), [texts.entries, source])
  /** How the translations that were typed over read before: what they did without, the new one may do without. */
  const before = useRef(new Map<string, string>())
  // rows outlive many letters: they call what stands now
  const now = useRef({ studio, texts, shown })
  now.current = { studio, texts, shown }
  const onWords = useCallback((entry: TextEntry, words: string) => {
    const { texts: all, shown: rows } = now.current
    rows.keep(entry.id)
    const key = `${all.target} ${entry.id}`
    if (!before.current.has(key)) before.current.set(key, entry[all.target])
    void translate(now.current.studio, now.current.texts, entry, words)
  }, [])
  const onStill = useCallback((entry: TextEntry) => {
    now.current.shown.keep(entry.id)
    stillRight(now.current.studio, now.current.texts, new Set([entry.id]))
  }, [])
  const faultOf = useCallback(
    (entry: TextEntry, words: string) => {
      const target = otherLanguage(source)
      const was = before.current.get(`${target} ${entry.id}`) ?? entry[target]
      return words.trim() === ''
        ? null
        : translationFault({ ...entry, [target]: was }, target, words, known)
    },
    [source, known],
  )
  useActions(
    useMemo(
      () => tableActions(hand, (entry) => now.current.texts.statusOf(entry), onStill),
      [onStill],
    ),
  )
  return (
    <div className={styles.panel}>
      <Toolbar texts={texts} shown={shown} />
      <TextTable
        texts={texts}
        rows={shown.rows}
        faultOf={faultOf}
        hand={hand}
        onWords={onWords}
        onStill={onStill}
      />
    </div>
  )
}
