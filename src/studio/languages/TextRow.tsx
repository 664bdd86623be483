import { memo, type Ref, useEffect, useRef } from 'react'
import type { Language } from '../../core/scenario/primitives.ts'
import type { TranslationFault } from '../../core/scenario/texts/proposal.ts'
import type { TextEntry } from '../../core/scenario/texts/texts.ts'
import { otherLanguage } from '../../core/scenario/texts/texts.ts'
import type { TextStatus } from '../../core/scenario/texts/track.ts'
import { useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon, type IconName } from '../../ui/kit/Icon.tsx'
import { useTyped } from '../forms/useField.ts'
import styles from './TextTable.module.css'
import { faultWords, kindOf, placeOf, speakerOf } from './words.ts'

export interface TextRowProps {
  readonly entry: TextEntry
  readonly target: Language
  readonly status: TextStatus
  readonly faultOf: (entry: TextEntry, words: string) => TranslationFault | null
  readonly index: number
  /** Grows when the caret should come here. */
  readonly call: number
  readonly measure: Ref<HTMLTableRowElement>
  readonly onWords: (entry: TextEntry, words: string) => void
  readonly onStill: (entry: TextEntry) => void
  /** It is the text that is worked on; `isAtOnce`: it was asked to be shown. */
  readonly onHere: (entry: TextEntry, index: number, isAtOnce: boolean) => void
}

const SIGNS: Readonly<Record<TextStatus, IconName>> = {
  missing: 'minus',
  changed: 'warn',
  done: 'check',
}

/** One text: where it stands, its source, and its translation to be typed over. */
export const TextRow = memo(function TextRow({ entry, target, status, ...rest }: TextRowProps) {
  const t = useT('studio')
  const { faultOf, index, call, measure, onWords, onStill, onHere } = rest
  const { text, type, flush } = useTyped(entry[target], (words) => onWords(entry, words))
  const fault = faultOf(entry, text)
  const box = useRef<HTMLTextAreaElement>(null)
  const place = placeOf(entry)
  const source = otherLanguage(target)
  useEffect(() => {
    if (call > 0) box.current?.focus()
  }, [call])
  return (
    <tr
      ref={measure}
      aria-rowindex={index + 2}
      data-index={index}
      data-status={status}
      className={styles.row}
    >
      <td className={styles.state}>
        <Icon name={SIGNS[status]} /> {t(`languages.states.${status}`)}
      </td>
      <td className={styles.place}>
        <span>
          <button
            type="button"
            className={styles.go}
            title={t('languages.go', { id: entry.id })}
            onClick={() => onHere(entry, index, true)}
          >
            {place || kindOf(entry, t)}
          </button>
          <small>
            {[place && kindOf(entry, t), speakerOf(entry, t)].filter(Boolean).join(' · ')}
          </small>
        </span>
      </td>
      <td className={styles.source} lang={source === 'zh' ? 'zh-CN' : 'en'}>
        {entry[source].trim() === '' ? '—' : entry[source]}
      </td>
      <td className={styles.words}>
        <textarea
          ref={box}
          rows={rowsFor(text, target)}
          lang={target === 'zh' ? 'zh-CN' : 'en'}
          aria-label={t('languages.wordsOf', { id: entry.id })}
          aria-invalid={fault !== null || undefined}
          value={text}
          onChange={({ target: { value } }) => type(entry.isList ? value : oneLine(value))}
          onFocus={() => onHere(entry, index, false)}
          onBlur={flush}
        />
        {fault && (
          <small className={styles.fault}>
            <Icon name="warn" /> {faultWords(fault, t)}
          </small>
        )}
        {status === 'changed' && entry[source].trim() !== '' && (
          <Button title={t('languages.stillHint')} onClick={() => onStill(entry)}>
            <Icon name="check" /> {t('languages.still')}
          </Button>
        )}
      </td>
    </tr>
  )
})

/** A pasted line break would be one in the file, too; a line is spoken or read in one piece. */
const oneLine = (words: string): string => words.replace(/\s*\n\s*/g, ' ')

/** Where the browser doesn't fit the box to its words by itself. */
const rowsFor = (words: string, lang: Language): number =>
  Math.max(1, Math.ceil(words.length / (lang === 'zh' ? 24 : 52)))
