import type { Path } from '../../core/scenario/diagnostic.ts'
import { isMap, type Json } from '../../core/scenario/edit/write.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import { Button } from '../../ui/kit/Button.tsx'
import { Icon } from '../../ui/kit/Icon.tsx'
import { SearchPick } from '../../ui/kit/SearchPick.tsx'
import type { Choice } from '../choices/choices.ts'
import styles from './Forms.module.css'
import { useTyped } from './useField.ts'

/** The small parts that forms are made of. Each shows a value and tells of another one. */

export interface WidgetProps<T extends Json> {
  readonly label: string
  readonly value: T | undefined
  readonly onChange: (value: T) => void
  readonly isWrong?: boolean
}

export function TextBox({
  label,
  value = '',
  onChange,
  isWrong,
  isLong,
  lang,
}: WidgetProps<string> & { readonly isLong?: boolean; readonly lang?: 'zh' | 'en' }) {
  const { text, type, flush } = useTyped(value, onChange)
  const common = {
    'aria-label': label,
    'aria-invalid': isWrong || undefined,
    className: styles.input,
    value: text,
    onBlur: flush,
    ...(lang ? { lang: lang === 'zh' ? 'zh-CN' : 'en' } : {}),
  }
  return isLong ? (
    <textarea
      {...common}
      rows={Math.min(6, Math.max(1, Math.ceil(text.length / (lang === 'en' ? 30 : 15))))}
      onChange={({ target }) => type(target.value)}
    />
  ) : (
    <input {...common} type="text" onChange={({ target }) => type(target.value)} />
  )
}

export interface TextPairProps {
  readonly label: string
  readonly value: Json | undefined
  readonly isWrong: boolean
  /** Nothing is written yet: both come at once. */
  readonly onFirst: (value: Json) => void
  readonly onChange: (lang: 'zh' | 'en', text: string) => void
}

export function TextPair({ label, value, isWrong, onFirst, onChange }: TextPairProps) {
  const t = useT('studio')
  const now = isMap(value) ? value : null
  const box = (lang: 'zh' | 'en') => (
    <div className={styles.pair}>
      <span className={styles.tag} aria-hidden="true">
        {lang === 'zh' ? '中' : 'EN'}
      </span>
      <TextBox
        label={`${label} ${t(lang === 'zh' ? 'forms.chinese' : 'forms.english')}`}
        lang={lang}
        isLong
        isWrong={isWrong}
        value={String(now?.[lang] ?? '')}
        onChange={(text) =>
          now ? onChange(lang, text) : onFirst({ zh: '', en: '', [lang]: text })
        }
      />
    </div>
  )
  return (
    <div className={styles.stack}>
      {box('zh')}
      {box('en')}
    </div>
  )
}

export function NumberBox({
  label,
  value = 0,
  onChange,
  min,
  max,
}: WidgetProps<number> & { readonly min: number | null; readonly max: number | null }) {
  const t = useT('studio')
  const within = (n: number) => Math.min(max ?? n, Math.max(min ?? n, n))
  return (
    <div className={styles.step}>
      <Button
        look="quiet"
        aria-label={t('forms.less', { what: label })}
        onClick={() => onChange(within(value - 1))}
      >
        −
      </Button>
      <input
        type="number"
        aria-label={label}
        className={styles.number}
        value={value}
        {...(min === null ? {} : { min })}
        {...(max === null ? {} : { max })}
        onChange={({ target }) => {
          const next = Number(target.value)
          if (target.value !== '' && Number.isFinite(next)) onChange(next)
        }}
      />
      <Button
        look="quiet"
        aria-label={t('forms.more', { what: label })}
        onClick={() => onChange(within(value + 1))}
      >
        +
      </Button>
    </div>
  )
}

export function CheckBox({ label, value = false, onChange }: WidgetProps<boolean>) {
  const t = useT('studio')
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        aria-label={label}
        checked={value}
        onChange={({ target }) => onChange(target.checked)}
      />
      {value ? t('forms.yes') : t('forms.no')}
    </label>
  )
}

const LONGEST_SELECT = 9

/** One of a list: chosen from a menu if it is short, else searched for, by pinyin initials too. */
export function PickOne({
  label,
  value,
  onChange,
  choices,
  isWrong,
}: WidgetProps<string> & { readonly choices: readonly Choice[] }) {
  const lang = useLanguage()
  const t = useT('studio')
  const now = choices.find(({ id }) => id === value)
  if (choices.length <= LONGEST_SELECT)
    return (
      <select
        className={styles.input}
        aria-label={label}
        aria-invalid={isWrong || undefined}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value)}
      >
        {!now && <option value={value ?? ''}>{value ?? t('forms.choose')}</option>}
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice[lang]}
          </option>
        ))}
      </select>
    )
  return (
    <div className={styles.stack}>
      <span className={isWrong ? styles.wrong : styles.now}>
        {now?.[lang] ?? value ?? t('forms.choose')}
      </span>
      <SearchPick
        label={t('forms.change', { what: label })}
        placeholder={t('forms.another')}
        entries={choices}
        note={({ id }) => id}
        onPick={({ id }) => onChange(id)}
      />
    </div>
  )
}

/** Any of a list. What isn't on it (a new flag) can be typed where `isOpen`. */
export function PickMany({
  label,
  value,
  onAdd,
  onRemove,
  choices,
  isOpen,
}: {
  readonly label: string
  readonly value: readonly string[]
  readonly onAdd: (id: string) => void
  readonly onRemove: (index: number) => void
  readonly choices: readonly Choice[]
  readonly isOpen: boolean
}) {
  const lang = useLanguage()
  const t = useT('studio')
  const left = choices.filter(({ id }) => !value.includes(id))
  return (
    <div className={styles.stack}>
      {value.map((id, index) => (
        <span key={id} className={styles.chip}>
          <span>{choices.find((choice) => choice.id === id)?.[lang] ?? id}</span>
          <Button
            look="quiet"
            square
            aria-label={t('forms.takeAway', { what: id })}
            onClick={() => onRemove(index)}
          >
            <Icon name="close" size={12} />
          </Button>
        </span>
      ))}
      {left.length > 0 && (
        <SearchPick
          label={t('forms.addTo', { what: label })}
          entries={left}
          note={({ id }) => id}
          onPick={({ id }) => onAdd(id)}
        />
      )}
      {isOpen && <AddWord label={label} onAdd={(word) => !value.includes(word) && onAdd(word)} />}
    </div>
  )
}

function AddWord({
  label,
  onAdd,
}: {
  readonly label: string
  readonly onAdd: (word: string) => void
}) {
  const t = useT('studio')
  return (
    <input
      type="text"
      className={styles.input}
      aria-label={t('forms.newOne', { what: label })}
      placeholder={t('forms.typeNew')}
      onKeyDown={(event) => {
        const { currentTarget } = event
        if (event.key !== 'Enter' || currentTarget.value.trim() === '') return
        event.preventDefault()
        onAdd(currentTarget.value.trim())
        currentTarget.value = ''
      }}
    />
  )
}

/** Words or numbers, one below the other. */
export function Words({
  label,
  value,
  onAdd,
  onChange,
  onRemove,
}: {
  readonly label: string
  readonly value: readonly Json[]
  readonly onAdd: (value: Json) => void
  readonly onChange: (index: number, value: Json) => void
  readonly onRemove: (index: number) => void
}) {
  const t = useT('studio')
  return (
    <div className={styles.stack}>
      {value.map((one, index) => (
        <div key={keyOf(index)} className={styles.pair}>
          <TextBox
            label={`${label} ${index + 1}`}
            value={String(one)}
            onChange={(text) => onChange(index, likeBefore(one, text))}
          />
          <Button
            look="quiet"
            square
            aria-label={t('forms.takeAway', { what: String(one) })}
            onClick={() => onRemove(index)}
          >
            <Icon name="close" size={12} />
          </Button>
        </div>
      ))}
      <AddWord label={label} onAdd={onAdd} />
    </div>
  )
}

/** A number stays a number while it is typed. */
export function likeBefore(before: Json | undefined, text: string): Json {
  return typeof before === 'number' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** The place is all that a word in a list has. */
const keyOf = (index: number): string => `word ${index}`

export const pathKey = (path: Path): string => path.join('.')
