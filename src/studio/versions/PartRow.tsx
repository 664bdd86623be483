import type { FieldChange, PartChange } from '../../core/scenario/compare/compare.ts'
import type { Path } from '../../core/scenario/diagnostic.ts'
import { useLanguage, useT } from '../../ui/i18n/i18n.ts'
import type { Language } from '../../ui/i18n/keys.ts'
import { VisuallyHidden } from '../../ui/kit/VisuallyHidden.tsx'
import { nameOf } from '../forms/names.ts'
import styles from './Difference.module.css'

export interface PartRowProps {
  readonly part: PartChange
  /** Goes to where it stands; missing: it stands nowhere just now. */
  readonly onGo?: (path: Path) => void
}

/** One part of the call that differs, and in what. */
export function PartRow({ part, onGo }: PartRowProps) {
  const t = useT('studio')
  const lang = useLanguage()
  const { kind, change, path, name, was, of, text, fields } = part
  const named = (
    <>
      <span className={styles.kind}>{t(`versions.kind.${kind}`)}</span> {of !== null && `${of} › `}
      <b>{kind === 'reaction' && name.startsWith('{') ? '' : name}</b>
    </>
  )
  return (
    <li className={styles.part} data-change={change}>
      <div className={styles.head}>
        <span className={styles.did}>{t(`versions.change.${change}`)}</span>
        {onGo && change !== 'removed' ? (
          <button type="button" className={styles.go} onClick={() => onGo(path)}>
            {named}
          </button>
        ) : (
          <span>{named}</span>
        )}
        {was !== null && <span className={styles.was}>{t('versions.was', { name: was })}</span>}
        {text && <q className={styles.text}>{text[lang] || text.zh}</q>}
      </div>
      {fields.length > 0 && (
        <ul className={styles.fields}>
          {fields.map((field) => (
            <Field key={field.path.join('.')} field={field} below={path} lang={lang} />
          ))}
        </ul>
      )}
    </li>
  )
}

interface FieldProps {
  readonly field: FieldChange
  readonly below: Path
  readonly lang: Language
}

function Field({ field: { path, before, after }, below, lang }: FieldProps) {
  const t = useT('studio')
  return (
    <li className={styles.field}>
      <span className={styles.name}>{labelOf(below, path, lang)}</span>
      <span className={styles.values}>
        {before !== null && (
          <del>
            <VisuallyHidden>{t('versions.before')}</VisuallyHidden>
            {before}
          </del>
        )}
        {before !== null && after !== null && <span aria-hidden="true">→</span>}
        {after !== null && (
          <ins>
            <VisuallyHidden>{t('versions.after')}</VisuallyHidden>
            {after}
          </ins>
        )}
      </span>
    </li>
  )
}

/** What the fields on the way are called; one of a list has its number. */
function labelOf(below: Path, path: Path, lang: Language): string {
  return path
    .map((step, index) =>
      typeof step === 'number'
        ? String(step + 1)
        : nameOf([...below, ...path.slice(0, index + 1)])[lang],
    )
    .join(' › ')
}
